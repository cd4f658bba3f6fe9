#include "capabilities/signals/model/promise_words.hpp"

#include <algorithm>
#include <vector>

#include "base/text.hpp"

namespace wijktafel::signals {
namespace {

using Words = std::vector<std::string>;

// "Wij gaan dit niet doen", "er komt geen lamp": the opposite of a promise.
const std::vector<std::string_view> denial{"geen", "niets", "niet", "niemand", "nooit"};

template <class List>
bool is_any(const List& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

// The place behind the rule when its steps are found from `start` on.
std::optional<std::size_t> match_at(const PromiseRule& rule, const Words& words, std::size_t start) {
  std::size_t place = start;
  for (const auto& step : rule.steps) {
    std::size_t found = place;
    const std::size_t last = std::min(words.size(), place + step.gap + 1);
    while (found < last && !is_any(step.any_of, words[found])) ++found;
    if (found >= last) return std::nullopt;
    place = found + 1;
  }
  return place;
}

// "Neemt u ...", "Gaat u ...", "Komt er iemand?": what somebody else is asked to do is no promise of ours.
bool asks_the_reader(const Words& words, std::size_t start) {
  return start + 1 < words.size() && words[start + 1] == "u";
}

bool denies(const Words& words, std::size_t from, std::size_t to) {
  return std::any_of(words.begin() + static_cast<std::ptrdiff_t>(from),
                     words.begin() + static_cast<std::ptrdiff_t>(std::min(to, words.size())),
                     [](const std::string& word) { return is_any(denial, word); });
}

bool holds(const PromiseRule& rule, const Words& words) {
  for (std::size_t start = 0; start < words.size(); ++start) {
    const auto end = match_at(rule, words, start);
    if (end && !asks_the_reader(words, start) && !denies(words, start, *end + rule.look_ahead)) return true;
  }
  return false;
}

bool is_letter(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte == '\'';
}

Words words_of(std::string_view sentence) {
  Words words;
  std::string word;
  for (const char c : lower_ascii(sentence)) {
    if (is_letter(c)) {
      word += c;
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

std::vector<std::string_view> sentences_of(std::string_view text) {
  std::vector<std::string_view> sentences;
  while (!text.empty()) {
    const auto end = std::min(text.find_first_of(".!?\n"), text.size());
    const auto length = std::min(end + 1, text.size());
    if (const auto sentence = trimmed(text.substr(0, length)); !sentence.empty())
      sentences.push_back(sentence);
    text.remove_prefix(length);
  }
  return sentences;
}

}  // namespace

std::optional<std::string> promise_in(std::string_view text, const std::vector<PromiseRule>& rules) {
  for (const auto sentence : sentences_of(text)) {
    const auto words = words_of(sentence);
    if (std::ranges::any_of(rules, [&](const PromiseRule& rule) { return holds(rule, words); }))
      return std::string(sentence);
  }
  return std::nullopt;
}

}  // namespace wijktafel::signals
