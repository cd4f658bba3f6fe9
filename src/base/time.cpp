#include "base/time.hpp"

#include <charconv>
#include <date/tz.h>
#include <fmt/format.h>

namespace wijktafel {
namespace {

using std::chrono::days;
using std::chrono::milliseconds;

const date::time_zone& amsterdam() {
  static const date::time_zone* zone = date::locate_zone("Europe/Amsterdam");
  return *zone;
}

std::optional<int> digits(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || text.front() == '-') return std::nullopt;
  return value;
}

// "hh:mm" or "hh:mm:ss" as milliseconds since midnight; a fraction of a second is read and dropped.
std::optional<milliseconds> time_of_day(std::string_view text) {
  if (text.size() < 5 || text[2] != ':') return std::nullopt;
  const auto hour = digits(text.substr(0, 2));
  const auto minute = digits(text.substr(3, 2));
  std::optional<int> second = 0;
  if (text.size() > 5) {
    if (text.size() < 8 || text[5] != ':' || (text.size() > 8 && text[8] != '.')) return std::nullopt;
    second = digits(text.substr(6, 2));
  }
  if (!hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 59) return std::nullopt;
  return std::chrono::hours(*hour) + std::chrono::minutes(*minute) + std::chrono::seconds(*second);
}

}  // namespace

std::int64_t to_millis(Instant instant) { return instant.time_since_epoch().count(); }
Instant from_millis(std::int64_t millis) { return Instant(milliseconds(millis)); }

std::string iso_date(Date date) {
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

std::string iso_instant(Instant instant) {
  const auto day = std::chrono::floor<days>(instant);
  const std::chrono::hh_mm_ss time(std::chrono::floor<std::chrono::seconds>(instant - day));
  return fmt::format("{}T{:02}:{:02}:{:02}Z", iso_date(Date(day)), time.hours().count(),
                     time.minutes().count(), time.seconds().count());
}

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = digits(text.substr(0, 4));
  const auto month = digits(text.substr(5, 2));
  const auto day = digits(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  const Date date(std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                  std::chrono::day(static_cast<unsigned>(*day)));
  if (!date.ok()) return std::nullopt;
  return date;
}

std::optional<Instant> parse_instant(std::string_view text) {
  if (text.size() < 17 || (text[10] != 'T' && text[10] != 't')) return std::nullopt;
  const auto date = parse_date(text.substr(0, 10));
  if (!date) return std::nullopt;
  const auto zone_at = text.find_first_of("Zz+-", 11);
  if (zone_at == std::string_view::npos) return std::nullopt;
  const auto time = time_of_day(text.substr(11, zone_at - 11));
  if (!time) return std::nullopt;
  milliseconds offset{0};
  const auto zone = text.substr(zone_at);
  if (zone.size() == 1) {
    if (zone[0] != 'Z' && zone[0] != 'z') return std::nullopt;
  } else {
    if (zone.size() != 6) return std::nullopt;
    const auto shift = time_of_day(zone.substr(1));
    if (!shift) return std::nullopt;
    offset = zone[0] == '-' ? -*shift : *shift;
  }
  return Instant(std::chrono::sys_days(*date)) + *time - offset;
}

LocalTime local_time(Instant instant) {
  const auto offset = amsterdam().get_info(std::chrono::floor<std::chrono::seconds>(instant)).offset;
  const auto local = instant + offset;
  const auto day = std::chrono::floor<days>(local);
  const std::chrono::hh_mm_ss time(std::chrono::floor<std::chrono::minutes>(local - day));
  return {Date(day), static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count())};
}

Date local_date(Instant instant) { return local_time(instant).date; }

Instant at(Date date, int hour, int minute) {
  const date::local_seconds local(std::chrono::sys_days(date).time_since_epoch() + std::chrono::hours(hour) +
                                  std::chrono::minutes(minute));
  return std::chrono::time_point_cast<milliseconds>(amsterdam().to_sys(local, date::choose::earliest));
}

int days_between(Date from, Date to) {
  return static_cast<int>((std::chrono::sys_days(to) - std::chrono::sys_days(from)).count());
}

Date plus_days(Date date, int count) { return Date(std::chrono::sys_days(date) + days(count)); }

}  // namespace wijktafel
