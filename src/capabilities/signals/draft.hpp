// A report that is being written: the answers of three screens, kept for draft_lifetime.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "capabilities/signals/model.hpp"
#include "capabilities/signals/signals.hpp"

namespace wijktafel::signals {

enum class DraftId : std::int64_t {};

struct Draft {
  DraftId id{};
  Instant created_at{};
  std::optional<Kind> kind = {};
  std::string text = {};
  std::string chance = {};
  std::optional<geo::Point> place = {};
  std::string place_words = {};
  std::optional<bool> neighbours_may = {};
  std::optional<Reach> reach = {};
  std::string mail_address = {};
  std::string phone = {};
  std::string name = {};
  std::optional<std::string> theme = {};  // "" when who told it does not know; nothing until it was asked
  bool is_confidential = false;
  std::optional<ItemId> item = {};  // once sent
  std::optional<Instant> sent_at = {};

  bool is_sent() const { return item.has_value(); }
};

struct DraftPhoto {
  int number = 0;
  std::string file_key = {};
  std::string thumbnail_key = {};
  int width = 0;
  int height = 0;
};

}  // namespace wijktafel::signals
