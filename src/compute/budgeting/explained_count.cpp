#include "compute/budgeting/explained_count.hpp"

#include <algorithm>
#include <limits>
#include <memory>
#include <utility>

#include "compute/budgeting/completion.hpp"
#include "compute/budgeting/count.hpp"
#include "compute/budgeting/majority.hpp"
#include "compute/budgeting/official.hpp"

namespace wijktafel::budgeting {
namespace {

Limits limits_for(const LimitsOf& limits_of, const Election& election) {
  return limits_of ? limits_of(election) : Limits{};
}

// Equal Shares pays for free plans first, then a plan each round.
std::size_t bought_in_rounds(const Election& election, const Outcome& outcome,
                             const EqualSharesRecord& record) {
  std::size_t number = 0;
  while (number < outcome.selected.size() && election.projects[outcome.selected[number]].cost == 0) ++number;
  return std::min(outcome.selected.size(), number + record.rounds.size());
}

using Work = std::shared_ptr<std::uint64_t>;

std::uint64_t size_of(const Election& election) { return election.choices.size() + election.ballots(); }

// Counts, and adds about how many steps that took.
Result<Outcome, NoCount> count_with_work(const Election& election, const Rule& rule, const Limits& limits,
                                         std::uint64_t& work) {
  const TieOrder ties(election, rule.ties);
  if (rule.name == RuleName::equal_shares) {
    EqualShares shares(election, rule.utility, ties, limits);
    auto outcome = equal_shares(election, shares, rule.completions, ties, limits);
    work += shares.work() + 8 * size_of(election);
    if (!outcome || !rule.asks_majority) return outcome;
    return ask_majority(election, std::move(*outcome), ties, limits);
  }
  auto outcome = count(election, rule, ties, limits);
  const bool is_by_rounds = rule.name == RuleName::phragmen || rule.name == RuleName::phragmen_skip;
  work += size_of(election) * (is_by_rounds && outcome ? 1 + outcome->selected.size() : 1);
  return outcome;
}

// Every rule, by counting a changed election from the beginning.
CountChanged counting_anew(const Election& election, const Rule& rule, LimitsOf limits_of, const Work& work) {
  auto changed = std::make_shared<ChangedElection>(election);
  return [changed, rule, work, limits_of = std::move(limits_of)](const Change& change) {
    const auto& made = changed->with(change);
    return count_with_work(made, rule, limits_for(limits_of, made), *work);
  };
}

// Greedy and the optimum see no ballots, only what all voters together give each plan: one ballot for each
// plan is then as good as all of them, and counts in no time.
bool sees_totals_only(const Rule& rule) {
  return (rule.name == RuleName::greedy || rule.name == RuleName::optimum) &&
         (rule.utility == Utility::cost || rule.utility == Utility::cardinality);
}

Election totals_only(const Election& election) {
  Election totals;
  totals.budget = election.budget;
  totals.money_scale = election.money_scale;
  totals.projects = election.projects;
  totals.voters = election.voters;
  const Support support(election, Utility::cardinality);
  totals.firsts.push_back(0);
  for (ProjectIndex project = 0; project < election.projects.size(); ++project) {
    if (support.voters_of(project) == 0) continue;
    totals.weights.push_back(static_cast<std::uint32_t>(support.voters_of(project)));
    totals.choices.push_back(project);
    totals.firsts.push_back(static_cast<std::uint32_t>(totals.choices.size()));
  }
  return totals;
}

// Equal Shares keeps its layout of the election from count to count: with a ballot more
// for each plan that somebody supports, which nobody casts until it is asked what if they did.
class SharesAgain {
 public:
  SharesAgain(const Election& election, const Rule& rule)
      : changed_(election),
        rule_(rule),
        extended_(extended(election)),
        ties_(election, rule.ties),
        shares_(extended_, rule.utility, ties_) {}

  Result<Outcome, NoCount> count(const Change& change) {
    const auto project = change.project;
    const auto cost = extended_.projects[project].cost;
    const auto ballot = added_[project];
    // Free plans, and those that nobody supports, are another matter to the rule.
    if (ballot == none || cost == 0 || change.price == 0)
      return count_with_work(changed_.with(change), rule_, {}, anew_);
    const auto voters = extended_.voters;
    if (change.price) {
      extended_.projects[project].cost = *change.price;
      shares_.set_cost(project, *change.price);
    } else {
      extended_.voters += change.more_supporters;
      extended_.weights[ballot] = change.more_supporters;
      shares_.set_weight(ballot, project, change.more_supporters);
    }
    auto outcome = equal_shares(extended_, shares_, rule_.completions, ties_);
    extended_.voters = voters;
    extended_.projects[project].cost = cost;
    extended_.weights[ballot] = 0;
    shares_.set_cost(project, cost);
    shares_.set_weight(ballot, project, 0);
    return outcome;
  }

  std::uint64_t work() const { return shares_.work() + anew_; }

  SharesOrder with_more(std::int64_t number) {
    const auto voters = extended_.voters;
    extended_.voters += static_cast<std::uint64_t>(number);
    EqualSharesRecord record;
    auto outcome = equal_shares(extended_, shares_, rule_.completions, ties_, {}, &record);
    if (!outcome) outcome = shares_.run(shares_.endowment(), &record);  // a guess without completions
    extended_.voters = voters;
    outcome->selected.resize(bought_in_rounds(extended_, *outcome, record));
    return {std::move(outcome->selected), record.endowment.get_d()};
  }

 private:
  static constexpr auto none = std::numeric_limits<BallotIndex>::max();

  Election extended(const Election& election) {
    Election made = election;
    made.ballot_of_voter.clear();
    made.voter_columns.clear();
    const Support support(election, rule_.utility);
    for (ProjectIndex project = 0; project < election.projects.size(); ++project) {
      added_.push_back(none);
      if (support.voters_of(project) == 0) continue;
      added_.back() = static_cast<BallotIndex>(made.weights.size());
      made.weights.push_back(0);
      made.choices.push_back(project);
      made.firsts.push_back(static_cast<std::uint32_t>(made.choices.size()));
      if (!election.points.empty()) made.points.push_back(*std::ranges::max_element(election.points));
    }
    return made;
  }

  ChangedElection changed_;
  Rule rule_;
  std::vector<BallotIndex> added_;  // per project
  Election extended_;
  TieOrder ties_;
  EqualShares shares_;
  std::uint64_t anew_ = 0;  // of counts from the beginning
};

void count_changed(Counted& counted, const Election& election, const Rule& rule, LimitsOf limits_of) {
  const bool order_stays =
      rule.ties.kind == TieBreaking::Kind::name || rule.ties.kind == TieBreaking::Kind::lot;
  if (!limits_of && order_stays && rule.name == RuleName::equal_shares && !rule.asks_majority &&
      rule.utility != Utility::borda) {
    auto again = std::make_shared<SharesAgain>(election, rule);
    counted.count = [again](const Change& change) { return again->count(change); };
    counted.work = [again] { return again->work(); };
    counted.with_more = [again](std::int64_t voters) { return again->with_more(voters); };
    return;
  }
  const auto work = std::make_shared<std::uint64_t>(0);
  counted.work = [work] { return *work; };
  if (!limits_of && sees_totals_only(rule))
    counted.count = counting_anew(totals_only(election), rule, {}, work);
  else
    counted.count = counting_anew(election, rule, std::move(limits_of), work);
}

}  // namespace

Result<Counted, NoCount> explained_count(const Election& election, const Rule& rule, LimitsOf limits_of) {
  Counted counted;
  counted.election = &election;
  counted.rule = rule;
  const TieOrder ties(election, rule.ties);
  auto limits = limits_for(limits_of, election);
  if (rule.name == RuleName::equal_shares) {
    EqualSharesRecord record;
    auto outcome = equal_shares(election, rule.utility, rule.completions, ties, limits, &record);
    if (!outcome) return std::unexpected(outcome.error());
    counted.outcome = std::move(*outcome);
    counted.bought_by_rule = bought_in_rounds(election, counted.outcome, record);
    counted.endowment = record.endowment.get_d();
    if (rule.asks_majority)
      counted.outcome = ask_majority(election, std::move(counted.outcome), ties, limits);
    if (const auto& asked = counted.outcome.majority; asked && asked->is_greedy_bought())
      counted.bought_by_rule = counted.outcome.selected.size();
  } else {
    auto outcome = count(election, rule, ties, limits);
    if (!outcome) return std::unexpected(outcome.error());
    counted.outcome = std::move(*outcome);
    counted.bought_by_rule = counted.outcome.selected.size();
  }
  counted.count_with_first = [&election, rule, ties, limits](ProjectIndex first) {
    return count(election, rule, ties.with_first(first), limits);
  };
  counted.limits = std::move(limits);
  count_changed(counted, election, rule, std::move(limits_of));
  return counted;
}

Result<Counted, std::string> explained_official_count(const Election& election, const TieBreaking& ties) {
  const auto rule = official_rule(election);
  if (!rule) return std::unexpected(rule.error());
  Counted counted;
  counted.election = &election;
  counted.rule = {.name = RuleName::greedy, .utility = Utility::cost, .completions = {}, .ties = ties};
  const TieOrder order(election, ties);
  auto official = count_officially(election, *rule, order);
  counted.outcome = std::move(official.outcome);
  counted.partly = official.partly;
  counted.bought_by_rule = counted.outcome.selected.size();
  counted.limits = rule->limits;
  counted.count_with_first = [&election, rule = *rule,
                              order](ProjectIndex first) -> Result<Outcome, NoCount> {
    return count_officially(election, rule, order.with_first(first)).outcome;
  };
  auto changed = std::make_shared<ChangedElection>(election);
  const auto work = std::make_shared<std::uint64_t>(0);
  counted.work = [work] { return *work; };
  counted.count = [changed, ties, work](const Change& change) -> Result<Outcome, NoCount> {
    const auto& made = changed->with(change);
    *work += size_of(made);
    // Made again: more support may pass a threshold.
    const auto again = official_rule(made);
    return again ? count_officially(made, *again, TieOrder(made, ties)).outcome : Outcome{};
  };
  return counted;
}

}  // namespace wijktafel::budgeting
