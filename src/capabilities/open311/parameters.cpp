#include "capabilities/open311/parameters.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace wijktafel::open311 {
namespace {

std::string_view first_in(const http::Pairs& pairs, std::string_view name) {
  for (const auto value : http::find_all(pairs, name))
    if (!trimmed(value).empty()) return trimmed(value);
  return {};
}

constexpr std::string_view attribute_start = "attribute[";

// Code and whether it is "attribute[CODE][]"; an empty code for what only resembles it.
std::pair<std::string_view, bool> code_in(std::string_view name) {
  name.remove_prefix(attribute_start.size());
  const bool is_several = name.ends_with("][]");
  if (is_several) name.remove_suffix(2);
  if (!name.ends_with(']')) return {};
  name.remove_suffix(1);
  if (name.find_first_of("[]") != std::string_view::npos) return {};
  return {name, is_several};
}

void add_answers(const http::Pairs& pairs, std::vector<Parameters::Answer>& all) {
  for (const auto& [name, value] : pairs) {
    if (!name.starts_with(attribute_start)) continue;
    const auto [code, is_several] = code_in(name);
    auto known = std::ranges::find(all, code, &Parameters::Answer::code);
    if (known == all.end()) known = all.insert(all.end(), {std::string(code), {}, !is_several});
    if (auto tidied = tidy(value); !tidied.empty()) known->values.push_back(std::move(tidied));
  }
}

}  // namespace

std::string_view Parameters::get(std::string_view name) const {
  if (fields_)
    if (const auto value = first_in(*fields_, name); !value.empty()) return value;
  return first_in(query_, name);
}

std::vector<std::string> Parameters::list(std::string_view name) const {
  std::vector<std::string> all;
  for (const auto part : split(get(name), ',')) {
    const std::string value(trimmed(part));
    if (!value.empty() && std::ranges::find(all, value) == all.end()) all.push_back(value);
  }
  return all;
}

std::vector<Parameters::Answer> Parameters::answers() const {
  std::vector<Answer> all;
  add_answers(query_, all);
  if (fields_) add_answers(*fields_, all);
  return all;
}

}  // namespace wijktafel::open311
