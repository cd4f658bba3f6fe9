#include "capabilities/tables/actions/set_agenda.hpp"

#include <algorithm>

#include "capabilities/tables/actions/opened_meeting.hpp"
#include "capabilities/tables/store.hpp"
#include "platform/jobs/jobs.hpp"

namespace wijktafel::tables {

namespace {

// Nothing when it may be discussed there.
std::optional<TableRefusal> refusal_of(db::Transaction& tx, const items::Item& subject,
                                       const items::Item& meeting) {
  if (subject.visibility > meeting.visibility) return SubjectNotPublic{};
  for (const auto& other : store::agenda_items_about(tx, subject.id))
    if (other.meeting == meeting.id) return AlreadyOnAgenda{other.item};
  return std::nullopt;
}

void lead_to_point(db::Transaction& tx, Instant now, ItemId subject, ItemId point) {
  items::link(tx, now, subject, point, items::LinkKind::led_to);
  jobs::enqueue(tx, "tables.item_put_on_agenda", {{"item", raw(subject)}}, now);
}

// All of them, or why one may not be told at this meeting.
Result<std::vector<items::Item>, TableRefusal> more_subjects_of(db::Transaction& tx,
                                                                const AddAgendaItem& form,
                                                                const items::Item& meeting) {
  std::vector<items::Item> all;
  for (const auto id : form.more_subjects) {
    auto subject = items::find(tx, id);
    if (!subject) return std::unexpected(NoSuchSubject{});
    if (subject->visibility > meeting.visibility) return std::unexpected(SubjectNotPublic{});
    all.push_back(std::move(*subject));
  }
  return all;
}

}  // namespace

Result<ItemId, TableRefusal> add_agenda_item(db::Transaction& tx, Instant now, const identity::Actor& actor,
                                             const web::AreaRef& area, const AddAgendaItem& form) {
  const auto opened = find_open(tx, form.meeting);
  if (!opened) return std::unexpected(opened.error());
  const auto& meeting = opened->item;
  const auto subject = form.subject ? items::find(tx, *form.subject) : std::nullopt;
  if (form.subject && !subject) return std::unexpected(NoSuchSubject{});
  if (subject)
    if (auto refusal = refusal_of(tx, *subject, meeting)) return std::unexpected(*refusal);
  const auto more = more_subjects_of(tx, form, meeting);
  if (!more) return std::unexpected(more.error());
  const std::string title = form.title.empty() && subject ? subject->title : form.title;
  const Date day = local_date(opened->meeting.begins_at);
  items::NewItem item{.kind = "agenda_item",
                      .area = area.key,
                      .lineage = area.lineage,
                      .title = title,
                      .text = form.text,
                      .visibility = meeting.visibility,
                      .status = "planned",
                      .next_date = day};
  if (subject) {
    item.domains = subject->domains;
    item.themes = subject->themes;
  }
  for (const auto& other : *more) item.domains |= other.domains;
  const ItemId id = items::create(tx, now, actor, item,
                                  {.what = "tables.put_on_agenda",
                                   .facts = {{"meeting_date", iso_date(day)}},
                                   .is_milestone = subject || !more->empty()});
  store::insert_agenda_item(
      tx, {.item = id, .meeting = form.meeting, .position = 0, .subject = form.subject, .discussion = {}});
  items::link(tx, now, id, form.meeting, items::LinkKind::part_of);
  if (subject) lead_to_point(tx, now, subject->id, id);
  for (const auto& other : *more) lead_to_point(tx, now, other.id, id);
  return id;
}

Done move_agenda_item(db::Transaction& tx, Instant now, const identity::Actor& actor, ItemId agenda_item,
                      Direction direction) {
  const auto moved = store::find_agenda_item(tx, agenda_item);
  if (!moved) return std::unexpected(NoSuchAgendaItem{});
  if (const auto meeting = find_open(tx, moved->meeting); !meeting) return std::unexpected(meeting.error());
  const auto agenda = store::agenda_of(tx, moved->meeting);
  const auto at = std::ranges::find(agenda, agenda_item, &AgendaItem::item);
  const bool is_up = direction == Direction::up;
  if (is_up ? at == agenda.begin() : std::next(at) == agenda.end()) return {};
  store::swap_positions(tx, *at, is_up ? *std::prev(at) : *std::next(at));
  items::record(tx, now, actor, moved->meeting, {.what = "tables.agenda_reordered"});
  return {};
}

Done record_discussion(db::Transaction& tx, Instant now, const identity::Actor& actor, ItemId agenda_item,
                       const std::string& text) {
  const auto found = store::find_agenda_item(tx, agenda_item);
  if (!found) return std::unexpected(NoSuchAgendaItem{});
  if (const auto meeting = find_begun(tx, found->meeting); !meeting) return std::unexpected(meeting.error());
  if (found->discussion == text) return {};
  store::set_discussion(tx, agenda_item, text);
  items::record(tx, now, actor, agenda_item, {.what = "tables.discussed", .personal_text = text});
  return {};
}

void retitle_points(db::Transaction& tx, Instant now, ItemId subject) {
  const auto about = items::find(tx, subject);
  if (!about) return;
  for (const auto& point : store::agenda_items_about(tx, subject)) {
    items::Change change;
    change.title = about->title;
    const auto changed = items::change(tx, now, identity::system_actor(), point.item, change,
                                       {.what = "tables.point_retitled"});
    WIJKTAFEL_ASSERT(changed.has_value(), "no version was expected");
  }
}

void hide_or_show_points(db::Transaction& tx, Instant now, ItemId subject) {
  const auto about = items::find(tx, subject);
  // Of what was referred the point has another title already.
  if (!about || about->status == "referred") return;
  for (const auto& point : store::agenda_items_about(tx, subject)) {
    const auto item = items::find(tx, point.item);
    const auto meeting = items::find(tx, point.meeting);
    if (!item || !meeting) continue;
    const auto wanted = std::max(about->visibility, meeting->visibility);
    if (item->visibility == wanted) continue;
    items::Change change;
    change.visibility = wanted;
    const auto changed = items::change(tx, now, identity::system_actor(), point.item, change,
                                       {.what = "tables.point_follows_subject"});
    WIJKTAFEL_ASSERT(changed.has_value(), "no version was expected");
  }
}

}  // namespace wijktafel::tables
