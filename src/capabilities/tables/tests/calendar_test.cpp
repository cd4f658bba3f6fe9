// iCalendar by RFC 5545: what a calendar program must be able to read.
#include "capabilities/tables/calendar.hpp"

#include <gmock/gmock.h>

#include "base/text.hpp"

namespace wijktafel::tables {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

CalendarEvent an_event() {
  return {.uid = "overleg-12@wijktafel.example",
          .title = "Wijktafel",
          .begins_at = parse_instant("2026-12-03T19:30:00+01:00").value(),
          .changed_at = parse_instant("2026-07-02T10:00:00+02:00").value(),
          .version = 4,
          .place = "De Vlieger",
          .url = "https://wijktafel.example/stad/parkbuurt/tafel/12"};
}

std::string of(const CalendarEvent& event) { return calendar_of("Wijktafel Parkbuurt", {event}); }

// Lines that were folded, as one again (RFC 5545, 3.1).
std::string unfolded(std::string text) {
  for (auto at = text.find("\r\n "); at != std::string::npos; at = text.find("\r\n ", at)) text.erase(at, 3);
  return text;
}

TEST(Calendar, WritesTimesInUtcInWinterAndInSummer) {
  const auto text = of(an_event());
  EXPECT_THAT(text, HasSubstr("\r\nDTSTART:20261203T183000Z\r\n"));
  EXPECT_THAT(text, HasSubstr("\r\nDTSTAMP:20260702T080000Z\r\n"));
}

TEST(Calendar, HasOneEventForEachMeetingAndItsNumberStays) {
  auto other = an_event();
  other.uid = "overleg-13@wijktafel.example";
  const auto text = calendar_of("Wijktafel", {an_event(), other});
  EXPECT_THAT(text, HasSubstr("UID:overleg-12@wijktafel.example\r\n"));
  EXPECT_THAT(text, HasSubstr("UID:overleg-13@wijktafel.example\r\n"));
  EXPECT_THAT(text, HasSubstr("SEQUENCE:4\r\n"));
  EXPECT_TRUE(text.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"));
  EXPECT_TRUE(text.ends_with("END:VEVENT\r\nEND:VCALENDAR\r\n"));
}

TEST(Calendar, EscapesWhatHasAMeaningInIt) {
  auto event = an_event();
  event.title = "Plan; licht, groen\\grijs\nEND:VEVENT";
  const auto text = of(event);
  EXPECT_THAT(unfolded(text), HasSubstr("SUMMARY:Plan\\; licht\\, groen\\\\grijs\\nEND:VEVENT\r\n"));
  EXPECT_THAT(text, Not(HasSubstr("\nEND:VEVENT\r\nURL")));
}

TEST(Calendar, LetsNothingTypedEndALine) {
  auto event = an_event();
  event.place = "Hier\r\nATTENDEE:mailto:x@voorbeeld.example\x01";
  EXPECT_THAT(of(event), HasSubstr("LOCATION:Hier\\nATTENDEE:mailto:x@voorbeeld.example\r\n"));
}

TEST(Calendar, FoldsLongLinesWithoutCuttingACharacter) {
  auto event = an_event();
  for (int i = 0; i < 60; ++i) event.title += "é€";
  const auto text = of(event);
  std::size_t longest = 0;
  for (const auto line : split(text, '\n')) {
    longest = std::max(longest, line.size());
    EXPECT_TRUE(is_utf8(line)) << line;
  }
  EXPECT_LE(longest, 76u);  // 75 octets and the carriage return
  EXPECT_THAT(unfolded(text), HasSubstr("SUMMARY:" + event.title + "\r\n"));
}

TEST(Calendar, SaysThatAMeetingIsCancelled) {
  auto event = an_event();
  EXPECT_THAT(of(event), HasSubstr("STATUS:CONFIRMED\r\n"));
  event.is_cancelled = true;
  EXPECT_THAT(of(event), HasSubstr("STATUS:CANCELLED\r\n"));
}

TEST(Calendar, OfATableWithoutMeetingsIsStillACalendar) {
  EXPECT_THAT(calendar_of("Leeg", {}), Not(HasSubstr("VEVENT")));
  EXPECT_THAT(calendar_of("Leeg", {}), HasSubstr("END:VCALENDAR\r\n"));
}

}  // namespace
}  // namespace wijktafel::tables
