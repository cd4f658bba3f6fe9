#include "capabilities/tables/actions/plan_meeting.hpp"

#include "capabilities/tables/store.hpp"

namespace wijktafel::tables {

Result<ItemId, TableRefusal> plan_meeting(db::Transaction& tx, Instant now, const identity::Actor& actor, const PlanMeeting& form) {
  if (form.begins_at < now) return std::unexpected(BeginsInThePast{local_date(now)});
  const Date day = local_date(form.begins_at);
  const ItemId id = items::create(tx, now, actor,
                                  {.kind = "meeting", .area = form.area.key, .lineage = form.area.lineage,
                                   .title = form.title, .place_words = form.place,
                                   .visibility = form.is_public ? items::Visibility::everyone : items::Visibility::table,
                                   .status = "planned", .next_date = day},
                                  {.what = "tables.meeting_planned", .facts = {{"meeting_date", iso_date(day)}, {"place", form.place}}});
  store::insert_meeting(tx, {.item = id, .area = form.area.key, .begins_at = form.begins_at, .place = form.place,
                             .online_link = form.online_link, .is_public = form.is_public, .minutes = {}});
  return id;
}

Done cancel_meeting(db::Transaction& tx, Instant now, const identity::Actor& actor, ItemId meeting, const std::string& reason) {
  const auto item = items::find(tx, meeting);
  if (!item || !store::find_meeting(tx, meeting)) return std::unexpected(NoSuchMeeting{});
  if (!meeting_may_become(item->status, "cancelled")) return std::unexpected(MeetingIsOver{});
  items::Change change;
  change.status = "cancelled";
  change.is_open = false;
  (void)items::change(tx, now, actor, meeting, change, {.what = "tables.meeting_cancelled", .personal_text = reason, .is_milestone = true});
  return {};
}

}  // namespace wijktafel::tables
