// Months, medians and what may be shown of small numbers. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/median.hpp"
#include "base/time.hpp"

namespace wijktafel::statistics {

inline constexpr int months_most = 120;         // of a period
inline constexpr std::int64_t shown_least = 5;  // fewer say something about a person
inline constexpr int square_m = 250;

std::string month_of(Date date);  // "2026-11"
// Only "yyyy-mm" of a real month.
std::optional<std::string> parse_month(std::string_view text);

// Whole months, both included.
struct Period {
  std::string from;
  std::string until;
  bool operator==(const Period&) const = default;
};
// As asked; this year when nothing or nonsense is asked. At most months_most, the last ones.
Period period_of(std::string_view from, std::string_view until, Date today);
Period year_of(int year);
Period quarter_of(Date date);
Period month_period(Date date);
Date first_day(const Period& period);
Date day_after(const Period& period);

// Number of times by number of days. Nothing for fewer than shown_least.
using Days = Counts;
std::optional<double> median_of(const Days& days);

struct Square {
  std::int64_t x = 0;
  std::int64_t y = 0;
  std::int64_t number = 0;
};
// How many were told in confidence, in fives and of whole years only: two periods, or an area and the areas
// within it, can be taken from each other without one signal coming out.
std::optional<std::int64_t> shown_confidential(std::int64_t number, const Period& period);

// Without squares of fewer than shown_least, and without what would give such a one away to who knows the
// total.
std::vector<Square> shown_squares(const std::vector<Square>& squares);

}  // namespace wijktafel::statistics
