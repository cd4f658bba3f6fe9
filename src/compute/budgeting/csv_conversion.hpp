// From two tables of a spreadsheet to a Pabulib file: plans and votes. For a neighbourhood that kept its vote
// in its own way. docs/methods/pabulib.md shows the tables.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/input_fault.hpp"
#include "base/result.hpp"
#include "compute/budgeting/election.hpp"

namespace wijktafel::budgeting {

struct CsvElection {
  // Columns (any order, upper or lower case, Dutch or English): id|project_id|nummer and cost|kosten; also
  // name|naam, category|categorie, neighborhood|neighbourhood|buurt. Separator by the first line: ; , or tab.
  std::string_view plans;
  // Either a column vote|stem with ids (between commas, or spaces), and points|punten beside it; or a column
  // for every plan, named by its id, with 1 or x (approval), points, or a place from 1 (ordinal). Also
  // voter_id|stemmer, and columns of voters as in Pabulib (sex, age, neighborhood, district, education,
  // voting_method).
  std::string_view votes;
  std::string budget;
  BallotType type = BallotType::approval;
  std::vector<std::pair<std::string, std::string>> meta =
      {};  // more lines for META: country, unit, instance, ...
};

struct CsvFaults {
  std::vector<InputFault> plans;
  std::vector<InputFault> votes;
  std::vector<InputFault> result;  // in the file that would be made: an amount that is not a number, ...
};

// The text of a Pabulib file that read_pabulib reads without faults.
Result<std::string, CsvFaults> pabulib_from_csv(const CsvElection& tables);

}  // namespace wijktafel::budgeting
