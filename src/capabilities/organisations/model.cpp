#include "capabilities/organisations/model.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace wijktafel::organisations {

namespace {

// Lower case, one space between words.
std::string compared(std::string_view name) {
  std::string words;
  for (const auto word : split(name, ' ')) {
    if (trimmed(word).empty()) continue;
    if (!words.empty()) words += ' ';
    words += lower_ascii(trimmed(word));
  }
  return words;
}

}  // namespace

bool is_kind(std::string_view text) { return std::ranges::find(kinds, text) != kinds.end(); }

bool is_key(std::string_view text) { return !text.empty() && text.size() <= 200 && slug(text) == text; }

bool is_same_name(std::string_view left, std::string_view right) { return compared(left) == compared(right); }

std::string free_key(std::string_view name, const std::vector<std::string>& taken) {
  auto wanted = slug(name);
  if (wanted.empty()) wanted = "organisatie";
  const auto is_taken = [&](const std::string& key) { return std::ranges::find(taken, key) != taken.end(); };
  if (!is_taken(wanted)) return wanted;
  for (int number = 2;; ++number) {
    auto key = wanted + "-" + std::to_string(number);
    if (!is_taken(key)) return key;
  }
}

}  // namespace wijktafel::organisations
