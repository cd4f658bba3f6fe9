// What is kept of a walk, beside what every item has.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "capabilities/walks/model.hpp"
#include "capabilities/walks/walks.hpp"

namespace wijktafel::walks {

enum class PointId : std::int64_t {};
enum class PhotoId : std::int64_t {};

struct Walk {
  ItemId item{};
  std::string area;
  Instant begins_at{};
  std::string meeting_place;
  std::string theme = "general";
  std::string others = {};  // "3 bewoners": roles and numbers, never names
};

struct Stop {
  std::string words;
  std::optional<geo::Point> place = std::nullopt;
};

// Both are filled for somebody who walks along for an organisation.
struct Participant {
  std::optional<PersonId> person = std::nullopt;
  std::optional<OrganisationId> organisation = std::nullopt;
};

struct Photo {
  PhotoId id{};
  std::optional<PointId> point = std::nullopt;
  bool is_after = false;
  std::string file_key;
  std::string thumbnail_key;
  int width = 0;
  int height = 0;
  bool is_shown = false;  // somebody looked: no face and no number plate
};

struct Point {
  PointId id{};
  ItemId walk{};
  int number = 0;
  std::string sending;
  std::string kind = "shortfall";
  std::string text;
  std::string theme = {};  // key of a theme, or ""
  std::string place_words = {};
  std::optional<geo::Point> place = std::nullopt;
  std::optional<ItemId> signal = std::nullopt;
  std::optional<ItemId> commitment = std::nullopt;
  bool is_settled = false;  // nothing more is waited for; only for a point without signal and commitment
  Instant created_at{};
};

}  // namespace wijktafel::walks
