// The two files of a conversation, read, with what is wrong in them said to people.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "app/opinion/opinion.hpp"
#include "compute/opinion/read_statements.hpp"
#include "compute/opinion/votes.hpp"

namespace wijktafel::app {

struct OpinionInput {
  opinion::Votes votes;
  std::vector<opinion::Moderation> moderation;  // one per statement of the votes
  std::vector<std::size_t> places;              // of each statement of the votes, in `statements`
  std::vector<opinion::Statement> statements;   // of the second file; empty without one

  // On one line and without control characters; empty when it is not known.
  std::string text_of(opinion::StatementIndex statement) const;
};

// Nothing when a file has faults: they are on standard error then, one a line. Throws Failure for a file that
// cannot be read.
std::optional<OpinionInput> read_opinion_input(const OpinionFiles& files);

}  // namespace wijktafel::app
