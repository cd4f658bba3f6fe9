#include "compute/sortition/report.hpp"

#include <cmath>
#include <gmock/gmock.h>

#include "compute/sortition/read_pool.hpp"
#include "compute/sortition/stratified.hpp"
#include "compute/sortition/tests/brute_force_support.hpp"

namespace wijktafel::sortition {
namespace {

TEST(Report, counts_groups_against_pool_and_population) {
  const auto pool =
      read_pool("category,feature,min,max,population\na,x,1,1,300\na,y,1,1,100\nb,p,0,1,\nb,q,1,2,1\n",
                "a,b\nx,p\nx,q\ny,q\ny,q\n", {.panel_size = 2});
  ASSERT_TRUE(pool);
  Plan plan;
  plan.panels = {{{0, 2}, 0.5}, {{1, 3}, 0.25}, {{1, 2}, 0.25}};
  plan.chances = chances_of(*pool, plan.panels);  // 0.5 0.5 0.75 0.25
  const auto report = report_on(*pool, plan);
  EXPECT_DOUBLE_EQ(report.smallest, 0.25);
  EXPECT_DOUBLE_EQ(report.largest, 0.75);
  // Differences over ordered pairs: 4 x 2 x 0.25 + 2 x 0.5 = 3; 3 / (2 x 16 x 0.5).
  EXPECT_NEAR(report.gini, 0.1875, 1e-12);
  EXPECT_NEAR(report.geometric_mean, std::pow(0.5 * 0.5 * 0.75 * 0.25, 0.25), 1e-12);
  ASSERT_EQ(report.groups.size(), 4U);
  EXPECT_DOUBLE_EQ(report.groups[0].population_share, 0.75);
  EXPECT_TRUE(report.groups[0].is_population_known);
  EXPECT_DOUBLE_EQ(report.groups[0].panel_share, 0.5);
  // One number of b is missing: the middles 0.5 and 1.5 stand for it.
  EXPECT_FALSE(report.groups[2].is_population_known);
  EXPECT_DOUBLE_EQ(report.groups[2].population_share, 0.25);
  EXPECT_DOUBLE_EQ(report.groups[3].pool_share, 0.75);
  EXPECT_DOUBLE_EQ(report.groups[3].panel_share, 0.75);
  EXPECT_DOUBLE_EQ(report.groups[3].average, 0.5);
  EXPECT_TRUE(report.without_chance.empty());
}

// The example of docs/methods/leximin.md, worked out there.
TEST(Report, agrees_with_the_example_of_the_page) {
  const auto pool = read_pool("category,feature,min,max\nage,young,1,1\nage,old,1,1\nsex,f,1,1\nsex,m,1,1\n",
                              "age,sex\nyoung,f\nyoung,m\nold,f\nold,m\nold,m\n", {.panel_size = 2});
  ASSERT_TRUE(pool);
  const auto plan = make_plan(*pool, {});
  EXPECT_NEAR(plan.chances[0], 2.0 / 3, 1e-9);
  for (std::size_t i = 1; i < 5; ++i) EXPECT_NEAR(plan.chances[i], 1.0 / 3, 1e-9);
  const auto report = report_on(*pool, plan);
  EXPECT_NEAR(report.gini, 2.0 / 15, 1e-9);
  EXPECT_NEAR(report.geometric_mean, std::pow(2.0 / 243, 0.2), 1e-9);
  const auto plain = stratified_plan(*pool, {});
  // 1/2 and 1/4; four standard deviations of 1,000 draws.
  EXPECT_NEAR(plain.chances[0], 0.5, 0.064);
  EXPECT_NEAR(plain.chances[3], 0.25, 0.055);
}

TEST(Report, says_which_quotas_keep_somebody_out) {
  // Two old people are wanted; the only old ones are a and c, and of value p none may come.
  const auto pool = read_pool("category,feature,min,max\nage,old,2,2\nage,young,0,0\nsex,f,0,2\nsex,m,0,2\n",
                              "age,sex\nold,f\nyoung,f\nold,m\n", {.panel_size = 2});
  ASSERT_TRUE(pool);
  Plan plan;
  plan.panels = {{{0, 2}, 1.0}};
  plan.chances = {1, 0, 1};
  const auto report = report_on(*pool, plan);
  ASSERT_EQ(report.without_chance.size(), 1U);
  EXPECT_THAT(report.without_chance[0].people, testing::ElementsAre(1));
  ASSERT_TRUE(report.without_chance[0].clash);
  ASSERT_EQ(report.without_chance[0].clash->quotas.size(), 1U);
  EXPECT_EQ(report.geometric_mean, 0);
}

TEST(Report, blames_no_quotas_when_the_plan_was_stopped) {
  const auto pool = read_pool("category,feature,min,max\nage,old,0,1\nage,young,0,1\n", "age\nold\nyoung\n",
                              {.panel_size = 1});
  ASSERT_TRUE(pool);
  Plan plan;
  plan.status = PlanStatus::stopped;
  plan.panels = {{{0}, 1.0}};
  plan.chances = {1, 0};
  const auto report = report_on(*pool, plan);
  EXPECT_TRUE(report.is_unfinished);
  ASSERT_EQ(report.without_chance.size(), 1U);
  EXPECT_FALSE(report.without_chance[0].is_explained);
}

TEST(Stratified, draws_panels_that_meet_the_quotas_or_says_there_are_none) {
  lot::Lot lot("test", "stratified");
  int drawn = 0;
  for (int round = 0; round < 12; ++round) {
    const auto pool = random_pool(lot, {.most_people = 9, .households = round % 2 == 0});
    const auto panels = all_panels(pool);
    const auto plan = stratified_plan(pool, {});
    ASSERT_EQ(plan.status == PlanStatus::infeasible, panels.empty()) << described(pool);
    double sum = 0;
    for (const auto& [panel, chance] : plan.panels) {
      EXPECT_TRUE(meets_quotas(pool, panel));
      sum += chance;
    }
    if (!plan.panels.empty()) {
      EXPECT_NEAR(sum, 1, 1e-9);
      ++drawn;
    }
  }
  EXPECT_GT(drawn, 5);
}

TEST(Stratified, gives_the_chances_that_follow_from_its_definition) {
  // One of two x and three others; x is urgent, 1/2; then any of the three y: 1/3.
  const auto pool =
      read_pool("category,feature,min,max\na,x,1,1\na,y,0,1\n", "a\nx\nx\ny\ny\ny\n", {.panel_size = 2});
  ASSERT_TRUE(pool);
  const auto plan = stratified_plan(*pool, {});
  // 1,000 draws: four standard deviations of a third are 0.06.
  EXPECT_NEAR(plan.chances[0], 0.5, 0.064);
  EXPECT_NEAR(plan.chances[2], 1.0 / 3, 0.06);
  EXPECT_EQ(plan.status, PlanStatus::optimal);
}

}  // namespace
}  // namespace wijktafel::sortition
