#include "capabilities/tables/reads/agenda_choice.hpp"

#include <algorithm>

#include "capabilities/tables/store.hpp"

namespace wijktafel::tables {

namespace {

constexpr int meetings_looked_at = 5;

bool is_open(const items::Item& item) { return item.status == "planned" || item.status == "under_way"; }

// The first one that has not ended and that everyone who may see the subject may see as well.
std::optional<std::pair<items::Item, Instant>> next_for(const web::Call& call, db::Transaction& tx,
                                                        const items::Item& subject,
                                                        const web::AreaRef& area) {
  const auto most =
      call.may("items.see_table", area.lineage) ? items::Visibility::table : items::Visibility::everyone;
  for (const auto& meeting :
       store::coming_meetings(tx, area.key, call.now - longest_meeting, most, meetings_looked_at)) {
    auto item = items::find(tx, meeting.item);
    if (item && is_open(*item) && subject.visibility <= item->visibility)
      return std::pair(std::move(*item), meeting.begins_at);
  }
  return std::nullopt;
}

}  // namespace

AgendaChoice agenda_choice(const web::Call& call, db::Transaction& tx, ItemId subject) {
  AgendaChoice choice{.subject = items::find_visible(call, tx, subject)};
  if (!choice.subject) return choice;
  for (const auto& point : store::agenda_items_about(tx, subject)) {
    auto item = items::find_visible(call, tx, point.meeting);
    if (item && is_open(*item)) {
      choice.begins_at = store::find_meeting(tx, point.meeting).value().begins_at;
      choice.already_on = std::move(item);
      return choice;
    }
  }
  const auto home = call.service.find_area(choice.subject->area);
  if (!home) return choice;
  for (const auto& key : home->lineage) {
    const auto area = call.service.find_area(key);
    if (!area || !call.may("tables.put_on_agenda", area->lineage)) continue;
    if (auto next = next_for(call, tx, *choice.subject, *area)) {
      choice.next_meeting = std::move(next->first);
      choice.begins_at = next->second;
      return choice;
    }
  }
  return choice;
}

}  // namespace wijktafel::tables
