#include "capabilities/themes/model.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace wijktafel::themes {

std::vector<std::string> domain_words(unsigned set) {
  std::vector<std::string> words;
  for (const auto& [word, bit] : domains)
    if (set & bit) words.emplace_back(word);
  return words;
}

unsigned domains_of(const std::vector<std::string>& words) {
  unsigned set = 0;
  for (const auto& [word, bit] : domains)
    if (std::ranges::count(words, word) > 0) set |= bit;
  return set;
}

std::vector<std::string> keywords_of(std::string_view typed) {
  std::vector<std::string> all;
  while (!typed.empty()) {
    const auto end = typed.find_first_of(",;\n");
    const auto word = lower_ascii(tidy(std::string(typed.substr(0, end))));
    if (!word.empty() && std::ranges::count(all, word) == 0) all.push_back(word);
    typed = end == std::string_view::npos ? std::string_view{} : typed.substr(end + 1);
  }
  return all;
}

std::string typed_keywords(const std::vector<std::string>& keywords) {
  std::string all;
  for (const auto& word : keywords) all += (all.empty() ? "" : ", ") + word;
  return all;
}

}  // namespace wijktafel::themes
