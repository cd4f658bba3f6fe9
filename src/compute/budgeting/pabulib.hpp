// Reader and writer of Pabulib files (.pb), the format in which elections of participatory budgets are
// published. Source: https://pabulib.org/format (Stolicki, Szufa, Talmon, "Pabulib: A Participatory Budgeting
// Library", 2020). docs/methods/pabulib.md lists every fault and note.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/input_fault.hpp"
#include "base/result.hpp"
#include "compute/budgeting/election.hpp"

namespace wijktafel::budgeting {

// All faults at once (at most 1,000, then "more_faults"). Tolerant where pabutools is: a byte order mark,
// CRLF, quotes, section names in any case, spaces around a value, "none" for no value, a decimal comma, a
// plan twice in one vote. What was tolerated and still deserves a look goes to `notes` when that is given;
// that takes more time and memory, because it also looks for voters who occur twice.
//   META     key;value ...           reads budget and vote_type; must come first
//   PROJECTS project_id;cost;...     also name, category, target, neighborhood
//   VOTES    voter_id;vote;points... also sex, age, neighborhood, district, education, voting_method
Result<Election, std::vector<InputFault>> read_pabulib(std::string_view text,
                                                       std::vector<InputFault>* notes = nullptr);

// The election as a Pabulib file; reading that gives the same election. Its META entries in their order
// (those it must have are added). Voters are numbered from 1, in the order of the file when that is known.
std::string write_pabulib(const Election& election);
std::string_view name_of(BallotType type);                     // "choose-1"
std::optional<BallotType> ballot_type(std::string_view name);  // in any case

}  // namespace wijktafel::budgeting
