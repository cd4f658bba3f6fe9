#include "compute/budgeting/rule_text.hpp"

#include <array>
#include <fmt/format.h>
#include <type_traits>
#include <utility>

#include "base/text.hpp"

namespace wijktafel::budgeting {
namespace {

constexpr std::array<std::pair<std::string_view, RuleName>, 5> rules{{
    {"greedy", RuleName::greedy},
    {"equal-shares", RuleName::equal_shares},
    {"phragmen", RuleName::phragmen},
    {"phragmen-skip", RuleName::phragmen_skip},
    {"optimum", RuleName::optimum},
}};
constexpr std::array<std::pair<std::string_view, Utility>, 4> utilities{{
    {"cost", Utility::cost},
    {"cardinality", Utility::cardinality},
    {"points", Utility::points},
    {"borda", Utility::borda},
}};

template <class Words>
auto found(const Words& words, std::string_view text) {
  std::optional<std::remove_cvref_t<decltype(words[0].second)>> result;
  for (const auto& [word, value] : words)
    if (word == text) result = value;
  return result;
}

template <class Words, class Value>
std::string word_of(const Words& words, Value wanted) {
  for (const auto& [word, value] : words)
    if (value == wanted) return std::string(word);
  return {};
}

// "1%", "0.5%", "12,25%" in hundredths of a percent.
std::optional<std::int64_t> permyriad(std::string_view text) {
  if (!text.ends_with('%')) return std::nullopt;
  text.remove_suffix(1);
  std::int64_t value = 0;
  std::size_t decimals = 0;
  bool has_digit = false;
  bool has_point = false;
  for (const char letter : text) {
    if ((letter == '.' || letter == ',') && !has_point && has_digit) {
      has_point = true;
      continue;
    }
    if (letter < '0' || letter > '9' || value > 10'000 || (has_point && ++decimals > 2)) return std::nullopt;
    has_digit = true;
    value = value * 10 + (letter - '0');
  }
  for (; decimals < 2; ++decimals) value *= 10;
  if (value < 1 || value > 10'000) return std::nullopt;
  return value;
}

std::optional<Completion> completion(std::string_view text) {
  if (text == "add1") return Completion{.kind = Completion::Kind::add_one};
  constexpr std::string_view increase = "increase:";
  constexpr std::string_view greedy = "greedy:";
  if (text.starts_with(increase)) {
    const auto part = permyriad(text.substr(increase.size()));
    if (!part) return std::nullopt;
    return Completion{.kind = Completion::Kind::increase, .increase_permyriad = *part};
  }
  if (!text.starts_with(greedy)) return std::nullopt;
  const auto by = utility(text.substr(greedy.size()));
  if (!by) return std::nullopt;
  return Completion{.kind = Completion::Kind::greedy, .utility = *by};
}

std::string text_of(const Completion& step) {
  if (step.kind == Completion::Kind::add_one) return "add1";
  if (step.kind == Completion::Kind::greedy) return "greedy:" + text_of(step.utility);
  const auto whole = step.increase_permyriad / 100;
  const auto rest = step.increase_permyriad % 100;
  if (rest == 0) return fmt::format("increase:{}%", whole);
  return rest % 10 == 0 ? fmt::format("increase:{}.{}%", whole, rest / 10)
                        : fmt::format("increase:{}.{:02}%", whole, rest);
}

}  // namespace

std::optional<RuleName> rule_name(std::string_view text) { return found(rules, text); }
std::optional<Utility> utility(std::string_view text) { return found(utilities, text); }

std::optional<std::vector<Completion>> completions(std::string_view text) {
  std::vector<Completion> steps;
  if (text == "none") return steps;
  for (const auto part : split(text, '+')) {
    const auto step = completion(part);
    if (!step) return std::nullopt;
    steps.push_back(*step);
  }
  return steps;
}

std::optional<TieBreaking> tie_breaking(std::string_view text) {
  if (text == "name") return TieBreaking{};
  if (text == "cheapest") return TieBreaking{.kind = TieBreaking::Kind::cheapest, .seed = {}};
  if (text == "votes") return TieBreaking{.kind = TieBreaking::Kind::votes, .seed = {}};
  constexpr std::string_view lot = "lot:";
  if (!text.starts_with(lot) || text.size() == lot.size()) return std::nullopt;
  return TieBreaking{.kind = TieBreaking::Kind::lot, .seed = std::string(text.substr(lot.size()))};
}

std::string text_of(RuleName name) { return word_of(rules, name); }
std::string text_of(Utility utility) { return word_of(utilities, utility); }

std::string text_of(const std::vector<Completion>& completions) {
  if (completions.empty()) return "none";
  std::string text;
  for (const auto& step : completions) text += (text.empty() ? "" : "+") + text_of(step);
  return text;
}

std::string text_of(const TieBreaking& ties) {
  switch (ties.kind) {
    case TieBreaking::Kind::name: return "name";
    case TieBreaking::Kind::cheapest: return "cheapest";
    case TieBreaking::Kind::votes: return "votes";
    case TieBreaking::Kind::lot: return "lot:" + ties.seed;
  }
  return {};
}

bool knows_utilities(RuleName name) { return name != RuleName::phragmen && name != RuleName::phragmen_skip; }

}  // namespace wijktafel::budgeting
