#include "capabilities/open311/model.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "base/text.hpp"

namespace wijktafel::open311 {
namespace {

constexpr std::array<std::string_view, 3> answers_words = {"realtime", "batch", "blackbox"};
constexpr std::array<std::string_view, 6> datatype_words = {"string", "number",          "datetime",
                                                            "text",   "singlevaluelist", "multivaluelist"};

template <class Enum, std::size_t count>
std::optional<Enum> found_in(const std::array<std::string_view, count>& words, std::string_view word) {
  const auto at = std::ranges::find(words, word);
  if (at == words.end()) return std::nullopt;
  return static_cast<Enum>(at - words.begin());
}

bool is_digit(char character) { return character >= '0' && character <= '9'; }

}  // namespace

std::string_view word(Answers answers) { return answers_words.at(static_cast<std::size_t>(answers)); }
std::optional<Answers> answers_of(std::string_view word) { return found_in<Answers>(answers_words, word); }
std::string_view word(Datatype datatype) { return datatype_words.at(static_cast<std::size_t>(datatype)); }
std::optional<Datatype> datatype_of(std::string_view word) {
  return found_in<Datatype>(datatype_words, word);
}

const std::vector<std::string>& all_datatypes() {
  static const std::vector<std::string> all(datatype_words.begin(), datatype_words.end());
  return all;
}

bool is_code(std::string_view text) {
  if (text.empty() || text.size() > 60) return false;
  return std::ranges::all_of(text, [](char character) {
    return is_digit(character) || (character >= 'a' && character <= 'z') ||
           (character >= 'A' && character <= 'Z') || character == '-' || character == '_';
  });
}

std::optional<std::vector<Choice>> choices_from(std::string_view lines) {
  std::vector<Choice> choices;
  for (const auto line : split(lines, '\n')) {
    if (trimmed(line).empty()) continue;
    const auto equals = line.find('=');
    const auto key = trimmed(line.substr(0, equals));
    const auto name = equals == std::string_view::npos ? key : trimmed(line.substr(equals + 1));
    const bool is_taken = std::ranges::find(choices, key, &Choice::key) != choices.end();
    if (key.empty() || name.empty() || is_taken || length(key) > short_most || length(name) > short_most)
      return std::nullopt;
    choices.push_back({std::string(key), std::string(name)});
  }
  return choices;
}

std::string lines_of(const std::vector<Choice>& choices) {
  std::string lines;
  for (const auto& choice : choices) lines += choice.key + " = " + choice.name + "\n";
  return lines;
}

std::optional<Instant> moment_of(std::string_view text) {
  std::string moment(trimmed(text));
  // "2010-05-24T00:00:00 01:00": what stood before the last six characters was a plus.
  if (moment.size() > 6 && moment[moment.size() - 6] == ' ' && moment[moment.size() - 3] == ':' &&
      moment.find('T') < moment.size() - 6)
    moment[moment.size() - 6] = '+';
  return parse_instant(moment);
}

bool lacks_zone(std::string_view text) {
  return !moment_of(text) && (parse_date(trimmed(text)) || parse_instant(std::string(trimmed(text)) + "Z"));
}

std::optional<double> number_of(std::string_view text) {
  text = trimmed(text);
  double number = 0;
  const auto* end = text.data() + text.size();
  const auto [read_to, error] = std::from_chars(text.data(), end, number, std::chars_format::fixed);
  if (text.empty() || error != std::errc{} || read_to != end || !std::isfinite(number)) return std::nullopt;
  return number;
}

std::optional<geo::Point> point_of(std::string_view latitude, std::string_view longitude) {
  const auto north = number_of(latitude);
  const auto east = number_of(longitude);
  if (!north || !east || std::abs(*north) > 90 || std::abs(*east) > 180) return std::nullopt;
  return geo::Point{*east, *north};
}

std::optional<std::int64_t> id_of(std::string_view text) {
  if (text.empty() || text.size() > 15 || !std::ranges::all_of(text, is_digit)) return std::nullopt;
  std::int64_t id = 0;
  std::from_chars(text.data(), text.data() + text.size(), id);
  if (id == 0) return std::nullopt;
  return id;
}

}  // namespace wijktafel::open311
