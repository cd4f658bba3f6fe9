// Written out by hand instead of by ICU: two languages, a dozen forms, and no formatter objects per thread.
// See docs/decisions/0009-dates-and-money.md; the tests compare the names of days and months with ICU's.
#include <array>
#include <cmath>
#include <fmt/format.h>

#include "platform/i18n/words.hpp"

namespace wijktafel::i18n {
namespace {

struct Names {
  std::array<std::string_view, 7> days;  // Sunday first, as std::chrono::weekday counts
  std::array<std::string_view, 12> months;
  std::string_view last_and;
  char thousands;
  char decimal;
};

constexpr Names dutch = {{"zondag", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag"},
                         {"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus",
                          "september", "oktober", "november", "december"},
                         " en ",
                         '.',
                         ','};
constexpr Names english = {{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"},
                           {"January", "February", "March", "April", "May", "June", "July", "August",
                            "September", "October", "November", "December"},
                           " and ",
                           ',',
                           '.'};

const Names& names(Language language) { return language == Language::nl ? dutch : english; }

std::string_view month(Language language, Date date) {
  return names(language).months[static_cast<unsigned>(date.month()) - 1];
}

std::string day_and_month(Language language, Date date) {
  return fmt::format("{} {}", static_cast<unsigned>(date.day()), month(language, date));
}

std::string grouped(std::uint64_t value, char separator) {
  const std::string digits = std::to_string(value);
  std::string result;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) result += separator;
    result += digits[i];
  }
  return result;
}

std::uint64_t magnitude(std::int64_t value) {
  const auto bits = static_cast<std::uint64_t>(value);
  return value < 0 ? 0 - bits : bits;
}

}  // namespace

std::string_view code(Language language) { return language == Language::nl ? "nl" : "en"; }

std::string full_date(Language language, Date date) {
  return fmt::format("{} {}", day_and_month(language, date), static_cast<int>(date.year()));
}

std::string short_date(Language language, Date date, Date today) {
  return date.year() == today.year() ? day_and_month(language, date) : full_date(language, date);
}

std::string long_date(Language language, Date date, Date today) {
  const auto weekday = std::chrono::weekday(std::chrono::sys_days(date)).c_encoding();
  return fmt::format("{} {}", names(language).days[weekday], short_date(language, date, today));
}

// Dutch writes 9.05 uur (Taaladvies), British English 09:05 on the 24-hour clock.
std::string time_of_day(Language language, int hour, int minute) {
  if (language == Language::nl) return fmt::format("{}.{:02} uur", hour, minute);
  return fmt::format("{:02}:{:02}", hour, minute);
}

std::string date_and_time(Language language, Instant instant, Date today) {
  const auto local = local_time(instant);
  return long_date(language, local.date, today) + ", " + time_of_day(language, local.hour, local.minute);
}

std::string month_and_year(Language language, Date date) {
  return fmt::format("{} {}", month(language, date), static_cast<int>(date.year()));
}

// Whole euros without decimals. The minus stands where CLDR has it: "€ -12", "-€12".
std::string money(Language language, std::int64_t cents) {
  const auto amount = magnitude(cents);
  std::string digits = grouped(amount / 100, names(language).thousands);
  if (amount % 100 != 0) digits += fmt::format("{}{:02}", names(language).decimal, amount % 100);
  const std::string_view minus = cents < 0 ? "-" : "";
  if (language == Language::nl) return fmt::format("€ {}{}", minus, digits);
  return fmt::format("{}€{}", minus, digits);
}

std::string number(Language language, std::int64_t value) {
  return (value < 0 ? "-" : "") + grouped(magnitude(value), names(language).thousands);
}

std::string number(Language language, double value) {
  const double tenths = std::round(std::abs(value) * 10);
  // Beyond whole numbers a double can hold exactly (or no number at all) there is nothing to say with one
  // decimal.
  if (!(tenths < 9e15)) return "–";
  const auto whole = static_cast<std::uint64_t>(tenths);
  std::string result = value < 0 && whole != 0 ? "-" : "";
  result += grouped(whole / 10, names(language).thousands);
  if (whole % 10 != 0) {
    result += names(language).decimal;
    result += static_cast<char>('0' + whole % 10);
  }
  return result;
}

std::string listed(Language language, const std::vector<std::string>& parts) {
  std::string result;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) result += i + 1 == parts.size() ? names(language).last_and : std::string_view(", ");
    result += parts[i];
  }
  return result;
}

}  // namespace wijktafel::i18n
