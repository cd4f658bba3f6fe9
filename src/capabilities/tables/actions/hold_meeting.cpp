#include "capabilities/tables/actions/hold_meeting.hpp"

#include "capabilities/goals/goals.hpp"

namespace wijktafel::tables {
namespace {

struct Opened {
  items::Item item;
  store::Meeting meeting;
};

Result<Opened, TableRefusal> open(db::Transaction& tx, ItemId id) {
  auto item = items::find(tx, id);
  auto meeting = store::find_meeting(tx, id);
  if (!item || !meeting) return std::unexpected(NoSuchMeeting{});
  return Opened{std::move(*item), std::move(*meeting)};
}

Done move_to(db::Transaction& tx, Instant now, const identity::Actor& actor, const items::Item& item, std::string_view state,
             const items::Entry& entry) {
  if (!meeting_may_become(item.status, state)) return std::unexpected(MeetingIsOver{});
  items::Change change;
  change.status = std::string(state);
  change.is_open = state == "under_way";
  (void)items::change(tx, now, actor, item.id, change, entry);
  return {};
}

}  // namespace

Done begin_meeting(db::Transaction& tx, Instant now, const identity::Actor& actor, ItemId meeting) {
  const auto opened = open(tx, meeting);
  if (!opened) return std::unexpected(opened.error());
  return move_to(tx, now, actor, opened->item, "under_way", {.what = "tables.meeting_begun"});
}

Done record_attendance(db::Transaction& tx, Instant now, const identity::Actor& actor, ItemId meeting,
                       const std::vector<store::Attendance>& people, int other_residents) {
  const auto opened = open(tx, meeting);
  if (!opened) return std::unexpected(opened.error());
  if (!opened->item.is_open) return std::unexpected(MeetingIsOver{});
  store::replace_attendance(tx, meeting, people, other_residents);
  items::record(tx, now, actor, meeting,
                {.what = "tables.attendance_recorded",
                 .facts = {{"people", static_cast<std::int64_t>(people.size()) + other_residents}}});
  return {};
}

Done end_meeting(db::Transaction& tx, Instant now, const identity::Actor& actor, ItemId meeting) {
  const auto opened = open(tx, meeting);
  if (!opened) return std::unexpected(opened.error());
  const auto done = move_to(tx, now, actor, opened->item, "held", {.what = "tables.meeting_held"});
  if (!done) return done;
  for (const auto& late : goals::late_commitments(tx, opened->meeting.area, local_date(now)))
    store::put_standing(tx, meeting, late.item.id, late.days_late);
  for (const auto& point : store::agenda_of(tx, meeting)) {
    items::Change change;
    change.status = "discussed";
    change.is_open = false;
    change.next_date = std::optional<Date>();
    (void)items::change(tx, now, actor, point.item, change,
                        {.what = "tables.discussed_at_meeting",
                         .facts = {{"meeting_date", iso_date(local_date(opened->meeting.begins_at))}},
                         .is_milestone = point.subject.has_value()});
  }
  return {};
}

Done write_minutes(db::Transaction& tx, Instant now, const identity::Actor& actor, ItemId meeting, const std::string& text) {
  auto opened = open(tx, meeting);
  if (!opened) return std::unexpected(opened.error());
  opened->meeting.minutes = text;
  opened->meeting.minutes_state = "draft";
  store::update_meeting(tx, opened->meeting);
  items::record(tx, now, actor, meeting, {.what = "tables.minutes_drafted"});
  return {};
}

Done adopt_minutes(db::Transaction& tx, Instant now, const identity::Actor& actor, ItemId meeting) {
  auto opened = open(tx, meeting);
  if (!opened) return std::unexpected(opened.error());
  if (opened->meeting.minutes.empty()) return std::unexpected(MinutesMissing{});
  opened->meeting.minutes_state = "adopted";
  store::update_meeting(tx, opened->meeting);
  items::record(tx, now, actor, meeting, {.what = "tables.minutes_adopted"});
  return {};
}

}  // namespace wijktafel::tables
