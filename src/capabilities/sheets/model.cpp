#include "capabilities/sheets/model.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace wijktafel::sheets {
namespace {

Date first_of_next(Date first) {
  // The 1st and 31 days is always in the month after it.
  const auto written = iso_date(plus_days(first, 31));
  return parse_date(written.substr(0, 7) + "-01").value();
}

}  // namespace

std::optional<Month> month_of(std::string_view key) {
  if (key.size() != 7) return std::nullopt;
  const auto first = parse_date(std::string(key) + "-01");
  if (!first) return std::nullopt;
  return Month{*first, first_of_next(*first)};
}

Month month_with(Date day) { return month_of(iso_date(day).substr(0, 7)).value(); }

Month month_before(const Month& month) { return month_with(plus_days(month.first, -1)); }

std::string on_one_line(std::string_view title, std::size_t most) {
  if (length(title) <= most) return std::string(title);
  return std::string(trimmed(first(title, most - 1))) + "…";
}

bool is_phone(std::string_view typed) {
  const auto digits = std::ranges::count_if(typed, [](char c) { return c >= '0' && c <= '9'; });
  const bool is_known = std::ranges::all_of(typed, [](char c) {
    return (c >= '0' && c <= '9') || std::string_view(" -.()+").find(c) != std::string_view::npos;
  });
  return is_known && digits >= 8 && digits <= 15;
}

}  // namespace wijktafel::sheets
