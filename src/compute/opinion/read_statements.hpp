// What the statements say and what moderators decided: comments.csv of compdemocracy's open data (comment-id,
// comment-body, moderated: -1 out, 0 not looked at, 1 in) or our own names (statement, text, moderated). The
// columns moderated and is-meta (1, true or t: about people, not about the subject) are optional; others are
// not looked at. Reading is strict and gives all faults at once, the first 1,000 of them.
//   const auto statements = read_statements(text);
//   const auto moderation = moderation_of(votes, *statements);
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/input_fault.hpp"
#include "base/result.hpp"
#include "compute/opinion/votes.hpp"

namespace wijktafel::opinion {

struct Statement {
  std::string id;
  std::string text;
  Moderation moderation;
};

// In the order of comes_before(). Reasons and their facts:
//   not_utf8, no_lines, unclosed_quote, text_after_quote, unknown_header: none
//   double_column {column}; empty_name {column}; cell_count {cells, columns}; not_moderated {cell};
//   double_statement {id, line of the first}
Result<std::vector<Statement>, std::vector<InputFault>> read_statements(std::string_view text);

// For each statement of the votes: its place among `statements` (as read_statements gives them), or npos.
inline constexpr std::size_t no_statement = static_cast<std::size_t>(-1);
std::vector<std::size_t> places_of(const Votes& votes, const std::vector<Statement>& statements);

// One for each statement of the votes.
std::vector<Moderation> moderation_of(const Votes& votes, const std::vector<Statement>& statements);

}  // namespace wijktafel::opinion
