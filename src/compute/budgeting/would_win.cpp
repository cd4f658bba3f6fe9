#include "compute/budgeting/would_win.hpp"

#include <algorithm>
#include <utility>

#include "base/result.hpp"

namespace wijktafel::budgeting {
namespace {

bool is_bought(const Outcome& outcome, ProjectIndex project) {
  return std::ranges::find(outcome.selected, project) != outcome.selected.end();
}

std::vector<ProjectIndex> displaced(const Outcome& before, const Outcome& after) {
  std::vector<ProjectIndex> gone;
  for (const auto project : before.selected)
    if (!is_bought(after, project)) gone.push_back(project);
  return gone;
}

// A number that is enough with none right below it, found from the guess: as if the rule were monotone.
// `low` is not enough (or 0), `high` is.
std::optional<std::int64_t> border(std::int64_t guess, std::int64_t first_step, std::int64_t most,
                                   const std::function<bool(std::int64_t)>& is_enough) {
  std::int64_t low = 0;
  std::int64_t high = std::clamp<std::int64_t>(guess, 1, most);
  if (is_enough(high)) {
    for (std::int64_t step = first_step; high - step > low; step *= 2) {
      if (!is_enough(high - step)) {
        low = high - step;
        break;
      }
      high -= step;
    }
  } else {
    for (std::int64_t step = first_step;; step = step > most / 2 ? most : step * 2) {
      low = high;
      if (low == most) return std::nullopt;
      high = step > most - low ? most : low + step;
      if (is_enough(high)) break;
    }
  }
  while (high - low > 1) {
    const auto middle = low + (high - low) / 2;
    (is_enough(middle) ? high : low) = middle;
  }
  return high;
}

std::optional<Enough> found_by(const Search& search, const Outcome& before, ProjectIndex project,
                               const std::function<Result<Outcome, NoCount>(std::int64_t)>& outcome_of) {
  bool all_counted = true;
  std::optional<std::pair<std::int64_t, Outcome>> least;  // the smallest that was enough
  const auto found = smallest(search, [&](std::int64_t number) {
    auto outcome = outcome_of(number);
    all_counted = all_counted && outcome.has_value();
    const bool is_enough = outcome && is_bought(*outcome, project);
    if (is_enough && (!least || number < least->first)) least = {number, std::move(*outcome)};
    return is_enough;
  });
  if (!found) return std::nullopt;
  return Enough{found->value, found->is_certain && all_counted, displaced(before, least->second)};
}

}  // namespace

bool is_monotone_in_supporters(const Rule& rule) { return rule.name != RuleName::equal_shares; }

bool is_monotone_in_price(const Rule& rule) {
  if (rule.name == RuleName::equal_shares) return rule.completions.empty() && !rule.asks_majority;
  return rule.name != RuleName::optimum || rule.utility != Utility::cost;
}

ChangedElection::ChangedElection(const Election& election) : voters_(election.voters) {
  other_price_ = election;
  other_price_.ballot_of_voter.clear();
  other_price_.voter_columns.clear();
  more_ballots_ = other_price_;
  for (const auto& project : election.projects) costs_.push_back(project.cost);
  // The ballot that changes from question to question.
  more_ballots_.weights.push_back(0);
  more_ballots_.choices.push_back(0);
  more_ballots_.firsts.push_back(static_cast<std::uint32_t>(more_ballots_.choices.size()));
  if (!election.points.empty()) more_ballots_.points.push_back(*std::ranges::max_element(election.points));
}

const Election& ChangedElection::with(const Change& change) {
  return change.price ? with_price(change.project, *change.price)
                      : with_supporters(change.project, change.more_supporters);
}

const Election& ChangedElection::with_supporters(ProjectIndex project, std::uint32_t number) {
  WIJKTAFEL_ASSERT(number > 0, "a ballot that nobody cast changes nothing");
  more_ballots_.weights.back() = number;
  more_ballots_.choices.back() = project;
  more_ballots_.voters = voters_ + number;
  return more_ballots_;
}

const Election& ChangedElection::with_price(ProjectIndex project, Money price) {
  other_price_.projects[changed_].cost = costs_[changed_];
  other_price_.projects[project].cost = price;
  changed_ = project;
  return other_price_;
}

std::optional<Found> smallest(const Search& search, const std::function<bool(std::int64_t)>& is_enough) {
  if (search.most < 1) return std::nullopt;
  auto found = border(search.guess, std::max<std::int64_t>(1, search.step), search.most, is_enough);
  if (search.is_monotone) return found ? std::optional(Found{*found, true}) : std::nullopt;
  if (search.tries == 0 && found) return Found{*found, *found == 1};
  // All smaller numbers when they are few; otherwise as many, spread over them.
  const auto end = found ? *found - 1 : search.most;
  const std::int64_t step = std::max<std::int64_t>(1, (end + search.tries - 1) / std::max(search.tries, 1));
  for (std::int64_t number = 1; number <= end; number += step)
    if (is_enough(number)) return Found{number, step == 1};
  if (!found) return std::nullopt;
  return Found{*found, step == 1};
}

std::optional<Enough> enough_supporters(const Election& election, const Outcome& before, ProjectIndex project,
                                        const CountChanged& count, Search search) {
  constexpr std::int64_t most = 1'000'000'000;  // a ballot's weight is 32 bits
  const auto voters = static_cast<std::int64_t>(std::min<std::uint64_t>(election.voters, most / 100 - 10));
  search.most = 100 * voters + 1000;
  return found_by(search, before, project, [&](std::int64_t number) {
    return count({.project = project, .more_supporters = static_cast<std::uint32_t>(number), .price = {}});
  });
}

std::optional<Enough> enough_price(const Election& election, const Outcome& before, ProjectIndex project,
                                   const CountChanged& count, Search search) {
  const auto cost = election.projects[project].cost;
  search.most = cost;
  auto found = found_by(search, before, project, [&](std::int64_t reduction) {
    return count({.project = project, .more_supporters = 0, .price = cost - reduction});
  });
  if (found) found->value = cost - found->value;
  return found;
}

}  // namespace wijktafel::budgeting
