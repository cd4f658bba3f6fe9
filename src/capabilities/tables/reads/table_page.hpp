// The table of an area as its page shows it: how it decides, its meetings, what it decided last.
#pragma once

#include "capabilities/tables/records.hpp"

namespace wijktafel::tables {

inline constexpr int past_meetings_shown = 10;
inline constexpr int decisions_shown = 5;

struct ListedMeeting {
  items::Item item;
  Meeting meeting;
};

struct TablePage {
  std::optional<Body> body;
  std::vector<ListedMeeting> coming;  // soonest first
  std::vector<ListedMeeting> past;    // newest first, a page of them
  std::optional<ItemId> older_than;   // there are more before this one
  std::vector<items::Item> decisions;
  std::vector<Body> tables_within;  // of areas below this one
};

// `before`: past meetings older than this one. Only what the caller may see.
TablePage read_table(const web::Call& call, db::Transaction& tx, std::optional<ItemId> before);

// Coming and past meetings for a calendar, visible to everyone: a hundred at most, the coming ones first.
std::vector<ListedMeeting> meetings_for_calendar(db::Transaction& tx, std::string_view area, Instant now);

// How the table of this area works; an empty one when there is no table yet.
std::optional<Body> find_rules(db::Transaction& tx, std::string_view area);

}  // namespace wijktafel::tables
