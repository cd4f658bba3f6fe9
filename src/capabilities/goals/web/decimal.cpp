#include "capabilities/goals/web/decimal.hpp"

#include <algorithm>
#include <charconv>

#include "base/text.hpp"

namespace wijktafel::goals {
namespace {

constexpr double most = 1e9;

bool is_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

// "1.500" and "12.000.000" without their full stops; nothing when the full stops stand elsewhere.
std::optional<std::string> without_thousands(std::string_view text) {
  std::string digits;
  bool is_first = true;
  for (const auto group : split(text, '.')) {
    if (!is_digits(group) || (is_first ? group.size() > 3 : group.size() != 3)) return std::nullopt;
    digits += group;
    is_first = false;
  }
  return digits;
}

// Whole digits and, after a point, decimals: the one form that is read as a number.
std::optional<std::string> plain(std::string_view text) {
  const auto comma = text.find(',');
  if (comma != std::string_view::npos) {
    const auto whole = text.substr(0, comma);
    const auto decimals = text.substr(comma + 1);
    auto digits = is_digits(whole) ? std::optional(std::string(whole)) : without_thousands(whole);
    if (!digits || !is_digits(decimals)) return std::nullopt;
    return *digits + "." + std::string(decimals);
  }
  if (is_digits(text)) return std::string(text);
  if (auto thousands = without_thousands(text)) return thousands;
  const auto parts = split(text, '.');
  if (parts.size() != 2 || !is_digits(parts[0]) || !is_digits(parts[1])) return std::nullopt;
  return std::string(text);
}

}  // namespace

std::optional<double> decimal_in(std::string_view typed) {
  auto text = trimmed(typed);
  const bool is_negative = text.starts_with('-');
  if (is_negative) text.remove_prefix(1);
  const auto digits = plain(text);
  if (!digits || digits->size() > 20) return std::nullopt;
  double value = 0;
  std::from_chars(digits->data(), digits->data() + digits->size(), value);
  if (value > most) return std::nullopt;
  return is_negative ? -value : value;
}

std::optional<double> read_decimal(web::FormReader& reader, std::string_view field,
                                   const std::string& missing_key) {
  const std::string typed = tidy(reader.typed(field));
  if (typed.empty()) {
    reader.fault(std::string(field), missing_key);
    return std::nullopt;
  }
  const auto value = decimal_in(typed);
  if (!value) reader.fault(std::string(field), "web.form.not_a_number");
  return value;
}

}  // namespace wijktafel::goals
