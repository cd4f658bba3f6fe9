#include "capabilities/tables/reads/table_page.hpp"

#include <algorithm>

#include "capabilities/tables/store.hpp"

namespace wijktafel::tables {

namespace {

constexpr int coming_shown = 10;
constexpr int calendar_size = 50;

std::vector<ListedMeeting> with_items(db::Transaction& tx, const std::vector<Meeting>& meetings) {
  std::vector<ListedMeeting> listed;
  for (const auto& meeting : meetings)
    if (auto item = items::find(tx, meeting.item)) listed.push_back({std::move(*item), meeting});
  return listed;
}

std::vector<Body> bodies_within(const web::Call& call, db::Transaction& tx) {
  std::vector<Body> found;
  for (auto& body : store::bodies(tx)) {
    if (body.area == call.area->key || body.state == "ended") continue;
    const auto area = call.service.find_area(body.area);
    if (area && std::ranges::find(area->lineage, call.area->key) != area->lineage.end())
      found.push_back(std::move(body));
  }
  return found;
}

std::vector<items::Item> decisions_of_area(const web::Call& call, db::Transaction& tx, bool also_not_public) {
  const auto listed = items::list(tx, {.area = call.area->key,
                                       .kinds = {"decision"},
                                       .only_public = !also_not_public,
                                       .limit = decisions_shown});
  return listed;
}

}  // namespace

TablePage read_table(const web::Call& call, db::Transaction& tx, std::optional<ItemId> before) {
  const bool also_not_public = call.may("items.see_table");
  const auto most = also_not_public ? items::Visibility::table : items::Visibility::everyone;
  const std::string& area = call.area->key;
  const Instant still_on = call.now - longest_meeting;
  TablePage page;
  page.body = store::find_body(tx, area);
  page.coming = with_items(tx, store::coming_meetings(tx, area, still_on, most, coming_shown));
  const auto older = before ? store::find_meeting(tx, *before) : std::nullopt;
  auto past = store::past_meetings(tx, area, still_on, most, older, past_meetings_shown + 1);
  if (past.size() > past_meetings_shown) {
    past.pop_back();
    page.older_than = past.back().item;
  }
  page.past = with_items(tx, past);
  page.decisions = decisions_of_area(call, tx, also_not_public);
  page.tables_within = bodies_within(call, tx);
  return page;
}

std::vector<ListedMeeting> meetings_for_calendar(db::Transaction& tx, std::string_view area, Instant now) {
  const auto everyone = items::Visibility::everyone;
  const Instant still_on = now - longest_meeting;
  auto meetings = store::coming_meetings(tx, area, still_on, everyone, calendar_size);
  const auto past = store::past_meetings(tx, area, still_on, everyone, std::nullopt, calendar_size);
  meetings.insert(meetings.end(), past.begin(), past.end());
  return with_items(tx, meetings);
}

std::optional<Body> find_rules(db::Transaction& tx, std::string_view area) {
  return store::find_body(tx, area);
}

}  // namespace wijktafel::tables
