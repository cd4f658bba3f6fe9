#include "app/opinion/opinion_input.hpp"

#include <algorithm>
#include <cstdio>
#include <fmt/format.h>

#include "app/terminal/files.hpp"
#include "app/terminal/language.hpp"
#include "app/terminal/one_line.hpp"
#include "base/text.hpp"
#include "compute/opinion/read_votes.hpp"

namespace wijktafel::app {
namespace {

constexpr std::size_t most_said = 100;

void say(const std::string& path, const std::vector<InputFault>& faults, const OpinionFiles& files) {
  const TerminalWords words(terminal_language(files.language));
  for (std::size_t i = 0; i < std::min(faults.size(), most_said); ++i) {
    const auto& fault = faults[i];
    i18n::Arguments arguments;
    for (std::size_t f = 0; f < fault.facts.size(); ++f)
      arguments.emplace_back(f == 0 ? "first" : "second", one_line(first(fault.facts[f], 80)));
    std::string place = path;
    if (fault.line > 0) place += fmt::format(":{}", fault.line);
    if (fault.column > 0) place += fmt::format(":{}", fault.column);
    fmt::print(stderr, "{}: {}\n", place,
               words.text("opinion.fault." + std::string(fault.reason), arguments));
  }
  if (faults.size() > most_said)
    fmt::print(
        stderr, "{}\n",
        words.text("opinion.more_faults", {{"count", static_cast<std::int64_t>(faults.size() - most_said)}}));
}

}  // namespace

std::string OpinionInput::text_of(opinion::StatementIndex statement) const {
  if (statement >= places.size() || places[statement] == opinion::no_statement) return {};
  return one_line(statements[places[statement]].text);
}

std::optional<OpinionInput> read_opinion_input(const OpinionFiles& files) {
  OpinionInput conversation;
  auto votes = opinion::read_votes(file_text(files.votes));
  if (!votes) say(files.votes, votes.error(), files);
  bool is_sound = votes.has_value();
  if (!files.statements.empty()) {
    auto statements = opinion::read_statements(file_text(files.statements));
    if (statements)
      conversation.statements = std::move(*statements);
    else
      say(files.statements, statements.error(), files);
    is_sound = is_sound && statements.has_value();
  }
  if (!is_sound) return std::nullopt;
  conversation.votes = std::move(*votes);
  conversation.places = opinion::places_of(conversation.votes, conversation.statements);
  conversation.moderation = opinion::moderation_of(conversation.votes, conversation.statements);
  return conversation;
}

}  // namespace wijktafel::app
