#include "capabilities/tables/tables.hpp"

#include "capabilities/tables/store.hpp"

namespace wijktafel::tables {

web::Capability capability() {
  web::Capability tables{.name = "tables", .level = 5};
  tables.permissions = {
      {"tables.prepare", {"coordinator"}},
      {"tables.hold", {"coordinator", "panel_member"}},
      {"tables.put_on_agenda", {"coordinator", "panel_member"}},
  };
  tables.kinds = {
      {.name = "meeting", .segment = "tafel", .words = "tables.meeting",
       .tones = {{"planned", "goal"}, {"under_way", "ok"}, {"held", "done"}, {"cancelled", "late"}}},
      {.name = "agenda_item", .segment = "agendapunten", .words = "tables.agenda_item",
       .tones = {{"planned", "goal"}, {"discussed", "done"}}},
      {.name = "decision", .segment = "besluiten", .words = "tables.decision",
       .tones = {{"agreement", "done"}, {"advice", "ok"}, {"municipal", "goal"}}},
  };
  tables.tabs = {{.segment = "tafel", .word_key = "tables.tab", .order = 30}};
  tables.events = {"tables.item_put_on_agenda"};
  return tables;
}

std::optional<MeetingSummary> next_meeting(db::Transaction& tx, std::string_view area, Instant now) {
  const auto meeting = store::next_meeting(tx, area, now - std::chrono::hours(4));
  if (!meeting) return std::nullopt;
  auto item = items::find(tx, meeting->item);
  if (!item || item->visibility != items::Visibility::everyone) return std::nullopt;
  return MeetingSummary{.item = std::move(*item), .begins_at = meeting->begins_at, .place = meeting->place,
                        .is_public = meeting->is_public,
                        .agenda_items = static_cast<int>(store::agenda_of(tx, meeting->item).size())};
}

}  // namespace wijktafel::tables
