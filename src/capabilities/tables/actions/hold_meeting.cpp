#include "capabilities/tables/actions/hold_meeting.hpp"

#include "base/digest.hpp"
#include "capabilities/goals/goals.hpp"
#include "capabilities/tables/actions/opened_meeting.hpp"
#include "capabilities/tables/store.hpp"

namespace wijktafel::tables {

namespace {

// The meeting may become this now, and its day has come.
Done check_move(const OpenedMeeting& opened, Instant now, std::string_view state) {
  if (!meeting_may_become(opened.item.status, state)) return std::unexpected(MeetingIsOver{});
  const Date day = local_date(opened.meeting.begins_at);
  if (local_date(now) < day) return std::unexpected(NotYetToday{day});
  return {};
}

void discuss(db::Transaction& tx, Instant now, const identity::Actor& actor, const AgendaItem& point,
             Date day) {
  items::Change change;
  change.status = "discussed";
  change.is_open = false;
  change.next_date = std::optional<Date>();
  (void)items::change(tx, now, actor, point.item, change,
                      {.what = "tables.discussed_at_meeting",
                       .facts = {{"meeting_date", iso_date(day)}},
                       .is_milestone = point.subject.has_value()});
}

}  // namespace

Done begin_meeting(db::Transaction& tx, Instant now, const identity::Actor& actor, ItemId meeting) {
  const auto opened = find_any(tx, meeting);
  if (!opened) return std::unexpected(opened.error());
  if (const auto checked = check_move(*opened, now, "under_way"); !checked) return checked;
  items::Change change;
  change.status = "under_way";
  (void)items::change(tx, now, actor, meeting, change, {.what = "tables.meeting_begun"});
  return {};
}

Done record_attendance(db::Transaction& tx, Instant now, const identity::Actor& actor, ItemId meeting,
                       const std::vector<Attendance>& people, int other_residents) {
  const auto opened = find_begun(tx, meeting);
  if (!opened) return std::unexpected(opened.error());
  store::replace_attendance(tx, meeting, people, other_residents);
  items::record(tx, now, actor, meeting,
                {.what = "tables.attendance_recorded",
                 .facts = {{"people", static_cast<std::int64_t>(people.size()) + other_residents}}});
  return {};
}

Done end_meeting(db::Transaction& tx, Instant now, const identity::Actor& actor, ItemId meeting) {
  const auto opened = find_any(tx, meeting);
  if (!opened) return std::unexpected(opened.error());
  if (const auto checked = check_move(*opened, now, "held"); !checked) return checked;
  items::Change change;
  change.status = "held";
  change.is_open = false;
  change.next_date = std::optional<Date>();
  (void)items::change(tx, now, actor, meeting, change, {.what = "tables.meeting_held"});
  for (const auto& late : goals::late_commitments(tx, opened->meeting.area, local_date(now), standing_limit))
    store::put_standing(tx, meeting, late.item.id, late.days_late);
  const Date day = local_date(opened->meeting.begins_at);
  for (const auto& point : store::agenda_of(tx, meeting)) discuss(tx, now, actor, point, day);
  return {};
}

std::string edition_of(const std::string& minutes) { return hex(sha256(minutes)).substr(0, 16); }

Done write_minutes(db::Transaction& tx, Instant now, const identity::Actor& actor, ItemId meeting,
                   const std::string& text, const std::optional<std::string>& edition) {
  auto opened = find_any(tx, meeting);
  if (!opened) return std::unexpected(opened.error());
  if (opened->item.status == "planned") return std::unexpected(MeetingNotBegun{});
  if (opened->item.status == "cancelled") return std::unexpected(MeetingIsOver{});
  if (text.empty()) return std::unexpected(MinutesMissing{});
  const auto& there = opened->meeting.minutes;
  // Sent twice, or the same text by two people: it stands there as it should.
  if (edition && *edition != edition_of(there) && text != there) return std::unexpected(MinutesChanged{});
  opened->meeting.minutes = text;
  opened->meeting.minutes_state = "draft";
  store::update_meeting(tx, opened->meeting);
  items::record(tx, now, actor, meeting, {.what = "tables.minutes_drafted"});
  return {};
}

Done adopt_minutes(db::Transaction& tx, Instant now, const identity::Actor& actor, ItemId meeting) {
  auto opened = find_any(tx, meeting);
  if (!opened) return std::unexpected(opened.error());
  if (opened->meeting.minutes.empty()) return std::unexpected(MinutesMissing{});
  if (opened->meeting.minutes_state == "adopted") return {};
  opened->meeting.minutes_state = "adopted";
  store::update_meeting(tx, opened->meeting);
  items::record(tx, now, actor, meeting, {.what = "tables.minutes_adopted"});
  return {};
}

}  // namespace wijktafel::tables
