#include <algorithm>
#include <cstdio>
#include <fmt/format.h>

#include "app/opinion/opinion.hpp"
#include "app/opinion/opinion_input.hpp"
#include "app/opinion/opinion_json.hpp"
#include "app/terminal/language.hpp"
#include "app/terminal/numbers.hpp"
#include "app/terminal/one_line.hpp"
#include "app/terminal/table.hpp"

namespace wijktafel::app {
namespace {

// Statements that have a text but no vote yet come with those that have votes.
std::vector<NextStatement> without_votes(const OpinionInput& conversation) {
  std::vector<NextStatement> statements;
  for (std::size_t place = 0; place < conversation.statements.size(); ++place) {
    const auto& statement = conversation.statements[place];
    if (statement.moderation.is_out ||
        std::ranges::find(conversation.places, place) != conversation.places.end())
      continue;
    const double extremity = 0;
    const auto priority =
        opinion::priorities(opinion::Tallies(1), {&extremity, 1}, {&statement.moderation, 1});
    statements.push_back({statement.id, one_line(statement.text), priority.front()});
  }
  return statements;
}

std::vector<NextStatement> next_for(const OpinionInput& conversation, std::span<const opinion::Cell> seen,
                                    std::size_t count) {
  const auto analysis = opinion::analyse(conversation.votes, conversation.moderation, {.resamples = 0});
  std::vector<NextStatement> next;
  for (const auto statement :
       opinion::next_statements(seen, analysis.priority, conversation.moderation, count))
    next.push_back({conversation.votes.statements()[statement], conversation.text_of(statement),
                    analysis.priority[statement]});
  for (auto& statement : without_votes(conversation)) next.push_back(std::move(statement));
  std::ranges::stable_sort(next, [](const NextStatement& one, const NextStatement& other) {
    return one.priority != other.priority ? one.priority > other.priority
                                          : opinion::comes_before(one.id, other.id);
  });
  if (next.size() > count) next.resize(count);
  return next;
}

}  // namespace

int run(const OpinionNextCommand& command) {
  const auto conversation = read_opinion_input(command.files);
  if (!conversation) return 1;
  const auto& people = conversation->votes.people();
  const auto person = std::ranges::find(people, command.participant);
  const bool is_new = person == people.end();
  const auto seen = is_new
                        ? std::span<const opinion::Cell>()
                        : conversation->votes.of(static_cast<opinion::PersonIndex>(person - people.begin()));
  const auto next = next_for(*conversation, seen, command.count);
  if (command.files.json) {
    fmt::print("{}\n", next_json(command.participant, is_new, next));
    return 0;
  }
  const TerminalWords words(terminal_language(command.files.language));
  if (is_new)
    fmt::print(stderr, "{}\n", words.text("opinion.newcomer", {{"id", one_line(command.participant)}}));
  if (next.empty()) {
    fmt::print("{}\n", words.text("opinion.all_seen"));
    return 0;
  }
  Table table({{words.text("opinion.column_statement"), Table::Align::right},
               {words.text("opinion.column_priority"), Table::Align::right},
               {words.text("opinion.column_text")}});
  for (const auto& statement : next)
    table.add(
        {one_line(statement.id), decimal_text(words.language(), statement.priority, 2), statement.text});
  fmt::print("{}", table.text());
  return 0;
}

}  // namespace wijktafel::app
