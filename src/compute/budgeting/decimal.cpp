#include "compute/budgeting/decimal.hpp"

#include "base/text.hpp"

namespace wijktafel::budgeting {
namespace {

constexpr int most_digits = 18;  // below 2^63

}  // namespace

std::optional<Decimal> decimal_of(std::string_view text) {
  text = trimmed(text);
  const bool is_negative = text.starts_with('-');
  if (is_negative || text.starts_with('+')) text.remove_prefix(1);
  Decimal number;
  int digits = 0;
  bool has_digit = false;
  bool in_decimals = false;
  for (const char c : text) {
    if ((c == '.' || c == ',') && !in_decimals) {
      in_decimals = true;
      continue;
    }
    if (c < '0' || c > '9') return std::nullopt;
    has_digit = true;
    if (digits > 0 || c != '0') ++digits;
    if (in_decimals) ++number.decimals;
    if (digits > most_digits || number.decimals > most_digits) return std::nullopt;
    number.digits = number.digits * 10 + (c - '0');
  }
  if (!has_digit) return std::nullopt;
  while (number.decimals > 0 && number.digits % 10 == 0) {
    number.digits /= 10;
    --number.decimals;
  }
  if (is_negative) number.digits = -number.digits;
  return number;
}

std::string_view why_no_decimal(std::string_view text) {
  text = trimmed(text);
  if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
  const auto point = text.find_first_of(".,");
  const auto is_digits = [](std::string_view part) {
    return part.find_first_not_of("0123456789") == std::string_view::npos;
  };
  const bool is_number = text.size() > static_cast<std::size_t>(most_digits) &&
                         is_digits(text.substr(0, point)) &&
                         (point == std::string_view::npos || is_digits(text.substr(point + 1)));
  return is_number ? "too_many_digits" : "not_a_number";
}

std::optional<std::int64_t> scaled(Decimal number, int decimals) {
  std::int64_t digits = number.digits;
  for (int i = number.decimals; i < decimals; ++i)
    if (__builtin_mul_overflow(digits, std::int64_t{10}, &digits)) return std::nullopt;
  return digits;
}

std::string decimal_text(std::int64_t number, std::int64_t scale) {
  std::string text;
  if (number < 0 && number / scale == 0) text += '-';
  text += std::to_string(number / scale);
  std::int64_t rest = number % scale;
  if (rest < 0) rest = -rest;
  if (rest == 0) return text;
  text += '.';
  for (std::int64_t place = scale / 10; place > 0 && rest > 0; place /= 10) {
    text += static_cast<char>('0' + rest / place);
    rest %= place;
  }
  return text;
}

}  // namespace wijktafel::budgeting
