// A meeting of the exchange format as it is told: read whole and strictly, before anything of it happens.
#pragma once

#include <boost/json/fwd.hpp>

#include "capabilities/tables/records.hpp"

namespace wijktafel::tables {

struct PointStory {
  std::string key;
  std::string title;
  std::string subject;  // key of an item; "" for a point of its own
  Instant added_at{};
  std::string discussion = {};
};

struct DecisionStory {
  std::string key;
  std::string agenda;  // key of the point
  std::string text;
  std::string kind;
  std::string taken_by;
  Votes votes = {};
  std::string advice_to = {};
  std::optional<Date> answer_before = std::nullopt;
  std::string regulation = {};
  bool wants_follow_up = true;
  std::vector<std::string> leads_to = {};  // keys of items that are there already
};

struct MeetingStory {
  std::string key;
  web::AreaRef area;
  std::string title;
  Instant planned_at{};
  std::string planned_by;  // key of a person; "": Wijktafel itself
  Instant begins_at{};
  std::string place;
  std::string online_link = {};
  bool is_public = true;
  std::vector<PointStory> agenda = {};
  bool held = false;
  std::vector<std::string> attendance = {};  // keys of people
  int other_residents = 0;
  std::vector<DecisionStory> decisions = {};
  std::string minutes = {};
  bool minutes_adopted = false;
};

// Both throw Failure naming record and member.
std::vector<MeetingStory> read_meetings(const web::Service& service, const boost::json::value& section);
std::vector<Body> read_bodies(const web::Service& service, const boost::json::value& section);

}  // namespace wijktafel::tables
