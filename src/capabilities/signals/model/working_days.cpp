#include "capabilities/signals/model/working_days.hpp"

namespace wijktafel::signals {

using std::chrono::April;
using std::chrono::December;
using std::chrono::January;
using std::chrono::May;
using std::chrono::Saturday;
using std::chrono::Sunday;
using std::chrono::sys_days;
using std::chrono::weekday;

// The anonymous Gregorian computus (Nature, 20 April 1876); right for every year of the Gregorian calendar.
Date easter_sunday(std::chrono::year year) {
  const int y = static_cast<int>(year);
  const int golden = y % 19;
  const int century = y / 100;
  const int of_century = y % 100;
  const int correction = (century - (century + 8) / 25 + 1) / 3;
  const int epact = (19 * golden + century - century / 4 - correction + 15) % 30;
  const int weekday_shift = (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4) % 7;
  const int late = (golden + 11 * epact + 22 * weekday_shift) / 451;
  const int month_and_day = epact + weekday_shift - 7 * late + 114;
  return Date{year, std::chrono::month{static_cast<unsigned>(month_and_day / 31)},
              std::chrono::day{static_cast<unsigned>(month_and_day % 31 + 1)}};
}

namespace {

// 27 April, or the day before when that is a Sunday.
Date kings_day(std::chrono::year year) {
  const Date date = year / April / 27;
  return weekday{sys_days{date}} == Sunday ? plus_days(date, -1) : date;
}

}  // namespace

bool is_public_holiday(Date date) {
  const auto year = date.year();
  const auto easter = easter_sunday(year);
  return date == year / January / 1 || date == year / May / 5 || date == year / December / 25 ||
         date == year / December / 26 || date == kings_day(year) || date == plus_days(easter, -2) ||
         date == plus_days(easter, 1) || date == plus_days(easter, 39) || date == plus_days(easter, 50);
}

bool is_working_day(Date date) {
  const weekday day{sys_days{date}};
  return day != Saturday && day != Sunday && !is_public_holiday(date);
}

Date working_days_after(Date from, int count) {
  Date date = from;
  for (int counted = 0; counted < count;) {
    date = plus_days(date, 1);
    if (is_working_day(date)) ++counted;
  }
  return date;
}

}  // namespace wijktafel::signals
