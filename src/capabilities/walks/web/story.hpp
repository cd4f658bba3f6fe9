// A walk as it stands in an exchange file, checked for its form; what it says happens in exchange.cpp.
#pragma once

#include <boost/json/fwd.hpp>
#include <string>
#include <vector>

#include "capabilities/walks/web/make_point.hpp"

namespace wijktafel::walks {

struct DoneStory {
  Instant at{};
  std::string by;
  std::string text;
};
struct PointStory {
  Instant at{};
  std::string by;
  MakePoint form;
  std::string promiser;  // key of an organisation
  std::string signal_key;
  std::string commitment_key;
  std::optional<DoneStory> done = std::nullopt;
};
struct WalkStory {
  std::string key;
  std::string area;
  Instant planned_at{};
  std::string planned_by;
  Instant begins_at{};
  std::string meeting_place;
  std::string theme;
  std::string others;
  std::vector<std::string> people = {};
  std::vector<std::string> organisations = {};
  std::vector<Stop> route = {};
  bool held = false;
  std::vector<PointStory> points = {};
};

// Throws Failure that names the walk and what is wrong with it.
WalkStory read_story(const boost::json::value& entry);

}  // namespace wijktafel::walks
