#include "capabilities/signals/model/promise_rules.hpp"

#include <algorithm>
#include <charconv>

#include "base/text.hpp"

namespace wijktafel::signals {
namespace {

constexpr std::size_t gap_most = 9;

std::vector<std::string_view> parts_of(std::string_view text) {
  std::vector<std::string_view> parts;
  for (const auto part : split(text, ' '))
    if (!part.empty()) parts.push_back(part);
  return parts;
}

// "..5"; nothing for a word.
std::optional<std::size_t> gap_of(std::string_view part) {
  if (!part.starts_with("..")) return std::nullopt;
  part.remove_prefix(2);
  std::size_t gap = 0;
  const auto read = std::from_chars(part.data(), part.data() + part.size(), gap);
  if (read.ec != std::errc{} || read.ptr != part.data() + part.size() || gap > gap_most) return std::nullopt;
  return gap;
}

bool is_word(std::string_view word) {
  return !word.empty() && std::ranges::all_of(word, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte == '\'';
  });
}

std::string alternatives(std::initializer_list<std::string_view> words) {
  std::string all;
  for (const auto word : words) all += (all.empty() ? "" : "|") + std::string(word);
  return all;
}

// What is promised when somebody "gaat" or something "wordt".
std::string doing() {
  return alternatives({"doen",        "maken",     "plaatsen",  "herstellen", "repareren", "oppakken",
                       "aanpakken",   "regelen",   "uitzoeken", "bekijken",   "kijken",    "onderzoeken",
                       "zorgen",      "aanleggen", "planten",   "vervangen",  "opruimen",  "oplossen",
                       "meenemen",    "bespreken", "vragen",    "zetten",     "inplannen", "snoeien",
                       "schoonmaken", "weghalen",  "verbeteren"});
}
std::string being_done() {
  return alternatives({"gedaan",    "gemaakt",   "geplaatst",     "hersteld",   "gerepareerd", "opgepakt",
                       "aangepakt", "geregeld",  "uitgezocht",    "bekeken",    "onderzocht",  "aangelegd",
                       "geplant",   "vervangen", "opgeruimd",     "opgelost",   "meegenomen",  "besproken",
                       "ingepland", "gesnoeid",  "schoongemaakt", "weggehaald", "verbeterd"});
}

}  // namespace

std::string tidy_promise_rule(std::string_view text) {
  std::string tidy;
  const std::string lower = lower_ascii(text);
  for (const auto part : parts_of(lower)) tidy += (tidy.empty() ? "" : " ") + std::string(part);
  return tidy;
}

std::optional<PromiseRule> parse_promise_rule(std::string_view text) {
  PromiseRule rule;
  std::size_t gap = 0;
  bool after_gap = false;
  for (const auto part : parts_of(text)) {
    if (part.starts_with("..")) {
      const auto wide = gap_of(part);
      if (!wide || after_gap || rule.steps.empty()) return std::nullopt;
      gap = *wide;
      after_gap = true;
      continue;
    }
    PromiseStep step;
    step.gap = after_gap ? gap : 0;
    for (const auto word : split(part, '|')) {
      if (!is_word(word)) return std::nullopt;
      step.any_of.emplace_back(word);
    }
    rule.steps.push_back(std::move(step));
    after_gap = false;
  }
  if (rule.steps.empty()) return std::nullopt;
  if (after_gap) rule.look_ahead = gap;
  return rule;
}

const std::vector<std::string>& default_promise_rules() {
  static const std::vector<std::string> all{
      // "dat nemen we mee", "de gemeente neemt het mee"; not the question "neemt u een tas mee?"
      "nemen|neemt ..5 mee",
      "we|wij|ik neem|nemen ..5 mee",
      "neem ik ..5 mee",
      // "er komt één extra lamp", "komt er een bank"
      "er komt|komen ..2",
      "komt|komen er ..2",
      // "dit pakken wij op", "de woonstichting pakt dat op"
      "pakken|pakt ..5 op|aan",
      "we|wij|ik pak|pakken ..5 op|aan",
      "pak ik ..5 op|aan",
      // "dat gaan we doen", "wij gaan dit regelen", "de gemeente gaat de lamp maken"
      "gaan|gaat|ga ..6 " + doing(),
      "zullen|zal ..6 " + doing(),
      "wordt|worden ..6 " + being_done(),
      "zullen|zal ..6 " + being_done(),
      // "daar zorgen we voor", "wij zorgen ervoor dat"
      "zorgen|zorg we|wij|ik ..2 voor|ervoor|hiervoor",
      "we|wij|ik zorgen|zorg ..2 voor|ervoor|hiervoor",
      "zorgt ervoor",
      // "hier komen we op terug"
      "komen|kom we|wij|ik ..3 terug",
      "we|wij|ik komen|kom ..3 terug",
      "zetten|zet ..6 lijst|planning|agenda",
  };
  return all;
}

}  // namespace wijktafel::signals
