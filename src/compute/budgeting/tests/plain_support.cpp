#include "compute/budgeting/tests/plain_support.hpp"

#include <algorithm>
#include <gmpxx.h>
#include <numeric>
#include <optional>
#include <random>

namespace wijktafel::budgeting {
namespace {

struct Plain {
  const Election& election;
  std::vector<ProjectIndex> goes_first;
  std::vector<std::vector<mpq_class>> utility;  // of each voter for each plan

  std::size_t plans() const { return election.projects.size(); }
  mpq_class cost(std::size_t plan) const { return static_cast<long>(election.projects[plan].cost); }
};

mpq_class utility_in(const Election& election, Utility utility, BallotIndex ballot, std::size_t place) {
  const auto choices = election.choices_of(ballot);
  switch (utility) {
    case Utility::cost: return static_cast<long>(election.projects[choices[place]].cost);
    case Utility::points: return static_cast<long>(election.points_of(ballot)[place]);
    case Utility::borda: return static_cast<long>(choices.size() - 1 - place);
    case Utility::cardinality: break;
  }
  return 1;
}

Plain plain_of(const Election& election, Utility utility, std::vector<ProjectIndex> goes_first) {
  Plain made{election, std::move(goes_first), {}};
  for (BallotIndex ballot = 0; ballot < election.ballots(); ++ballot) {
    std::vector<mpq_class> row(election.projects.size());
    const auto choices = election.choices_of(ballot);
    for (std::size_t place = 0; place < choices.size(); ++place)
      row[choices[place]] = utility_in(election, utility, ballot, place);
    // A free plan on a ballot is wanted, also when its cost is what counts.
    if (utility == Utility::cost)
      for (const auto plan : choices)
        if (row[plan] == 0) row[plan] = 1;
    for (std::uint32_t voter = 0; voter < election.weights[ballot]; ++voter) made.utility.push_back(row);
  }
  return made;
}

// The rho of a plan, or nothing when its supporters cannot pay.
std::optional<mpq_class> rho_of(const Plain& plain, const std::vector<mpq_class>& purse, std::size_t plan) {
  std::vector<std::size_t> supporters;
  mpq_class money = 0;
  mpq_class shares = 0;
  for (std::size_t voter = 0; voter < purse.size(); ++voter) {
    if (plain.utility[voter][plan] <= 0) continue;
    supporters.push_back(voter);
    money += purse[voter];
    shares += plain.utility[voter][plan];
  }
  if (supporters.empty() || money < plain.cost(plan)) return std::nullopt;
  std::ranges::sort(supporters, {},
                    [&](std::size_t voter) { return mpq_class(purse[voter] / plain.utility[voter][plan]); });
  mpq_class left = plain.cost(plan);
  for (const auto voter : supporters) {
    const mpq_class rho = left / shares;
    if (rho * plain.utility[voter][plan] <= purse[voter]) return rho;
    left -= purse[voter];
    shares -= plain.utility[voter][plan];
  }
  return std::nullopt;
}

PlainOutcome run(const Plain& plain, const mpq_class& endowment) {
  PlainOutcome outcome;
  std::vector<mpq_class> purse(plain.utility.size(), endowment);
  std::vector<char> is_out(plain.plans());
  for (const auto plan : plain.goes_first)
    if (plain.cost(plan) == 0) {
      is_out[plan] = 1;
      if (std::ranges::any_of(plain.utility, [&](const auto& row) { return row[plan] > 0; }))
        outcome.selected.push_back(plan);
    }
  while (true) {
    std::optional<mpq_class> best;
    std::vector<ProjectIndex> equals;
    for (const auto plan : plain.goes_first) {
      if (is_out[plan]) continue;
      const auto rho = rho_of(plain, purse, plan);
      if (!rho || (best && *rho > *best)) continue;
      if (!best || *rho < *best) equals.clear();
      best = rho;
      equals.push_back(plan);
    }
    if (!best) return outcome;
    const auto plan = equals.front();
    outcome.selected.push_back(plan);
    is_out[plan] = 1;
    for (std::size_t voter = 0; voter < purse.size(); ++voter)
      purse[voter] -= std::min<mpq_class>(purse[voter], *best * plain.utility[voter][plan]);
    std::ranges::sort(equals);
    if (equals.size() > 1) outcome.ties.push_back(equals);
  }
}

mpq_class cost_of(const Plain& plain, const PlainOutcome& outcome) {
  mpq_class cost = 0;
  for (const auto plan : outcome.selected) cost += plain.cost(plan);
  return cost;
}

bool is_exhaustive(const Plain& plain, const PlainOutcome& outcome, bool all_plans) {
  const mpq_class left = static_cast<long>(plain.election.budget) - cost_of(plain, outcome);
  for (std::size_t plan = 0; plan < plain.plans(); ++plan) {
    const bool is_wanted = std::ranges::any_of(plain.utility, [&](const auto& row) { return row[plan] > 0; });
    const bool is_bought = std::ranges::count(outcome.selected, plan) > 0;
    if (!is_bought && (all_plans || is_wanted) && plain.cost(plan) <= left) return false;
  }
  return true;
}

void buy_greedily(const Election& election, const std::vector<ProjectIndex>& goes_first, Utility utility,
                  PlainOutcome& outcome) {
  const auto plain = plain_of(election, utility, goes_first);
  const auto density = [&](ProjectIndex plan) {
    mpq_class total = 0;
    for (const auto& row : plain.utility) total += row[plan];
    // A free plan comes before all others when somebody has utility of it, which with cost nobody has.
    if (plain.cost(plan) == 0) return mpq_class(total > 0 && utility != Utility::cost ? 1'000'000'000 : 0);
    return mpq_class(total / plain.cost(plan));
  };
  auto order = goes_first;
  std::ranges::stable_sort(order, std::greater{}, density);
  for (const auto plan : order)
    if (std::ranges::count(outcome.selected, plan) == 0 &&
        cost_of(plain, outcome) + plain.cost(plan) <= static_cast<long>(election.budget))
      outcome.selected.push_back(plan);
}

}  // namespace

PlainOutcome plain_equal_shares(const Election& election, Utility utility,
                                const std::vector<Completion>& completions,
                                const std::vector<ProjectIndex>& goes_first) {
  const auto plain = plain_of(election, utility, goes_first);
  const mpq_class budget = static_cast<long>(election.budget);
  const mpq_class voters = static_cast<long>(election.voters);
  mpq_class endowment = budget / voters;
  auto outcome = run(plain, endowment);
  for (const auto& completion : completions) {
    if (completion.kind == Completion::Kind::greedy) {
      buy_greedily(election, goes_first, completion.utility, outcome);
      continue;
    }
    const bool is_add_one = completion.kind == Completion::Kind::add_one;
    const mpq_class step =
        is_add_one ? mpq_class(static_cast<long>(election.money_scale))
                   : mpq_class(budget * static_cast<long>(completion.increase_permyriad) / 10000 / voters);
    while (step > 0 && !is_exhaustive(plain, outcome, !is_add_one)) {
      if (!is_add_one && (endowment + step) * voters > budget * (voters + 1)) break;
      auto next = run(plain, endowment + step);
      if (cost_of(plain, next) > budget) break;
      endowment += step;
      outcome = std::move(next);
    }
  }
  return outcome;
}

namespace {

Money random_cost(std::mt19937_64& numbers, int kind) {
  const auto below = [&](std::uint64_t bound) { return static_cast<Money>(numbers() % bound); };
  switch (kind) {
    case 0: return 1 + below(3);                                          // many ties
    case 1: return below(4) == 0 ? 0 : 1 + below(12);                     // free ones
    case 2: return 1 + below(40);                                         // few ties
    default: return 1'000'000'000'000'000 + below(2) * below(1'000'000);  // huge and nearly equal
  }
}

}  // namespace

RandomElection random_election(std::uint64_t number, Utility utility) {
  std::mt19937_64 numbers(number);  // its values are fixed by the standard
  const auto below = [&](std::uint64_t bound) { return numbers() % bound; };
  RandomElection made;
  const auto plans = 1 + below(6);
  const auto kind = static_cast<int>(below(4));
  Money together = 0;
  for (std::uint64_t plan = 0; plan < plans; ++plan) {
    made.costs.push_back(random_cost(numbers, kind));
    together += made.costs.back();
  }
  made.budget = 1 + static_cast<Money>(below(static_cast<std::uint64_t>(together) + 1));
  if (kind == 2) made.money_scale = 10;
  if (kind == 3) made.money_scale = 100'000'000'000'000;
  made.type = utility == Utility::points  ? BallotType::cumulative
              : utility == Utility::borda ? BallotType::ordinal
                                          : BallotType::approval;
  const auto ballots = 1 + below(6);
  for (std::uint64_t ballot = 0; ballot < ballots; ++ballot) {
    std::vector<ProjectIndex> names(plans);
    std::iota(names.begin(), names.end(), ProjectIndex{0});
    std::ranges::shuffle(names, numbers);
    names.resize(below(plans + 1));  // sometimes empty
    if (made.type != BallotType::ordinal) std::ranges::sort(names);
    std::vector<std::int64_t> points;
    for (std::size_t i = 0; i < names.size(); ++i) points.push_back(static_cast<std::int64_t>(below(5)));
    made.ballots.push_back(std::move(names));
    made.points.push_back(std::move(points));
    made.weights.push_back(1 + static_cast<std::uint32_t>(below(3) == 0 ? below(4) : 0));
  }
  return made;
}

Election RandomElection::election() const {
  Election made;
  made.type = type;
  made.budget = budget;
  made.money_scale = money_scale;
  for (std::size_t plan = 0; plan < costs.size(); ++plan) {
    Project project;
    project.id = std::to_string(7 * (plan + 1) % 11);  // another order by name than by place
    project.cost = costs[plan];
    made.projects.push_back(std::move(project));
  }
  made.firsts.push_back(0);
  for (std::size_t ballot = 0; ballot < ballots.size(); ++ballot) {
    made.choices.insert(made.choices.end(), ballots[ballot].begin(), ballots[ballot].end());
    if (type == BallotType::cumulative)
      made.points.insert(made.points.end(), points[ballot].begin(), points[ballot].end());
    made.firsts.push_back(static_cast<std::uint32_t>(made.choices.size()));
    made.weights.push_back(weights[ballot]);
    made.voters += weights[ballot];
  }
  return made;
}

}  // namespace wijktafel::budgeting
