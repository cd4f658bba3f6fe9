#include "capabilities/signals/model/promise_words.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include "base/text.hpp"

namespace wijktafel::signals {
namespace {

using Words = std::vector<std::string>;

// One place in a rule: any of these words, and how many other words may stand before it.
struct Step {
  std::vector<std::string_view> any_of;
  std::size_t gap = 0;
};
struct Rule {
  std::vector<Step> steps;
  std::size_t look_ahead = 0;  // among how many words behind the match a denial is sought too
};

const std::vector<std::string_view> we{"we", "wij", "ik"};
// What is promised when somebody "gaat" or something "wordt".
const std::vector<std::string_view> doing{
    "doen",    "maken",     "plaatsen", "herstellen",  "repareren",   "oppakken",  "aanpakken",
    "regelen", "uitzoeken", "bekijken", "kijken",      "onderzoeken", "zorgen",    "aanleggen",
    "planten", "vervangen", "opruimen", "oplossen",    "meenemen",    "bespreken", "vragen",
    "zetten",  "inplannen", "snoeien",  "schoonmaken", "weghalen",    "verbeteren"};
const std::vector<std::string_view> being_done{
    "gedaan",    "gemaakt",   "geplaatst",     "hersteld",   "gerepareerd", "opgepakt",
    "aangepakt", "geregeld",  "uitgezocht",    "bekeken",    "onderzocht",  "aangelegd",
    "geplant",   "vervangen", "opgeruimd",     "opgelost",   "meegenomen",  "besproken",
    "ingepland", "gesnoeid",  "schoongemaakt", "weggehaald", "verbeterd"};
// "Wij gaan dit niet doen", "er komt geen lamp": the opposite of a promise.
const std::vector<std::string_view> denial{"geen", "niets", "niet", "niemand", "nooit"};

const std::vector<Rule>& rules() {
  static const std::vector<Rule> all{
      // "dat nemen we mee", "de gemeente neemt het mee"; not the question "neemt u een tas mee?"
      {{{{"nemen", "neemt"}}, {{"mee"}, 5}}},
      {{{we}, {{"neem", "nemen"}}, {{"mee"}, 5}}},
      {{{{"neem"}}, {{"ik"}}, {{"mee"}, 5}}},
      // "er komt één extra lamp", "komt er een bank"
      {{{{"er"}}, {{"komt", "komen"}}}, 2},
      {{{{"komt", "komen"}}, {{"er"}}}, 2},
      // "dit pakken wij op", "de woonstichting pakt dat op"
      {{{{"pakken", "pakt"}}, {{"op", "aan"}, 5}}},
      {{{we}, {{"pak", "pakken"}}, {{"op", "aan"}, 5}}},
      {{{{"pak"}}, {{"ik"}}, {{"op", "aan"}, 5}}},
      // "dat gaan we doen", "wij gaan dit regelen", "de gemeente gaat de lamp maken"
      {{{{"gaan", "gaat", "ga"}}, {doing, 6}}},
      {{{{"zullen", "zal"}}, {doing, 6}}},
      {{{{"wordt", "worden"}}, {being_done, 6}}},
      {{{{"zullen", "zal"}}, {being_done, 6}}},
      // "daar zorgen we voor", "wij zorgen ervoor dat"
      {{{{"zorgen", "zorg"}}, {we}, {{"voor", "ervoor", "hiervoor"}, 2}}},
      {{{we}, {{"zorgen", "zorg"}}, {{"voor", "ervoor", "hiervoor"}, 2}}},
      {{{{"zorgt"}}, {{"ervoor"}}}},
      // "hier komen we op terug"
      {{{{"komen", "kom"}}, {we}, {{"terug"}, 3}}},
      {{{we}, {{"komen", "kom"}}, {{"terug"}, 3}}},
      {{{{"zetten", "zet"}}, {{"lijst", "planning", "agenda"}, 6}}},
  };
  return all;
}

bool is_any(std::span<const std::string_view> words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

// The place behind the rule when its steps are found from `start` on.
std::optional<std::size_t> match_at(const Rule& rule, const Words& words, std::size_t start) {
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

bool holds(const Rule& rule, const Words& words) {
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

std::optional<std::string> promise_in(std::string_view text) {
  for (const auto sentence : sentences_of(text)) {
    const auto words = words_of(sentence);
    if (std::ranges::any_of(rules(), [&](const Rule& rule) { return holds(rule, words); }))
      return std::string(sentence);
  }
  return std::nullopt;
}

}  // namespace wijktafel::signals
