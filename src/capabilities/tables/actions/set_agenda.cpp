#include "capabilities/tables/actions/set_agenda.hpp"

#include "capabilities/tables/store.hpp"
#include "platform/jobs/jobs.hpp"

#include <algorithm>

namespace wijktafel::tables {
namespace {

Result<items::Item, TableRefusal> open_meeting(db::Transaction& tx, ItemId meeting) {
  auto item = items::find(tx, meeting);
  if (!item || !store::find_meeting(tx, meeting)) return std::unexpected(NoSuchMeeting{});
  if (!item->is_open) return std::unexpected(MeetingIsOver{});
  return std::move(*item);
}

}  // namespace

Result<ItemId, TableRefusal> add_agenda_item(db::Transaction& tx, Instant now, const identity::Actor& actor,
                                             const web::AreaRef& area, const AddAgendaItem& form) {
  const auto meeting = open_meeting(tx, form.meeting);
  if (!meeting) return std::unexpected(meeting.error());
  const auto subject = form.subject ? items::find(tx, *form.subject) : std::nullopt;
  if (subject) {
    for (const auto& other : store::agenda_items_about(tx, subject->id))
      if (other.meeting == form.meeting) return std::unexpected(AlreadyOnAgenda{other.item});
  }
  const std::string title = form.title.empty() && subject ? subject->title : form.title;
  items::NewItem item{.kind = "agenda_item", .area = area.key, .lineage = area.lineage, .title = title,
                      .visibility = meeting->visibility, .status = "planned", .next_date = meeting->next_date};
  if (subject) {
    item.domains = subject->domains;
    item.themes = subject->themes;
  }
  const ItemId id = items::create(tx, now, actor, item,
                                  {.what = "tables.put_on_agenda",
                                   .facts = {{"meeting_date", iso_date(*meeting->next_date)}, {"title", title}},
                                   .is_milestone = subject.has_value()});
  store::insert_agenda_item(tx, {.item = id, .meeting = form.meeting, .position = 0, .subject = form.subject, .discussion = {}});
  items::link(tx, now, id, form.meeting, items::LinkKind::part_of);
  if (subject) {
    items::link(tx, now, subject->id, id, items::LinkKind::led_to);
    jobs::enqueue(tx, "tables.item_put_on_agenda", {{"item", raw(subject->id)}}, now);
  }
  return id;
}

Done move_agenda_item(db::Transaction& tx, Instant now, const identity::Actor& actor, ItemId agenda_item, Direction direction) {
  const auto moved = store::find_agenda_item(tx, agenda_item);
  if (!moved) return std::unexpected(NoSuchAgendaItem{});
  if (const auto meeting = open_meeting(tx, moved->meeting); !meeting) return std::unexpected(meeting.error());
  const auto agenda = store::agenda_of(tx, moved->meeting);
  const auto at = std::ranges::find(agenda, agenda_item, &store::AgendaItem::item);
  const bool is_up = direction == Direction::up;
  if (is_up ? at == agenda.begin() : std::next(at) == agenda.end()) return {};
  store::swap_positions(tx, *at, is_up ? *std::prev(at) : *std::next(at));
  items::record(tx, now, actor, moved->meeting, {.what = "tables.agenda_reordered"});
  return {};
}

Done record_discussion(db::Transaction& tx, Instant now, const identity::Actor& actor, ItemId agenda_item, const std::string& text) {
  const auto found = store::find_agenda_item(tx, agenda_item);
  if (!found) return std::unexpected(NoSuchAgendaItem{});
  store::set_discussion(tx, agenda_item, text);
  items::record(tx, now, actor, agenda_item, {.what = "tables.discussed", .personal_text = text});
  return {};
}

}  // namespace wijktafel::tables
