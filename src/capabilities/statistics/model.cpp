#include "capabilities/statistics/model.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <numeric>

#include "compute/survey/disclosure.hpp"

namespace wijktafel::statistics {
namespace {

std::string month_text(int year, unsigned month) { return fmt::format("{:04}-{:02}", year, month); }

// Months since year 0.
int months_until(const std::string& month) {
  const auto date = parse_date(month + "-01").value();
  return static_cast<int>(date.year()) * 12 + static_cast<int>(static_cast<unsigned>(date.month())) - 1;
}
std::string month_numbered(int number) {
  return month_text(number / 12, static_cast<unsigned>(number % 12) + 1);
}

}  // namespace

std::string month_of(Date date) {
  return month_text(static_cast<int>(date.year()), static_cast<unsigned>(date.month()));
}

std::optional<std::string> parse_month(std::string_view text) {
  if (text.size() != 7 || !parse_date(std::string(text) + "-01")) return std::nullopt;
  return std::string(text);
}

Period year_of(int year) { return {month_text(year, 1), month_text(year, 12)}; }

Period quarter_of(Date date) {
  const auto first = (static_cast<unsigned>(date.month()) - 1) / 3 * 3 + 1;
  const int year = static_cast<int>(date.year());
  return {month_text(year, first), month_text(year, first + 2)};
}

Period month_period(Date date) { return {month_of(date), month_of(date)}; }

Period period_of(std::string_view from, std::string_view until, Date today) {
  const auto first = parse_month(from);
  const auto last = parse_month(until);
  if (!first && !last) return year_of(static_cast<int>(today.year()));
  Period period{first.value_or(last.value_or("")), last.value_or(first.value_or(""))};
  if (period.until < period.from) std::swap(period.from, period.until);
  if (months_until(period.until) - months_until(period.from) >= months_most)
    period.from = month_numbered(months_until(period.until) - months_most + 1);
  return period;
}

Date first_day(const Period& period) { return parse_date(period.from + "-01").value(); }
Date day_after(const Period& period) {
  return parse_date(month_numbered(months_until(period.until) + 1) + "-01").value();
}

std::optional<double> median_of(const Days& days) {
  return number_of(days) < shown_least ? std::nullopt : median(days);
}

std::optional<std::int64_t> shown_confidential(std::int64_t number, const Period& period) {
  const bool is_whole_years = period.from.ends_with("-01") && period.until.ends_with("-12");
  if (!is_whole_years || number < shown_least) return std::nullopt;
  return number / shown_least * shown_least;
}

std::vector<Square> shown_squares(const std::vector<Square>& squares) {
  survey::CountTable table{.rows = squares.size(), .columns = 1, .counts = {}};
  for (const auto& square : squares) table.counts.push_back(static_cast<std::uint64_t>(square.number));
  if (squares.empty()) return {};
  const auto hidden = survey::suppress(table, shown_least);
  std::vector<Square> shown;
  for (std::size_t i = 0; i < squares.size(); ++i)
    if (!hidden.is_hidden(i, 0) && squares[i].number >= shown_least) shown.push_back(squares[i]);
  return shown;
}

}  // namespace wijktafel::statistics
