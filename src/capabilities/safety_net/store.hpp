// All SQL of the safety net, one function per question asked of the data.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "capabilities/safety_net/safety_net.hpp"

namespace wijktafel::safety_net::store {

// --- desks ---
struct DeskRow {
  std::string area;
  Desk desk;
  Date valid_from;
};
void insert_desk(db::Transaction& tx, Instant now, const DeskRow& row, std::optional<PersonId> set_by);
// What this area itself says on that day.
std::optional<DeskRow> desk_of_area(db::Transaction& tx, std::string_view area, Date on);
// Every row, by area and the newest first: an area has a few.
std::vector<DeskRow> all_desks(db::Transaction& tx);

// --- dates that were not kept ---
struct Passing {
  ItemId item{};
  Date missed_date;
  std::string area;  // of the item
  Date passed_on;
  Desk desk;
  Date act_by;  // until when the desk has
  std::optional<Date> late_on = std::nullopt;
  std::optional<Date> settled_on = std::nullopt;
};
void insert_passing(db::Transaction& tx, const Passing& passing);
std::optional<Passing> find_passing(db::Transaction& tx, ItemId item, Date missed_date);
std::optional<Passing> newest_passing(db::Transaction& tx, ItemId item);
void mark_late(db::Transaction& tx, ItemId item, Date missed_date, Date late_on);
void settle(db::Transaction& tx, ItemId item, Date settled_on);
// Late at the desk too and not settled: what the table talks about. The longest first.
std::vector<Passing> at_table(db::Transaction& tx, int most);

// --- warnings and notices ---
// False when this date was warned for already.
bool mark_warned(db::Transaction& tx, ItemId item, Date due, Date warned_on);
std::optional<Date> warned_on(db::Transaction& tx, ItemId item, Date due);

struct Notice {
  PersonId person{};
  ItemId item{};
  std::string reason;  // due_soon, came_back, at_net, at_manager
  Date due;
  std::optional<PersonId> stands_in_for = std::nullopt;
};
void insert_notice(db::Transaction& tx, const Notice& notice);
std::vector<PersonId> people_with_notices(db::Transaction& tx, int most);
std::vector<Notice> notices_of(db::Transaction& tx, PersonId person);
void remove_notices(db::Transaction& tx, PersonId person);

// --- rounds ---
struct Round {
  Date day;
  std::optional<signals::DueSignal> after = std::nullopt;
  bool is_done = false;
};
std::optional<Round> find_round(db::Transaction& tx, std::string_view task);
void save_round(db::Transaction& tx, std::string_view task, const Round& round);

// --- rules at whose end nobody is ---
struct BrokenRule {
  std::string theme;  // "" for the desk of the area
  std::string area;
  std::string reason;   // as NamedDesk::broken
  std::string missing;  // name of the organisation or team; "" for a person
  Date since;
};
std::vector<BrokenRule> broken_rules(db::Transaction& tx);  // by area and theme, at most 200
std::int64_t count_broken(db::Transaction& tx);
// One that was broken already keeps its first day.
void keep_broken(db::Transaction& tx, const std::vector<BrokenRule>& rules);

}  // namespace wijktafel::safety_net::store
