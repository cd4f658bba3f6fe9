#include "compute/sortition/lottery.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <gtest/gtest.h>
#include <numeric>
#include <string_view>

#include "base/tests/shared_folder.hpp"
#include "compute/sortition/read_pool.hpp"
#include "compute/sortition/tests/brute_force_support.hpp"

namespace wijktafel::sortition {
namespace {

// A distribution over some of all panels, with chances that are no round numbers.
Plan random_plan(lot::Lot& lot, const Pool& pool, std::vector<Panel> panels) {
  Plan plan;
  lot.shuffle(panels);
  panels.resize(std::min<std::size_t>(panels.size(), 1 + lot.below(20)));
  double sum = 0;
  for (const auto& panel : panels) {
    plan.panels.push_back({.panel = panel, .chance = 0.01 + lot.fraction()});
    sum += plan.panels.back().chance;
  }
  for (auto& panel : plan.panels) panel.chance /= sum;
  plan.chances = chances_of(pool, plan.panels);
  return plan;
}

// Counted again here, not read from the lottery.
void expect_promise(const Pool& pool, const Plan& plan, const Lottery& lottery, std::size_t size) {
  ASSERT_EQ(lottery.panels.size(), size);
  std::vector<std::int64_t> counts(pool.people.size());
  for (const auto& panel : lottery.panels) {
    ASSERT_TRUE(meets_quotas(pool, panel));
    for (const auto member : panel) ++counts[member];
  }
  EXPECT_EQ(counts, lottery.counts);
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const double deviation =
        std::abs(static_cast<double>(counts[i]) - static_cast<double>(size) * plan.chances[i]);
    EXPECT_LE(deviation, 1.0) << "person " << i;
    EXPECT_LE(deviation, lottery.person_deviation);
  }
}

TEST(Lottery, ChancesAreKeptWithinOnePanelOnRandomPools) {
  lot::Lot lot("test", "lottery");
  int compared = 0;
  for (int round = 0; round < 400; ++round) {
    const Pool pool = random_pool(lot, {.most_people = 10, .households = round % 3 == 0});
    const auto panels = all_panels(pool);
    if (panels.empty()) continue;
    const Plan plan = random_plan(lot, pool, panels);
    for (const std::size_t size : {1u, 7u, 100u, 1000u}) {
      SCOPED_TRACE(described(pool));
      SCOPED_TRACE(size);
      const auto lottery = make_lottery(pool, plan, size);
      expect_promise(pool, plan, lottery, size);
      EXPECT_LE(lottery.feature_deviation, 1.0 + 1e-9);
      ++compared;
    }
  }
  EXPECT_GT(compared, 400);
}

TEST(Lottery, EqualPeopleDifferByOnePanelAtMost) {
  // Ten equal people, three places, one panel in the plan: 1,000 x 3 / 10 = 300 turns each.
  Pool pool;
  pool.categories = {"c"};
  pool.features.push_back({.category = "c", .value = "v", .maximum = 3});
  pool.panel_size = 3;
  for (int i = 0; i < 10; ++i) pool.people.push_back({.id = std::to_string(i), .features = {0}});
  Plan plan;
  plan.chances.assign(10, 0.3);
  plan.panels = {{.panel = {0, 1, 2}, .chance = 1.0}};
  const auto lottery = make_lottery(pool, plan, 1000);
  EXPECT_EQ(lottery.counts, std::vector<std::int64_t>(10, 300));
  for (const auto count : make_lottery(pool, plan, 101).counts) EXPECT_TRUE(count == 30 || count == 31);
}

TEST(Lottery, APlanWithoutPanelsGivesNone) { EXPECT_TRUE(make_lottery(Pool{}, Plan{}, 1000).panels.empty()); }

TEST(Lottery, TheSamePlanGivesTheSameLottery) {
  lot::Lot lot("test", "same lottery");
  Pool pool;
  std::vector<Panel> panels;
  while (panels.size() < 10) panels = all_panels(pool = random_pool(lot));
  const Plan plan = random_plan(lot, pool, panels);
  EXPECT_EQ(make_lottery(pool, plan, 1000).panels, make_lottery(pool, plan, 1000).panels);
}

// Leximin on pools of real sizes, where the totals of more than a hundred kinds must come out together.
TEST(Lottery, ChancesAreKeptWithinOnePanelOnTheSharedPools) {
  const auto folder = shared_folder("data/sortition");
  if (!folder) GTEST_SKIP() << "no pools in ../shared/data/sortition";
  int compared = 0;
  for (const auto& [name, size] : {std::pair{"example_small_20", 20},
                                   {"syn_mass_24", 24},
                                   {"wijkpanel_klein_24", 24},
                                   {"syn_sf_c_44", 44},
                                   {"syn_nexus_170", 170},
                                   {"syn_sf_e_110", 110}}) {
#ifdef __SANITIZE_ADDRESS__
    if (std::string_view(name) == "syn_sf_e_110") continue;  // a minute with sanitizers
#endif
    SCOPED_TRACE(name);
    const auto pool = read_pool(text_of(*folder / name / "categories.csv"),
                                text_of(*folder / name / "respondents.csv"), {.panel_size = size});
    ASSERT_TRUE(pool.has_value());
    const auto plan = make_plan(*pool, {});
    const auto lottery = make_lottery(*pool, plan, 1000);
    expect_promise(*pool, plan, lottery, 1000);
    EXPECT_LE(lottery.feature_deviation, 1.0 + 1e-9);
    ++compared;
  }
  std::printf("%d lotteries over pools of real sizes\n", compared);
}

}  // namespace
}  // namespace wijktafel::sortition
