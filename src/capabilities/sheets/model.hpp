// The rules of a sheet, without a database: which month, and what fits on one page.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/time.hpp"

namespace wijktafel::sheets {

// "2026-11": from the first moment of the first day up to and without `until`.
struct Month {
  Date first;
  Date next;  // the first day of the month after it

  std::string key() const { return iso_date(first).substr(0, 7); }
  Instant from() const { return at(first); }
  Instant until() const { return at(next); }
};
std::optional<Month> month_of(std::string_view key);
Month month_with(Date day);
Month month_before(const Month& month);

// One side of A4 with letters of 11 points has room for this many lines of each; measured by
// tests/browser/journeys/sheet.mjs, which prints the fullest sheet there is.
inline constexpr int signals_most = 5;
inline constexpr int promises_most = 3;
inline constexpr int decisions_most = 2;
inline constexpr int goals_most = 1;
inline constexpr int strip_most = 5;
inline constexpr std::size_t title_most = 48;  // a line is not broken
inline constexpr std::size_t name_most = 24;   // of an organisation
// A phone number of who offers help is needed until somebody called back.
inline constexpr int phone_kept_days = 60;

// At most this many characters, ended with an ellipsis when something was left out.
std::string on_one_line(std::string_view title, std::size_t most = title_most);

// A Dutch telephone number as people write it, or one from abroad: digits with spaces, hyphens, dots,
// brackets and one leading plus.
bool is_phone(std::string_view typed);

}  // namespace wijktafel::sheets
