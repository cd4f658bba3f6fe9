#include "compute/budgeting/explanation.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "compute/budgeting/rule_text.hpp"
#include "compute/budgeting/voter_report.hpp"

namespace wijktafel::budgeting {
namespace {

bool is_phragmen(RuleName name) { return name == RuleName::phragmen || name == RuleName::phragmen_skip; }

// Not when the greedy count took the place of Equal Shares.
bool is_by_shares(const Counted& counted) {
  const auto& majority = counted.outcome.majority;
  return counted.rule.name == RuleName::equal_shares && !(majority && majority->is_greedy_bought());
}

Utility utility_of(const Rule& rule) {
  return knows_utilities(rule.name) ? rule.utility : Utility::cardinality;
}

Ledger ledger_of(const Counted& counted, const Support& support) {
  const auto& selected = counted.outcome.selected;
  const std::vector<ProjectIndex> order(
      selected.begin(), selected.begin() + static_cast<std::ptrdiff_t>(counted.bought_by_rule));
  if (is_by_shares(counted)) return equal_shares_ledger(*counted.election, support, order, counted.endowment);
  if (is_phragmen(counted.rule.name)) return phragmen_ledger(*counted.election, support, order);
  return {};
}

std::vector<EnoughGuess> guesses_for(const Counted& counted, const Support& support, const Ledger& ledger) {
  if (is_by_shares(counted))
    return guesses_by_shares(*counted.election, counted.rule.utility, support, ledger, counted.endowment,
                             counted.with_more, counted.rule.completions.empty() ? 16 : 6);
  if (is_phragmen(counted.rule.name)) return guesses_by_phragmen(*counted.election, support, ledger);
  return std::vector<EnoughGuess>(counted.election->projects.size());
}

// Smaller numbers of supporters that are tried where they may be enough too: many for a neighbourhood, few
// for a city. By size and not by time, so that the same file always gives the same answer.
int tries_for(const Counted& counted) {
  constexpr std::size_t work = 10'000'000;
  const auto lost = counted.election->projects.size() - counted.outcome.selected.size();
  const auto a_count = std::max<std::size_t>(1, counted.election->choices.size());
  return static_cast<int>(std::clamp<std::size_t>(work / a_count / std::max<std::size_t>(1, lost), 0, 200));
}

// Recounts for ties, by size too: a file of nothing but equal plans would otherwise be counted once for each
// of them.
std::size_t tie_recounts_for(const Counted& counted) {
  constexpr std::size_t work = 1'000'000'000;
  auto a_count = (1 + counted.election->choices.size()) * (1 + counted.outcome.selected.size());
  // Each plan of a tie is compared exactly with the others: about a hundred times what looking at a ballot
  // takes.
  for (const auto& tie : counted.outcome.ties) a_count += 100 * tie.among.size();
  return std::clamp<std::size_t>(work / a_count, 10, 1000);
}

char names(std::span<const ProjectIndex> choices, ProjectIndex project) {
  return std::ranges::find(choices, project) != choices.end() ? 1 : 0;
}

// Payments are equal when they are so in a millionth of the smallest coin.
std::int64_t coin_part(double payment) { return std::llround(payment * 1e6); }

std::vector<PayerGroup> payers_of(const Election& election, const Purchase& purchase, Money cost) {
  std::map<std::int64_t, PayerGroup, std::greater<>> by_payment;
  for (const auto& contribution : purchase.contributions) {
    auto& group = by_payment[coin_part(contribution.each)];
    group.voters += election.weights[contribution.ballot];
    group.each = contribution.each;
  }
  std::vector<PayerGroup> groups;
  std::vector<double> sums;
  for (const auto& [part, group] : by_payment) {
    groups.push_back(group);
    sums.push_back(group.each * static_cast<double>(group.voters));
  }
  const auto whole = in_whole_money(sums, cost);
  for (std::size_t i = 0; i < groups.size(); ++i) groups[i].together = whole[i];
  return groups;
}

}  // namespace

Explainer::Explainer(Counted counted)
    : counted_(std::move(counted)),
      support_(*counted_.election, utility_of(counted_.rule)),
      votes_(votes_of(*counted_.election)),
      ledger_(ledger_of(counted_, support_)),
      guesses_(guesses_for(counted_, support_, ledger_)) {}

ProjectExplanation Explainer::explain(ProjectIndex project, bool with_enough) {
  ProjectExplanation explanation;
  explanation.project = project;
  explanation.votes = votes_[project];
  explanation.cost = counted_.election->projects[project].cost;
  const auto& selected = counted_.outcome.selected;
  const auto found = std::ranges::find(selected, project);
  if (found != selected.end())
    explanation.bought = bought(project, static_cast<std::size_t>(found - selected.begin()));
  else
    explanation.not_bought = not_bought(project, with_enough);
  explanation.groups = groups(project);
  return explanation;
}

const Purchase* Explainer::purchase_of(ProjectIndex project) const {
  const auto found = std::ranges::find(ledger_.purchases, project, &Purchase::project);
  return found == ledger_.purchases.end() ? nullptr : &*found;
}

Bought Explainer::bought(ProjectIndex project, std::size_t place) const {
  Bought bought;
  bought.place = place + 1;
  bought.by_completion = place >= counted_.bought_by_rule;
  const auto* purchase = purchase_of(project);
  if (purchase == nullptr) return bought;
  const auto cost = counted_.election->projects[project].cost;
  bought.largest_payment = purchase->largest_payment;
  if (purchase->largest_payment > 0)
    bought.effective_votes = static_cast<double>(cost) / purchase->largest_payment;
  bought.payers = payers_of(*counted_.election, *purchase, cost);
  return bought;
}

WhyNot Explainer::reason(ProjectIndex project, Money& there) const {
  const auto& election = *counted_.election;
  const auto left = election.budget - counted_.outcome.cost;
  there = left;
  if (!counted_.limits.is_out.empty() && counted_.limits.is_out[project] != 0) return WhyNot::not_allowed;
  if (support_.voters_of(project) == 0) return WhyNot::no_support;
  if (is_by_shares(counted_)) {
    double money = 0;
    for (const auto& supporter : support_.of(project))
      money += ledger_.left[supporter.ballot] * election.weights[supporter.ballot];
    there = static_cast<Money>(std::floor(money + 1e-6));
  }
  for (const auto& tie : counted_.outcome.ties)
    if (tie.changes_outcome != false && tie.chosen != project &&
        std::ranges::find(tie.among, project) != tie.among.end())
      return WhyNot::lost_tie;
  const auto cost = election.projects[project].cost;
  switch (counted_.rule.name) {
    case RuleName::equal_shares: return is_by_shares(counted_) ? WhyNot::too_little_money : WhyNot::too_dear;
    case RuleName::optimum: return WhyNot::not_in_best;
    default: return cost <= left ? WhyNot::stopped : WhyNot::too_dear;
  }
}

// All questions together take about a stated amount of work. Each has an equal part, so that a plan gets the
// same answer alone as among the others, and the same on every machine.
Search Explainer::limited(Search search) const {
  constexpr std::uint64_t all = 160'000'000;
  const auto lost = counted_.election->projects.size() - counted_.outcome.selected.size();
  const auto end = counted_.work() + all / std::max<std::size_t>(1, 2 * lost);
  search.may_count = [this, end] { return counted_.work() < end; };
  return search;
}

NotBought Explainer::not_bought(ProjectIndex project, bool with_enough) {
  const auto& election = *counted_.election;
  NotBought result;
  result.why = reason(project, result.there);
  result.lacking = std::max<Money>(0, election.projects[project].cost - result.there);
  if (!with_enough) return result;
  const auto& rule = counted_.rule;
  result.supporters = enough_supporters(election, counted_.outcome, project, counted_.count,
                                        limited({.guess = guesses_[project].supporters,
                                                 .step = guesses_[project].supporters / 256 + 1,
                                                 .is_monotone = is_monotone_in_supporters(rule),
                                                 .tries = tries_for(counted_)}));
  result.price = enough_price(election, counted_.outcome, project, counted_.count,
                              limited({.guess = guesses_[project].reduction,
                                       .is_monotone = is_monotone_in_price(rule),
                                       .tries = tries_for(counted_)}));
  return result;
}

std::vector<SupporterGroup> Explainer::groups(ProjectIndex project) const {
  const auto& election = *counted_.election;
  std::vector<char> supports(election.ballots());
  for (BallotIndex ballot = 0; ballot < election.ballots(); ++ballot)
    supports[ballot] = names(election.choices_of(ballot), project);
  std::vector<double> pays(election.ballots());
  const auto* purchase = purchase_of(project);
  if (purchase != nullptr)
    for (const auto& contribution : purchase->contributions) pays[contribution.ballot] = contribution.each;
  std::vector<SupporterGroup> all;
  for (const auto& column : election.voter_columns) {
    const auto groups = groups_of(column);
    std::vector<SupporterGroup> made(groups.values.size());
    std::vector<double> paid(groups.values.size());
    for (std::size_t voter = 0; voter < groups.codes.size(); ++voter) {
      const auto ballot = election.ballot_of_voter[voter];
      auto& group = made[groups.codes[voter]];
      ++group.voters;
      if (supports[ballot]) ++group.supporters;
      paid[groups.codes[voter]] += pays[ballot];
    }
    const auto whole = in_whole_money(paid, purchase != nullptr ? election.projects[project].cost : 0);
    for (std::size_t group = 0; group < made.size(); ++group) {
      made[group].column = column.name;
      made[group].value = groups.values[group];
      made[group].paid = whole[group];
      all.push_back(std::move(made[group]));
    }
  }
  return all;
}

void find_consequences(Counted& counted, std::optional<std::size_t> most_recounts) {
  const auto most = most_recounts.value_or(tie_recounts_for(counted));
  auto winners = counted.outcome.selected;
  std::ranges::sort(winners);
  std::map<ProjectIndex, std::optional<bool>> is_same;  // per plan put first; nothing: that count was refused
  for (auto& tie : counted.outcome.ties) {
    if (tie.changes_outcome) continue;
    tie.changes_outcome = false;
    for (const auto project : tie.among) {
      if (project == tie.chosen) continue;
      if (is_same.size() == most && !is_same.contains(project)) {
        tie.changes_outcome = std::nullopt;
        continue;
      }
      const auto [known, is_new] = is_same.try_emplace(project);
      if (is_new)
        if (auto again = counted.count_with_first(project)) {
          std::ranges::sort(again->selected);
          known->second = again->selected == winners;
        }
      if (known->second == true) continue;
      tie.changes_outcome = known->second ? std::optional(true) : std::nullopt;
      if (known->second) break;
    }
  }
}

}  // namespace wijktafel::budgeting
