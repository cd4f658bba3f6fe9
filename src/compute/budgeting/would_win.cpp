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

// What a search knows so far: numbers from `low` down are taken as not enough, `high` is enough.
struct Border {
  std::int64_t low = 0;
  std::optional<std::int64_t> high;
  bool is_cut_short = false;
};

bool may_count(const Search& search) { return !search.may_count || search.may_count(); }

// Up from the guess until a number is enough, or down until one is not.
void enclose(Border& border, const Search& search, const std::function<bool(std::int64_t)>& is_enough) {
  const auto first_step = std::max<std::int64_t>(1, search.step);
  auto number = std::clamp<std::int64_t>(search.guess, 1, search.most);
  for (std::int64_t step = first_step; may_count(search);
       step = step > search.most / 2 ? search.most : step * 2) {
    if (is_enough(number)) {
      border.high = number;
      if (border.low > 0 || number - step <= 0) return;
      number -= step;
    } else {
      border.low = number;
      if (border.high || number == search.most) return;
      number = step > search.most - number ? search.most : number + step;
    }
  }
  border.is_cut_short = true;
}

// A number that is enough with none right below it, found from the guess: as if the rule were monotone.
Border border_of(const Search& search, const std::function<bool(std::int64_t)>& is_enough) {
  Border border;
  enclose(border, search, is_enough);
  while (!border.is_cut_short && border.high && *border.high - border.low > 1) {
    const auto middle = border.low + (*border.high - border.low) / 2;
    if (!may_count(search))
      border.is_cut_short = true;
    else if (is_enough(middle))
      border.high = middle;
    else
      border.low = middle;
  }
  return border;
}

Sought found_by(const Search& search, const Outcome& before, ProjectIndex project,
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
  const bool is_certain = found.is_certain && all_counted;
  if (!found.value) return {std::nullopt, !is_certain};
  return {Enough{*found.value, is_certain, displaced(before, least->second)}, false};
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

Found smallest(const Search& search, const std::function<bool(std::int64_t)>& is_enough) {
  if (search.most < 1) return {};
  const auto border = border_of(search, is_enough);
  if (border.is_cut_short) return {border.high, border.high == 1};
  if (search.is_monotone) return {border.high, true};
  if (search.tries == 0 && border.high) return {border.high, border.high == 1};
  // All smaller numbers when they are few; otherwise as many, spread over them.
  const auto end = border.high ? *border.high - 1 : search.most;
  const std::int64_t step = std::max<std::int64_t>(1, (end + search.tries - 1) / std::max(search.tries, 1));
  for (std::int64_t number = 1; number <= end; number += step) {
    if (!may_count(search)) return {border.high, false};
    if (is_enough(number)) return {number, step == 1 || number == 1};
  }
  return {border.high, step == 1};
}

Sought enough_supporters(const Election& election, const Outcome& before, ProjectIndex project,
                         const CountChanged& count, Search search) {
  constexpr std::int64_t most = 1'000'000'000;  // a ballot's weight is 32 bits
  const auto voters = static_cast<std::int64_t>(std::min<std::uint64_t>(election.voters, most / 100 - 10));
  if (election.projects[project].cost > election.budget) return {};  // no rule overspends
  search.most = 100 * voters + 1000;
  return found_by(search, before, project, [&](std::int64_t number) {
    return count({.project = project, .more_supporters = static_cast<std::uint32_t>(number), .price = {}});
  });
}

Sought enough_price(const Election& election, const Outcome& before, ProjectIndex project,
                    const CountChanged& count, Search search) {
  const auto cost = election.projects[project].cost;
  search.most = cost;
  auto found = found_by(search, before, project, [&](std::int64_t reduction) {
    return count({.project = project, .more_supporters = 0, .price = cost - reduction});
  });
  if (found.enough) found.enough->value = cost - found.enough->value;
  return found;
}

}  // namespace wijktafel::budgeting
