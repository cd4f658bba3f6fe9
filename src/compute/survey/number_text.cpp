#include "compute/survey/number_text.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fmt/format.h>

#include "base/text.hpp"

namespace wijktafel::survey {
namespace {

bool has_decimal_comma(std::string_view cell) {
  return std::ranges::count(cell, ',') >= 1 &&
         cell.find_first_not_of("+-0123456789.,") == std::string_view::npos;
}

}  // namespace

Result<double, std::string_view> number_of(std::string_view cell) {
  cell = trimmed(cell);
  if (cell.empty()) return std::unexpected("empty_cell");
  if (has_decimal_comma(cell)) return std::unexpected("decimal_comma");
  double value = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  if (error == std::errc::result_out_of_range) return std::unexpected("number_too_large");
  if (error != std::errc() || end != cell.data() + cell.size() || !std::isfinite(value))
    return std::unexpected("not_a_number");
  if (std::abs(value) > largest_number) return std::unexpected("number_too_large");
  return value;
}

std::string number_text(double value) { return fmt::format("{:.12g}", value); }

}  // namespace wijktafel::survey
