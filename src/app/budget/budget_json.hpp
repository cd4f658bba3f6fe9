// What `wijktafel budget` gives as JSON, one document a line. Names are English in both languages; money is
// in the currency of the file. docs/methods/budgeting.md lists the keys.
#pragma once

#include <string>
#include <vector>

#include "app/budget/counting.hpp"
#include "base/input_fault.hpp"
#include "compute/budgeting/explanation.hpp"
#include "compute/budgeting/voter_report.hpp"

namespace wijktafel::app {

// rule, utility, completion, budget, cost, left, selected, ties, projects, voters, seconds; `with_file`:
// first the name of the file, for lines of a folder.
std::string count_json(const CountedFile& file, bool with_file);
std::string refused_json(const std::string& file, const Refused& refused);

// What is said of an election as a whole.
struct ElectionReport {
  budgeting::VoterReport voters;
  bool within_budget = true;
  // Plans that a group was denied; empty: EJR+ up to one plan holds. Nothing: not checked.
  std::optional<std::vector<budgeting::ProjectIndex>> against_ejr_plus;
};
std::string explain_json(const CountedFile& file, const ElectionReport& report,
                         const std::vector<budgeting::ProjectExplanation>& projects);

// file, projects, voters, faults and notes; each of these with line, column, reason and facts.
struct CheckedFile {
  std::string name;
  std::vector<InputFault> faults;  // it cannot be counted
  std::vector<InputFault> notes;   // it can, but look at this
  std::size_t projects = 0;
  std::uint64_t voters = 0;
};
std::string check_json(const CheckedFile& file);

// A rule beside the first: how its voters differ.
struct ComparedRule {
  CountedFile file;
  budgeting::VoterReport voters;
  budgeting::OutcomeDifference difference;
};
std::string compare_json(const std::vector<ComparedRule>& rules);

}  // namespace wijktafel::app
