#include <algorithm>
#include <cstdio>
#include <fmt/format.h>

#include "app/draw/draw_files.hpp"
#include "app/draw/draw_json.hpp"
#include "app/draw/draw_text.hpp"
#include "app/draw/requests.hpp"
#include "app/terminal/files.hpp"
#include "base/delimited.hpp"
#include "base/text.hpp"
#include "compute/sortition/replacement.hpp"

namespace wijktafel::app {
namespace {

// The first column of a file of alternates, in its order.
std::vector<std::string> listed_ids(const std::string& path) {
  std::vector<std::string> ids;
  const auto text = file_text(path);
  DelimitedReader reader(text, separator_of(text));
  reader.next();  // the header
  while (reader.next())
    if (!reader.is_blank()) ids.emplace_back(trimmed(reader.cells().front()));
  return ids;
}

std::optional<sortition::Panel> sorted_people(const sortition::Pool& pool,
                                              const std::vector<std::string>& ids,
                                              const TerminalWords& words) {
  auto people = people_named(pool, ids, words);
  if (!people) return std::nullopt;
  std::ranges::sort(*people);
  const auto twice = std::ranges::unique(*people);
  people->erase(twice.begin(), twice.end());
  return people;
}

}  // namespace

int run(const DrawReplace& asked) {
  const TerminalWords words(terminal_language(asked.language));
  const auto draw = draw_from(draw_files(asked.drawn.plan), words);
  if (!draw) return 1;
  const auto& pool = draw->pool;
  const auto panel = panel_from(*draw, asked.drawn, words);
  const auto out = sorted_people(pool, asked.out_members, words);
  const auto unavailable = sorted_people(pool, asked.unavailable, words);
  const auto first = people_named(
      pool, asked.alternates.empty() ? std::vector<std::string>() : listed_ids(asked.alternates), words);
  if (!panel || !out || !unavailable || !first) return 1;
  bool are_members = true;
  for (const auto person : *out)
    if (!std::ranges::binary_search(*panel, person)) {
      refuse(words.text("draw.refused.no_member", {{"id", pool.people[person].id}}));
      are_members = false;
    }
  if (!are_members) return 1;

  const auto answer = sortition::replace_members(pool, *panel, *out, *unavailable,
                                                 {.seed = asked.drawn.seed, .first = *first});
  if (!answer) {
    if (asked.json) fmt::print("{}", clash_json(pool, answer.error()));
    refuse(words.text("draw.replace.impossible"));
    fmt::print(stderr, "{}", clash_text(words, pool, answer.error()));
    return 1;
  }
  if (!asked.out.empty()) write_file(asked.out, sortition::panel_text(pool, answer->panel));
  if (asked.json) {
    fmt::print("{}", replace_json(pool, *answer));
    return 0;
  }
  fmt::print("{}\n\n{}",
             words.text("draw.replace.joined", {{"count", static_cast<std::int64_t>(answer->joined.size())}}),
             panel_table(words, pool, answer->joined));
  fmt::print("\n{}\n\n{}", words.text("draw.replace.ranked"), panel_table(words, pool, answer->ranked));
  return 0;
}

}  // namespace wijktafel::app
