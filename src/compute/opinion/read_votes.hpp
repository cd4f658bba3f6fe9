// Votes from a file, in one of three forms that the header tells apart:
//   - participants-votes.csv of compdemocracy's open data: a row per person; columns participant, group-id,
//     n-comments, n-votes, n-agree, n-disagree (and xid) are not looked at but for the first, every other
//     column is a statement; a cell is 1, 0, -1 or empty (not seen).
//   - votes.csv of the same data, a log: comment-id, voter-id, vote and optionally timestamp. The vote with
//   the
//     latest timestamp counts, at a tie (and without timestamps) the last line.
//   - participant, statement, vote and optionally timestamp: the same, with our names; other columns are not
//     looked at.
// A vote is 1 or agree, 0 or pass, -1 or disagree. The separator is a comma, semicolon or tab. People and
// statements are put in the order of comes_before(), so the order of rows and columns is of no importance.
// Reading is strict and gives all faults at once, the first 1,000 of them.
//   const auto votes = read_votes(text);
//   if (!votes) for (const InputFault& fault : votes.error()) ...
#pragma once

#include <string_view>
#include <vector>

#include "base/input_fault.hpp"
#include "base/result.hpp"
#include "compute/opinion/votes.hpp"

namespace wijktafel::opinion {

// Reasons and their facts:
//   not_utf8, no_lines, unknown_header, unclosed_quote, text_after_quote, no_votes: none
//   double_column {column}; empty_name {column}; cell_count {cells, columns}; not_a_vote {cell};
//   not_a_time {cell}; double_person {id, line of the first}; too_many {most}
Result<Votes, std::vector<InputFault>> read_votes(std::string_view text);

}  // namespace wijktafel::opinion
