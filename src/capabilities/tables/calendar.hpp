// Meetings as iCalendar (RFC 5545), for the calendar on somebody's phone. Pure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.hpp"

namespace wijktafel::tables {

struct CalendarEvent {
  std::string uid;  // the same for ever: "overleg-12@wijktafel.example"
  std::string title;
  Instant begins_at{};
  Instant changed_at{};
  std::int64_t version = 0;  // grows with every change: a calendar takes the highest
  std::string place;
  std::string url;
  bool is_cancelled = false;
};

// Times in UTC, so that no time zone has to be described. A meeting is written down as two hours long.
std::string calendar_of(std::string_view name, const std::vector<CalendarEvent>& events);

}  // namespace wijktafel::tables
