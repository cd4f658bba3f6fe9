// Every method against all panels of small pools, written out (oracle_support.hpp).
#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <map>

#include "compute/sortition/plan.hpp"
#include "compute/sortition/tests/brute_force_support.hpp"
#include "compute/sortition/tests/oracle_support.hpp"

namespace wijktafel::sortition {
namespace {

struct Seen {
  int feasible = 0;
  int infeasible = 0;
  int with_households = 0;
};

// What holds for every plan, whatever the method.
void expect_sound(const Pool& pool, const Plan& plan) {
  double sum = 0;
  for (const auto& [panel, chance] : plan.panels) {
    EXPECT_TRUE(meets_quotas(pool, panel));
    EXPECT_GT(chance, 0.0);
    sum += chance;
  }
  EXPECT_NEAR(sum, 1.0, 1e-12);
  const auto chances = chances_of(pool, plan.panels);
  double members = 0;
  for (std::size_t i = 0; i < chances.size(); ++i) {
    EXPECT_NEAR(chances[i], plan.chances[i], 1e-12);
    members += plan.chances[i];
  }
  EXPECT_NEAR(members, static_cast<double>(pool.panel_size), 1e-9);
  EXPECT_LE(std::abs(plan.certificate.gap), 1e-7);
}

// People nobody can tell apart: the same features, and the same kind of household.
void expect_symmetry(const Pool& pool, const Plan& plan) {
  using Features = std::vector<FeatureIndex>;
  std::map<HouseholdIndex, std::vector<Features>> households;
  for (const auto& person : pool.people) households[person.household].push_back(person.features);
  for (auto& [household, members] : households) std::ranges::sort(members);
  std::map<std::pair<Features, std::vector<Features>>, double> chance_of;
  for (std::size_t i = 0; i < pool.people.size(); ++i) {
    const auto& person = pool.people[i];
    const auto home = pool.per_household > 0 ? households[person.household] : std::vector<Features>{};
    const auto [other, is_first] = chance_of.try_emplace({person.features, home}, plan.chances[i]);
    EXPECT_NEAR(other->second, plan.chances[i], 1e-12) << (is_first ? "" : "unlike an equal person");
  }
}

// Runs `compare` on random pools with a panel, and sees that the others are called infeasible.
template <class Compare>
Seen on_random_pools(Method method, int pools, Compare compare) {
  lot::Lot lot("brute force", "pools");
  Seen seen;
  for (int round = 0; round < pools; ++round) {
    const Pool pool = random_pool(lot, {.most_people = 10, .households = round % 3 == 0});
    SCOPED_TRACE(described(pool));
    const auto panels = all_panels(pool);
    const auto plan = make_plan(pool, {.method = method, .go_on = {}});
    if (panels.empty()) {
      EXPECT_EQ(plan.status, PlanStatus::infeasible);
      EXPECT_TRUE(plan.panels.empty());
      ++seen.infeasible;
      continue;
    }
    EXPECT_EQ(plan.status, PlanStatus::optimal);
    expect_sound(pool, plan);
    expect_symmetry(pool, plan);
    compare(pool, panels, plan);
    ++seen.feasible;
    if (pool.per_household > 0) ++seen.with_households;
    if (::testing::Test::HasFailure()) break;
  }
  EXPECT_GT(seen.feasible, pools / 4);
  EXPECT_GT(seen.infeasible, pools / 20);
  EXPECT_GT(seen.with_households, pools / 20);
  return seen;
}

TEST(BruteForce, LeximinGivesEverybodyTheChanceOfAllPanels) {
  on_random_pools(Method::leximin, 500, [](const Pool& pool, const auto& panels, const Plan& plan) {
    const auto expected = leximin_over(pool, panels);
    ASSERT_EQ(expected.size(), plan.chances.size());
    for (std::size_t i = 0; i < expected.size(); ++i)
      EXPECT_NEAR(plan.chances[i], expected[i], 1e-6) << "person " << i;
    EXPECT_TRUE(plan.certificate.is_exact);
  });
}

TEST(BruteForce, MaximinGivesTheSmallestChanceOfAllPanels) {
  on_random_pools(Method::maximin, 240, [](const Pool& pool, const auto& panels, const Plan& plan) {
    const auto expected = std::ranges::min(leximin_over(pool, panels));
    EXPECT_NEAR(std::ranges::min(plan.chances), expected, 1e-6);
    EXPECT_NEAR(plan.certificate.dual_bound, expected, 1e-6);
    EXPECT_TRUE(plan.certificate.is_exact);
  });
}

TEST(BruteForce, NashGivesTheGeometricMeanOfAllPanels) {
  on_random_pools(Method::nash, 160, [](const Pool& pool, const auto& panels, const Plan& plan) {
    const double expected = nash_mean_over(pool, panels);
    EXPECT_NEAR(geometric_mean(plan.chances), expected, 2e-6);
    EXPECT_NEAR(plan.certificate.dual_bound, expected, 2e-6);
  });
}

TEST(BruteForce, GoldilocksGivesTheValueOfAllPanels) {
  on_random_pools(Method::goldilocks, 100, [](const Pool& pool, const auto& panels, const Plan& plan) {
    EXPECT_NEAR(plan.certificate.dual_bound, goldilocks_value_over(pool, panels), 1e-6);
  });
}

// The example of docs/methods/nash-and-goldilocks.md: a young man with one of four older women (chance w), or
// a young woman with an older man. Leximin: w/4 = 1 - w. Nash: w (w/4)^4 (1 - w)^2 is largest at 5/7.
// Goldilocks: 7/2 w + (2/7) / (w/4) is smallest at 4/7, where it is 4.
TEST(Methods, GiveTheChancesThatCanBeWorkedOutByHand) {
  Pool pool;
  pool.categories = {"gender", "age"};
  for (const auto* value : {"man", "woman"})
    pool.features.push_back({.category = "gender", .value = value, .minimum = 1, .maximum = 1});
  for (const auto* value : {"young", "old"})
    pool.features.push_back({.category = "age", .value = value, .minimum = 1, .maximum = 1});
  pool.panel_size = 2;
  const std::vector<std::vector<FeatureIndex>> people{{0, 2}, {1, 3}, {1, 3}, {1, 3}, {1, 3}, {0, 3}, {1, 2}};
  for (const auto& features : people) pool.people.push_back({.id = "", .features = features});
  const auto expect = [&](Method method, double w, double precision) {
    const auto plan = make_plan(pool, {.method = method, .go_on = {}});
    EXPECT_NEAR(plan.chances[0], w, precision);
    EXPECT_NEAR(plan.chances[1], w / 4, precision);
    EXPECT_NEAR(plan.chances[5], 1 - w, precision);
    return plan;
  };
  expect(Method::leximin, 4.0 / 5, 1e-9);
  expect(Method::nash, 5.0 / 7, 1e-4);
  EXPECT_NEAR(expect(Method::goldilocks, 4.0 / 7, 1e-4).certificate.dual_bound, 4.0, 1e-7);
}

}  // namespace
}  // namespace wijktafel::sortition
