// Any bytes as a Pabulib file: refused with faults that have a reason, or an election that adds up, that
// reads back equal when it is written, and that can be counted.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/fuzz/promise.hpp"
#include "compute/budgeting/greedy.hpp"
#include "compute/budgeting/official.hpp"
#include "compute/budgeting/pabulib.hpp"
#include "compute/budgeting/phragmen.hpp"

namespace {

using namespace wijktafel;
using namespace wijktafel::budgeting;

void check(const std::vector<InputFault>& faults) {
  promise(faults.size() <= 1001);
  for (const auto& fault : faults) promise(!fault.reason.empty());
}

void check(const Election& election, const Outcome& outcome) {
  Money cost = 0;
  std::vector<char> seen(election.projects.size());
  for (const auto project : outcome.selected) {
    promise(!seen.at(project));
    seen[project] = 1;
    cost += election.projects[project].cost;
  }
  promise(cost == outcome.cost && cost <= election.budget);
}

void check(const Election& election) {
  std::uint64_t voters = 0;
  for (BallotIndex ballot = 0; ballot < election.ballots(); ++ballot) {
    voters += election.weights[ballot];
    std::vector<ProjectIndex> choices(election.choices_of(ballot).begin(), election.choices_of(ballot).end());
    std::ranges::sort(choices);
    promise(std::ranges::adjacent_find(choices) == choices.end());
    promise(choices.empty() || choices.back() < election.projects.size());
    promise(election.points.empty() || election.points_of(ballot).size() == choices.size());
  }
  promise(voters == election.voters);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  std::vector<InputFault> notes;
  const auto election = read_pabulib(text, &notes);
  check(notes);
  if (!election) {
    promise(!election.error().empty());
    check(election.error());
    return 0;
  }
  check(*election);
  auto again = read_pabulib(write_pabulib(*election));
  promise(again.has_value());
  again->meta = election->meta;  // without the lines that were added
  promise(*again == *election);
  const TieOrder ties(*election, {});
  for (const auto utility : {Utility::cost, Utility::points, Utility::borda})
    check(*election, greedy(*election, Support(*election, utility), ties));
  const Support support(*election, Utility::cardinality);
  check(*election, phragmen(*election, support, ties, PhragmenEnd::stop));
  check(*election, phragmen(*election, support, ties, PhragmenEnd::skip));
  if (const auto rule = official_rule(*election))
    check(*election, count_officially(*election, *rule, ties).outcome);
  return 0;
}
