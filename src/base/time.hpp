// Time as Wijktafel uses it: instants in UTC milliseconds, dates of the calendar in Europe/Amsterdam, and
// clocks. Only clock.cpp asks the machine for the time; everything else is handed a Clock.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace wijktafel {

using Instant = std::chrono::sys_time<std::chrono::milliseconds>;
using Date = std::chrono::year_month_day;  // always a valid day once it left parse_date or local_date

struct LocalTime {
  Date date;
  int hour = 0;
  int minute = 0;
};

// Milliseconds since 1970 in UTC: the form in which instants are stored.
std::int64_t to_millis(Instant instant);
Instant from_millis(std::int64_t millis);

// 2026-11-22, and 2026-11-22T18:30:00Z.
std::string iso_date(Date date);
std::string iso_instant(Instant instant);
// nothing for anything but a valid yyyy-mm-dd.
std::optional<Date> parse_date(std::string_view text);
// RFC 3339 with a zone ("2026-01-29T19:30:00+01:00" or "...Z"); nothing without a zone.
std::optional<Instant> parse_instant(std::string_view text);

// The calendar and the wall clock in Europe/Amsterdam. `at` takes the first of two when the clock goes back,
// and the moment after the gap when it goes forward. Thread-safe.
LocalTime local_time(Instant instant);
Date local_date(Instant instant);
Instant at(Date date, int hour = 0, int minute = 0);

int days_between(Date from, Date to);  // positive when `to` is later
Date plus_days(Date date, int days);

// Thread-safe.
class Clock {
 public:
  virtual ~Clock() = default;
  virtual Instant now() const = 0;
  Date today() const { return local_date(now()); }
};

class SystemClock final : public Clock {
 public:
  Instant now() const override;
};

// A clock that starts at a chosen moment and then runs on: the demo lives on 22 November 2026.
class ShiftedClock final : public Clock {
 public:
  explicit ShiftedClock(Instant start);
  Instant now() const override;

 private:
  std::chrono::milliseconds shift_;
};

// For tests: stands still until it is set. Not thread-safe while being set.
class FixedClock final : public Clock {
 public:
  explicit FixedClock(Instant now) : now_(now) {}
  Instant now() const override { return now_; }
  void set(Instant now) { now_ = now; }
  void advance(std::chrono::milliseconds by) { now_ += by; }

 private:
  Instant now_;
};

}  // namespace wijktafel
