#include "compute/budgeting/equal_shares.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <numeric>
#include <set>

#include "compute/budgeting/completion.hpp"
#include "compute/budgeting/count.hpp"
#include "compute/budgeting/rule_text.hpp"
#include "compute/budgeting/tests/plain_support.hpp"

namespace wijktafel::budgeting {
namespace {

constexpr Utility utilities[] = {Utility::cost, Utility::cardinality, Utility::points, Utility::borda};
const char* const completion_texts[] = {"none",
                                        "add1",
                                        "increase:1%",
                                        "increase:37.5%",
                                        "greedy:cost",
                                        "greedy:cardinality",
                                        "increase:20%+add1",
                                        "add1+greedy:cardinality"};
#ifdef __SANITIZE_ADDRESS__
constexpr std::uint64_t elections = 60;
#else
constexpr std::uint64_t elections = 600;
#endif

std::vector<ProjectIndex> by_name(const Election& election) {
  std::vector<ProjectIndex> order(election.projects.size());
  std::iota(order.begin(), order.end(), ProjectIndex{0});
  std::ranges::sort(order, {}, [&](ProjectIndex plan) { return election.projects[plan].id; });
  return order;
}

std::set<std::string> names(const Election& election, const Outcome& outcome) {
  std::set<std::string> made;
  for (const auto plan : outcome.selected) made.insert(election.projects[plan].id);
  return made;
}

Outcome counted(const Election& election, Utility utility, const char* completion) {
  return equal_shares(election, utility, completions(completion).value(), TieOrder(election, {})).value();
}

// Small elections where the slow version can count every step of add1.
template <class Act>
void for_each_election(Act&& act) {
  for (const auto utility : utilities)
    for (const auto* completion : completion_texts)
      for (std::uint64_t number = 0; number < elections; ++number) {
        SCOPED_TRACE(text_of(utility) + ' ' + completion + " of random election " + std::to_string(number));
        act(random_election(number, utility), utility, completion);
        if (::testing::Test::HasFailure()) return;
      }
}

TEST(EqualShares, BuysTheSamePlansInTheSameOrderAsThePlainVersion) {
  std::size_t with_ties = 0;
  for_each_election([&](const RandomElection& random, Utility utility, const char* completion) {
    const auto election = random.election();
    const auto plain =
        plain_equal_shares(election, utility, completions(completion).value(), by_name(election));
    const auto outcome = counted(election, utility, completion);
    EXPECT_EQ(outcome.selected, plain.selected);
    std::vector<std::vector<ProjectIndex>> ties;
    for (auto tie : outcome.ties) {
      std::ranges::sort(tie.among);
      ties.push_back(tie.among);
    }
    if (!std::string_view(completion).contains("greedy")) {
      EXPECT_EQ(ties, plain.ties);
    }
    with_ties += plain.ties.empty() ? 0 : 1;
  });
  EXPECT_GT(with_ties, elections);  // what the random elections are made for
}

TEST(EqualShares, NeverSpendsMoreThanTheBudget) {
  for_each_election([](const RandomElection& random, Utility utility, const char* completion) {
    const auto outcome = counted(random.election(), utility, completion);
    Money cost = 0;
    for (const auto plan : outcome.selected) cost += random.costs[plan];
    EXPECT_EQ(outcome.cost, cost);
    EXPECT_LE(cost, random.budget);
  });
}

TEST(EqualShares, OrderOfBallotsAndPlansIsIrrelevant) {
  for_each_election([](const RandomElection& random, Utility utility, const char* completion) {
    const auto election = random.election();
    auto turned = random;
    std::ranges::reverse(turned.ballots);
    std::ranges::reverse(turned.points);
    std::ranges::reverse(turned.weights);
    auto other = turned.election();
    // Plan p becomes plan last - p.
    std::ranges::reverse(other.projects);
    for (auto& plan : other.choices) plan = static_cast<ProjectIndex>(other.projects.size()) - 1 - plan;
    EXPECT_EQ(names(election, counted(election, utility, completion)),
              names(other, counted(other, utility, completion)));
  });
}

TEST(EqualShares, MergingEqualBallotsIsIrrelevant) {
  for_each_election([](const RandomElection& random, Utility utility, const char* completion) {
    RandomElection split = random;
    split.ballots.clear();
    split.points.clear();
    split.weights.clear();
    for (std::size_t ballot = 0; ballot < random.ballots.size(); ++ballot)
      for (std::uint32_t voter = 0; voter < random.weights[ballot]; ++voter) {
        split.ballots.push_back(random.ballots[ballot]);
        split.points.push_back(random.points[ballot]);
        split.weights.push_back(1);
      }
    EXPECT_EQ(counted(random.election(), utility, completion).selected,
              counted(split.election(), utility, completion).selected);
  });
}

TEST(EqualShares, ScalingMoneyAndItsUnitIsIrrelevant) {
  for_each_election([](const RandomElection& random, Utility utility, const char* completion) {
    RandomElection scaled = random;
    scaled.budget *= 7;
    scaled.money_scale *= 7;
    for (auto& cost : scaled.costs) cost *= 7;
    EXPECT_EQ(counted(random.election(), utility, completion).selected,
              counted(scaled.election(), utility, completion).selected);
  });
}

// Poland_Zabrze_2021_Zandka: 105 times 155000/105 is less than 155000 in doubles.
TEST(EqualShares, VotersWhoHaveExactlyEnoughBuyThePlan) {
  RandomElection one;
  one.costs = {155000};
  one.budget = 155000;
  one.ballots.assign(105, {0});
  one.points.assign(105, {1});
  one.weights.assign(105, 1);
  for (const auto utility : {Utility::cost, Utility::cardinality})
    EXPECT_EQ(counted(one.election(), utility, "none").selected, std::vector<ProjectIndex>{0});
}

TEST(EqualShares, StopsAtOnceWithoutVotersOrMoney) {
  RandomElection nobody;
  nobody.costs = {5, 0};
  nobody.budget = 10;
  EXPECT_TRUE(counted(nobody.election(), Utility::cost, "add1").selected.empty());
  EXPECT_TRUE(counted(nobody.election(), Utility::cost, "increase:1%").selected.empty());
}

// Payments follow from the record: each round its price times the share, until the round where a ballot pays
// what it has left. Together they are the cost.
TEST(EqualShares, RecordsPricesThatAddUpToTheCost) {
  for_each_election([](const RandomElection& random, Utility utility, const char* completion) {
    const auto election = random.election();
    const Support support(election, utility);
    EqualSharesRecord record;
    const auto outcome =
        equal_shares(election, utility, completions(completion).value(), TieOrder(election, {}), {}, &record)
            .value();
    const bool is_one_share = utility == Utility::cost || utility == Utility::cardinality;
    std::vector<mpq_class> left(election.ballots(), record.endowment);
    for (std::uint32_t round = 0; round < record.rounds.size(); ++round) {
      const auto& bought = record.rounds[round];
      mpq_class paid = 0;
      for (const auto& supporter : support.of(bought.project)) {
        const auto last = record.exhausted_in[supporter.ballot];
        if (last < round) continue;
        const mpq_class share = is_one_share ? 1 : static_cast<long>(supporter.utility);
        const mpq_class pays = last == round ? left[supporter.ballot] : mpq_class(bought.price * share);
        EXPECT_LE(pays, bought.price * share);
        left[supporter.ballot] -= pays;
        EXPECT_GE(left[supporter.ballot], 0);
        paid += pays * election.weights[supporter.ballot];
      }
      EXPECT_EQ(paid, static_cast<long>(election.projects[bought.project].cost));
      if (round > 0) {
        EXPECT_GE(bought.rho, record.rounds[round - 1].rho);
      }
    }
    for (const auto& dropped : record.dropped) {
      EXPECT_LT(dropped.money, static_cast<long>(election.projects[dropped.project].cost));
      EXPECT_LE(dropped.before_round, record.rounds.size());
    }
  });
}

}  // namespace
}  // namespace wijktafel::budgeting
