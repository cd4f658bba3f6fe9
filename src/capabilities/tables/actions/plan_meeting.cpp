#include "capabilities/tables/actions/plan_meeting.hpp"

#include "capabilities/tables/actions/opened_meeting.hpp"
#include "capabilities/tables/store.hpp"

namespace wijktafel::tables {

namespace {

Facts when_and_where(Date day, const std::string& place) {
  return {{"meeting_date", iso_date(day)}, {"place", place}};
}

}  // namespace

Result<ItemId, TableRefusal> plan_meeting(db::Transaction& tx, Instant now, const identity::Actor& actor,
                                          const PlanMeeting& form) {
  if (form.begins_at < now) return std::unexpected(BeginsInThePast{local_date(now)});
  const Date day = local_date(form.begins_at);
  const ItemId id =
      items::create(tx, now, actor,
                    {.kind = "meeting",
                     .area = form.area.key,
                     .lineage = form.area.lineage,
                     .title = form.title,
                     .place_words = form.place,
                     .visibility = form.is_public ? items::Visibility::everyone : items::Visibility::table,
                     .status = "planned",
                     .next_date = day},
                    {.what = "tables.meeting_planned", .facts = when_and_where(day, form.place)});
  store::insert_meeting(tx, {.item = id,
                             .area = form.area.key,
                             .begins_at = form.begins_at,
                             .place = form.place,
                             .online_link = form.online_link,
                             .is_public = form.is_public});
  return id;
}

Done move_meeting(db::Transaction& tx, Instant now, const identity::Actor& actor, ItemId meeting,
                  const MoveMeeting& form) {
  auto opened = find_open(tx, meeting);
  if (!opened) return std::unexpected(opened.error());
  if (opened->item.status != "planned") return std::unexpected(MeetingIsOver{});
  if (form.begins_at < now) return std::unexpected(BeginsInThePast{local_date(now)});
  const Date day = local_date(form.begins_at);
  opened->meeting.begins_at = form.begins_at;
  opened->meeting.place = form.place;
  opened->meeting.online_link = form.online_link;
  store::update_meeting(tx, opened->meeting);
  items::Change change;
  change.title = form.title;
  change.next_date = day;
  (void)items::change(
      tx, now, actor, meeting, change,
      {.what = "tables.meeting_moved", .facts = when_and_where(day, form.place), .is_milestone = true});
  for (const auto& point : store::agenda_of(tx, meeting)) {
    items::Change moved;
    moved.next_date = day;
    (void)items::change(tx, now, actor, point.item, moved,
                        {.what = "tables.point_moved", .facts = {{"meeting_date", iso_date(day)}}});
  }
  return {};
}

Done cancel_meeting(db::Transaction& tx, Instant now, const identity::Actor& actor, ItemId meeting,
                    const std::string& reason) {
  const auto opened = find_any(tx, meeting);
  if (!opened) return std::unexpected(opened.error());
  if (!meeting_may_become(opened->item.status, "cancelled")) return std::unexpected(MeetingIsOver{});
  items::Change change;
  change.status = "cancelled";
  change.is_open = false;
  change.next_date = std::optional<Date>();
  (void)items::change(tx, now, actor, meeting, change,
                      {.what = "tables.meeting_cancelled", .personal_text = reason, .is_milestone = true});
  for (const auto& point : store::agenda_of(tx, meeting))
    (void)items::change(tx, now, actor, point.item, change,
                        {.what = "tables.point_not_discussed", .is_milestone = point.subject.has_value()});
  return {};
}

}  // namespace wijktafel::tables
