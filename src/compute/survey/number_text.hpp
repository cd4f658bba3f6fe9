// Numbers as people write them in a table: digits with a point. What spreadsheets in Dutch make of them is
// told apart, because it is the fault that everybody makes.
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"

namespace wijktafel::survey {

inline constexpr double largest_number = 1e15;  // beyond, whole numbers are no longer exact

// Or why not: "empty_cell", "decimal_comma", "not_a_number", "number_too_large" (either sign).
Result<double, std::string_view> number_of(std::string_view cell);

// 12 digits, a point, no exponent between 0.0001 and 10^15: what weights are written with.
std::string number_text(double value);

}  // namespace wijktafel::survey
