#include "capabilities/tables/calendar.hpp"

#include <algorithm>

namespace wijktafel::tables {

namespace {

constexpr std::size_t longest_line = 75;  // octets, RFC 5545 section 3.1

// 2026-12-03T18:30:00Z as 20261203T183000Z.
std::string moment(Instant instant) {
  std::string text = iso_instant(instant);
  std::erase_if(text, [](char c) { return c == '-' || c == ':'; });
  return text;
}

// RFC 5545 section 3.3.11; a carriage return is left out, as a line end is one character here.
std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == '\\' || c == ';' || c == ',') result += '\\';
    if (c == '\n') {
      result += "\\n";
    } else if (static_cast<unsigned char>(c) >= ' ') {
      result += c;
    }
  }
  return result;
}

bool continues_a_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

// A long line goes on after a line end and a space; never within a character.
void add(std::string& calendar, std::string_view name, std::string_view value) {
  std::string line = std::string(name) + ":" + std::string(value);
  std::string_view rest = line;
  std::size_t room = longest_line;
  while (rest.size() > room) {
    std::size_t cut = room;
    while (cut > 0 && continues_a_character(rest[cut])) --cut;
    calendar += std::string(rest.substr(0, cut)) + "\r\n ";
    rest.remove_prefix(cut);
    room = longest_line - 1;
  }
  calendar += std::string(rest) + "\r\n";
}

void add_event(std::string& calendar, const CalendarEvent& event) {
  add(calendar, "BEGIN", "VEVENT");
  add(calendar, "UID", event.uid);
  add(calendar, "DTSTAMP", moment(event.changed_at));
  add(calendar, "LAST-MODIFIED", moment(event.changed_at));
  add(calendar, "SEQUENCE", std::to_string(event.version));
  add(calendar, "DTSTART", moment(event.begins_at));
  add(calendar, "DURATION", "PT2H");
  add(calendar, "SUMMARY", escaped(event.title));
  if (!event.place.empty()) add(calendar, "LOCATION", escaped(event.place));
  if (!event.url.empty()) add(calendar, "URL", event.url);
  add(calendar, "STATUS", event.is_cancelled ? "CANCELLED" : "CONFIRMED");
  add(calendar, "END", "VEVENT");
}

}  // namespace

std::string calendar_of(std::string_view name, const std::vector<CalendarEvent>& events) {
  std::string calendar;
  add(calendar, "BEGIN", "VCALENDAR");
  add(calendar, "VERSION", "2.0");
  add(calendar, "PRODID", "-//Wijktafel//NL");
  add(calendar, "CALSCALE", "GREGORIAN");
  add(calendar, "METHOD", "PUBLISH");
  add(calendar, "NAME", escaped(name));
  add(calendar, "X-WR-CALNAME", escaped(name));
  for (const auto& event : events) add_event(calendar, event);
  add(calendar, "END", "VCALENDAR");
  return calendar;
}

}  // namespace wijktafel::tables
