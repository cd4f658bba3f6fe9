#include "capabilities/tables/tables.hpp"

#include "capabilities/tables/actions/set_agenda.hpp"
#include "capabilities/tables/exchange.hpp"
#include "capabilities/tables/store.hpp"
#include "capabilities/tables/web/pages.hpp"

namespace wijktafel::tables {

namespace {

constexpr int meetings_looked_at = 10;

std::vector<web::ItemKind> item_kinds() {
  return {
      {.name = "meeting",
       .segment = "tafel",
       .words = "tables.meeting",
       .tones = {{"planned", "goal"}, {"under_way", "ok"}, {"held", "done"}, {"cancelled", "late"}}},
      {.name = "agenda_item",
       .segment = "agendapunten",
       .words = "tables.agenda_item",
       .tones = {{"planned", "goal"}, {"discussed", "done"}, {"cancelled", "new"}}},
      {.name = "decision",
       .segment = "besluiten",
       .words = "tables.decision",
       .tones = {{"agreement", "done"}, {"advice", "ok"}, {"municipal", "goal"}}},
  };
}

void retitle(const web::Service&, db::Transaction& tx, const Facts& payload, Instant now) {
  retitle_points(tx, now, ItemId{fact_number(payload, "item")});
}

void follow_subject(const web::Service&, db::Transaction& tx, const Facts& payload, Instant now) {
  hide_or_show_points(tx, now, ItemId{fact_number(payload, "item")});
}

}  // namespace

web::Capability capability() {
  web::Capability tables{.name = "tables", .level = 5};
  tables.routes = routes();
  tables.permissions = {
      {"tables.prepare", {"coordinator"}},
      {"tables.hold", {"coordinator", "panel_member"}},
      {"tables.put_on_agenda", {"coordinator", "panel_member"}},
      {"tables.record_municipal_decision", {"coordinator"}},
  };
  tables.kinds = item_kinds();
  tables.tabs = {{.segment = "tafel", .word_key = "tables.tab", .order = 30}};
  tables.slots = {{"signal_actions", 10, agenda_button}, {"goal_actions", 10, agenda_button}};
  tables.jobs = {{.kind = "tables.retitle_points", .handler = retitle},
                 {.kind = "tables.follow_subject", .handler = follow_subject}};
  tables.listeners = {{.event = "items.text_erased", .kind = "tables.retitle_points"},
                      {.event = "signals.changed", .kind = "tables.follow_subject"}};
  tables.events = {"tables.item_put_on_agenda"};
  tables.personal_data = {{"table_attendance", "person", "tables.purpose.attendance", 0}};
  tables.exchanges = exchanges();
  return tables;
}

namespace {

std::optional<MeetingSummary> summary_of(db::Transaction& tx, const Meeting& meeting) {
  auto item = items::find(tx, meeting.item);
  if (!item) return std::nullopt;
  return MeetingSummary{.item = std::move(*item),
                        .begins_at = meeting.begins_at,
                        .place = meeting.place,
                        .is_public = meeting.is_public,
                        .agenda_items = store::count_agenda_items(tx, meeting.item)};
}

}  // namespace

std::optional<MeetingSummary> next_meeting(db::Transaction& tx, std::string_view area, Instant now) {
  const auto coming = store::coming_meetings(tx, area, now - longest_meeting, items::Visibility::everyone,
                                             meetings_looked_at);
  for (const auto& meeting : coming)
    if (auto summary = summary_of(tx, meeting); summary && summary->item.status != "cancelled")
      return summary;
  return std::nullopt;
}

std::optional<MeetingSummary> find_meeting(db::Transaction& tx, ItemId id) {
  const auto meeting = store::find_meeting(tx, id);
  return meeting ? summary_of(tx, *meeting) : std::nullopt;
}

}  // namespace wijktafel::tables
