#include "capabilities/signals/model/suspicion.hpp"

#include <algorithm>
#include <map>

#include "base/text.hpp"

namespace wijktafel::signals {
namespace {

using namespace std::chrono_literals;

constexpr int many_links = 3;
// Three screens with a photo or a few words take a person longer than this.
constexpr auto fastest = 4s;
// "heel heel heel veel" is how people write; twelve times the same word, half of the text or more, is not.
constexpr std::size_t same_word_times = 12;
constexpr std::size_t same_line_times = 4;
constexpr std::size_t line_that_counts = 15;  // characters

int count_of(std::string_view text, std::string_view wanted) {
  int count = 0;
  for (auto at = text.find(wanted); at != std::string_view::npos; at = text.find(wanted, at + wanted.size()))
    ++count;
  return count;
}

int links_in(std::string_view lower) {
  // "https://www." is one link.
  return count_of(lower, "http://") + count_of(lower, "https://") + count_of(lower, "www.") -
         count_of(lower, "://www.");
}

bool is_one_word_again_and_again(std::string_view text) {
  std::map<std::string_view, std::size_t> times;
  std::size_t all = 0;
  std::size_t most = 0;
  const std::string plain = slug(text);
  for (const auto word : split(plain, '-')) {
    if (word.empty()) continue;
    ++all;
    most = std::max(most, ++times[word]);
  }
  return most >= same_word_times && most * 2 >= all;
}

bool is_one_line_again_and_again(std::string_view text) {
  std::map<std::string_view, std::size_t> times;
  for (const auto line : split(text, '\n')) {
    const auto bare = trimmed(line);
    if (bare.size() >= line_that_counts && ++times[bare] >= same_line_times) return true;
  }
  return false;
}

}  // namespace

std::string_view word(Suspicion suspicion) {
  switch (suspicion) {
    case Suspicion::none: return "none";
    case Suspicion::hidden_field: return "hidden_field";
    case Suspicion::links: return "links";
    case Suspicion::repeated_text: return "repeated_text";
    case Suspicion::too_fast: return "too_fast";
  }
  return "";
}

Suspicion suspicion_of(const AboutSending& about) {
  if (about.hidden_field_filled) return Suspicion::hidden_field;
  const int links = links_in(lower_ascii(about.text));
  if (links >= many_links) return Suspicion::links;
  if (is_one_word_again_and_again(about.text) || is_one_line_again_and_again(about.text))
    return Suspicion::repeated_text;
  if (links > 0 && about.took < fastest) return Suspicion::too_fast;
  return Suspicion::none;
}

}  // namespace wijktafel::signals
