#include "platform/web/form.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

#include "base/text.hpp"

namespace wijktafel::web {
namespace {

bool is_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

// "3-12-2026", "03/12/2026" and "3.12.2026" as yyyy-mm-dd; anything else as it is.
std::string in_iso_order(std::string_view typed) {
  std::string text(typed);
  std::ranges::replace(text, '/', '-');
  std::ranges::replace(text, '.', '-');
  const auto parts = split(text, '-');
  if (parts.size() != 3 || !std::ranges::all_of(parts, is_digits)) return std::string(typed);
  if (parts[0].size() > 2 || parts[1].size() > 2 || parts[2].size() != 4) return std::string(typed);
  return fmt::format("{}-{:0>2}-{:0>2}", parts[2], parts[1], parts[0]);
}

// "1.500" as 1500, but not "1.5" or "15.00.0": a full stop may only stand before each three digits.
std::optional<std::int64_t> parse_whole(std::string_view typed) {
  const bool negative = typed.starts_with('-');
  if (negative) typed.remove_prefix(1);
  const auto groups = split(typed, '.');
  std::string digits;
  for (const auto group : groups) {
    const bool is_first = digits.empty();
    if (!is_digits(group) || (groups.size() > 1 && (is_first ? group.size() > 3 : group.size() != 3)))
      return std::nullopt;
    digits += group;
  }
  if (digits.size() > 15) return std::nullopt;
  std::int64_t value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return negative ? -value : value;
}

}  // namespace

std::string FormReader::text(std::string_view field, const TextRule& rule) {
  std::string typed_text = tidy(form_.get(field));
  if (typed_text.empty() && !rule.missing_key.empty()) fault(std::string(field), rule.missing_key);
  if (const auto count = length(typed_text); count > rule.most) {
    fault(std::string(field), "web.form.too_long",
          {{"most", static_cast<std::int64_t>(rule.most)},
           {"over", static_cast<std::int64_t>(count - rule.most)}});
  }
  return typed_text;
}

std::optional<std::string> FormReader::choice(std::string_view field, const std::vector<std::string>& choices,
                                              const std::string& missing_key) {
  const auto chosen = form_.get(field);
  if (chosen.empty()) {
    if (!missing_key.empty()) fault(std::string(field), missing_key);
    return std::nullopt;
  }
  if (std::ranges::find(choices, chosen) == choices.end()) {
    fault(std::string(field), "web.form.not_a_choice");
    return std::nullopt;
  }
  return std::string(chosen);
}

std::vector<std::string> FormReader::choices(std::string_view field,
                                             const std::vector<std::string>& allowed) {
  const auto chosen = http::find_all(form_.fields, field);
  std::vector<std::string> known;
  for (const auto& value : allowed)
    if (std::ranges::find(chosen, value) != chosen.end()) known.push_back(value);
  const auto is_unknown = [&](std::string_view value) {
    return std::ranges::find(allowed, value) == allowed.end();
  };
  if (std::ranges::any_of(chosen, is_unknown)) fault(std::string(field), "web.form.not_a_choice");
  return known;
}

bool FormReader::checked(std::string_view field) const { return http::find(form_.fields, field).has_value(); }

std::optional<Date> FormReader::date(std::string_view field, const std::string& missing_key) {
  const std::string typed_text = tidy(form_.get(field));
  if (typed_text.empty()) {
    if (!missing_key.empty()) fault(std::string(field), missing_key);
    return std::nullopt;
  }
  auto date = parse_date(in_iso_order(typed_text));
  if (!date) fault(std::string(field), "web.form.not_a_date");
  return date;
}

std::optional<std::int64_t> FormReader::whole_number(std::string_view field, std::int64_t least,
                                                     std::int64_t most, const std::string& missing_key) {
  const std::string typed_text = tidy(form_.get(field));
  if (typed_text.empty()) {
    if (!missing_key.empty()) fault(std::string(field), missing_key);
    return std::nullopt;
  }
  const auto value = parse_whole(typed_text);
  if (!value) {
    fault(std::string(field), "web.form.not_a_number");
    return std::nullopt;
  }
  if (*value < least || *value > most) {
    fault(std::string(field), "web.form.out_of_range", {{"least", least}, {"most", most}});
    return std::nullopt;
  }
  return value;
}

void FormReader::fault(std::string field, std::string word_key, i18n::Arguments arguments) {
  faults_.push_back({std::move(field), std::move(word_key), std::move(arguments)});
}

}  // namespace wijktafel::web
