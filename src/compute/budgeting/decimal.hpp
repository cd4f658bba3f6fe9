// Amounts and points as files have them: digits with at most one point or comma, kept whole.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace wijktafel::budgeting {

// digits / 10^decimals, without zeros at the end of the decimals: 12,50 is {125, 1}.
struct Decimal {
  std::int64_t digits = 0;
  int decimals = 0;
};

// Nothing when it is not a number, or has more than 18 digits.
std::optional<Decimal> decimal_of(std::string_view text);
// Why decimal_of gives nothing, as the reason of an InputFault: "not_a_number", or "too_many_digits" for what
// is one but longer.
std::string_view why_no_decimal(std::string_view text);
// In 1/10^decimals, at least as many as it has itself; nothing when that does not fit.
std::optional<std::int64_t> scaled(Decimal number, int decimals);
// "12.5" for 125 with scale 10; scale is a power of ten.
std::string decimal_text(std::int64_t number, std::int64_t scale);

}  // namespace wijktafel::budgeting
