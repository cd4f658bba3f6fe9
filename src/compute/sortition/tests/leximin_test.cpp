#include "compute/sortition/leximin.hpp"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <numeric>

#include "compute/sortition/households.hpp"
#include "compute/sortition/tests/sortition_support.hpp"
#include "compute/sortition/turns.hpp"

namespace wijktafel::sortition {

namespace {

// No draw has a larger weighted sum of chances than the best panel has.
double best_mean(const Types& types, const std::vector<TypeCounts>& panels, std::span<const double> weights) {
  double best = 0;
  for (const auto& panel : panels) {
    double sum = 0;
    for (std::size_t t = 0; t < panel.size(); ++t)
      sum += weights[t] * static_cast<double>(panel[t]) / static_cast<double>(types.types[t].people.size());
    best = std::max(best, sum);
  }
  return best;
}

// Checks the proof of each stage against the list of all panels, with nothing of the method: the weights that
// the multipliers give to chances may not be exceeded by any panel, everybody not settled before has the
// chance of the stage, and those that are settled in it could have more only if another went below.
void check_stages(const Types& types, const std::vector<TypeCounts>& panels, const LeximinDraw& draw) {
  const auto chances = chances_of_types(types, draw.plan.panels);
  std::vector<double> settled(types.size(), -1);
  for (const auto& stage : draw.stages) {
    std::vector<double> weights(types.size());
    for (std::size_t i = 0; i < types.rows.size(); ++i)
      for (const auto t : types.rows[i].types) weights[t] += stage.multipliers[i];
    for (std::size_t i = types.rows.size(); i < stage.multipliers.size(); ++i)
      for (std::size_t t = 0; t < types.size(); ++t)
        weights[t] += stage.multipliers[i] * draw.cuts[i - types.rows.size()].weights[t];
    for (std::size_t t = 0; t < types.size(); ++t)
      weights[t] = std::max(0.0, weights[t] + stage.cap_multipliers[t]) *
                   static_cast<double>(types.types[t].people.size());
    double left = best_mean(types, panels, weights), sum = 0;
    for (std::size_t t = 0; t < types.size(); ++t) {
      if (settled[t] >= 0) left -= weights[t] * settled[t];
      if (settled[t] < 0) sum += weights[t];
    }
    // Nobody can have more in this stage, and everybody not settled before has it.
    if (sum > 0) {
      EXPECT_LE(left / sum, stage.chance + 1e-7);
    }
    if (sum <= 0) {
      EXPECT_GE(stage.chance, 1 - 1e-7);
    }
    for (std::size_t t = 0; t < types.size(); ++t)
      if (settled[t] < 0) {
        EXPECT_GE(chances[t], stage.chance - 1e-7);
      }
    for (const auto t : stage.settled) {
      EXPECT_NEAR(chances[t], stage.chance, 1e-7);
      // Only who has a weight is settled: the others might have more.
      if (stage.chance < 1 - 1e-7) {
        EXPECT_GT(weights[t], 0);
      }
      settled[t] = stage.chance;
    }
  }
  EXPECT_EQ(std::ranges::count_if(settled, [](double chance) { return chance < 0; }), 0);
}

}  // namespace

TEST(Turns, everybody_sits_equally_long) {
  std::mt19937_64 random(17);
  for (int i = 0; i < 200; ++i) {
    const auto people = static_cast<std::uint32_t>(1 + random() % 9);
    std::vector<std::int64_t> seats, lasts, sat(people);
    for (auto periods = 1 + random() % 6; periods > 0; --periods) {
      seats.push_back(static_cast<std::int64_t>(random() % (people + 1)));
      lasts.push_back(static_cast<std::int64_t>(1 + random() % 1000));
    }
    const auto turns = take_turns(people, seats, lasts);
    for (std::size_t j = 0; j < seats.size(); ++j) {
      EXPECT_EQ(turns[j].front().begin, 0);
      for (std::size_t k = 0; k < turns[j].size(); ++k) {
        const auto end = k + 1 < turns[j].size() ? turns[j][k + 1].begin : lasts[j];
        EXPECT_GT(end, turns[j][k].begin);
        ASSERT_EQ(static_cast<std::int64_t>(turns[j][k].members.size()), seats[j]);
        for (const auto member : turns[j][k].members) sat[member] += end - turns[j][k].begin;
      }
    }
    EXPECT_LE(std::ranges::max(sat) - std::ranges::min(sat), 1);
  }
}

// Two panels in turn of two of three people: two divisions are needed, not one per panel and person.
TEST(Turns, divide_few_periods) {
  const auto turns = take_turns(3, std::vector<std::int64_t>{2, 2, 2}, std::vector<std::int64_t>{10, 10, 10});
  for (const auto& period : turns) EXPECT_EQ(period.size(), 1u);
}

// The example of docs/methods/leximin.md: Anna (young woman), Bas (young man), Cor (old woman), Dirk and
// Emiel (old men); one young, one old, one woman, one man. Dirk, Emiel and Bas exclude one another, so that
// 1/3 is the most for all three; Anna has what Dirk and Emiel have together.
TEST(Plan, is_as_worked_out_by_hand) {
  auto pool = plain_pool({2, 2}, {{0, 0}, {0, 1}, {1, 0}, {1, 1}, {1, 1}}, 2);
  for (auto& feature : pool.features) feature.minimum = feature.maximum = 1;
  const auto plan = make_plan(pool, {});
  const std::vector<double> expected{2.0 / 3, 1.0 / 3, 1.0 / 3, 1.0 / 3, 1.0 / 3};
  for (std::size_t i = 0; i < expected.size(); ++i) EXPECT_NEAR(plan.chances[i], expected[i], 1e-12);
  EXPECT_EQ(plan.panels.size(), 3u);
  EXPECT_NEAR(plan.certificate.dual_bound, 1.0 / 3, 1e-12);
}

// Three people, two of them at one address of which only one may come, two seats: the third always sits.
// Without the rule everybody has 2/3.
TEST(Plan, keeps_the_household_rule) {
  auto pool = plain_pool({1}, {{0}, {0}, {0}}, 2);
  EXPECT_NEAR(std::ranges::min(make_plan(pool, {}).chances), 2.0 / 3, 1e-12);
  pool.per_household = 1;
  pool.people[1].household = pool.people[0].household;
  const auto plan = make_plan(pool, {});
  EXPECT_EQ(plan.chances, (std::vector<double>{0.5, 0.5, 1}));
  EXPECT_EQ(plan.panels.size(), 2u);
}

TEST(Plan, people_of_one_type_have_equal_chances_and_panels_meet_the_rules) {
  std::mt19937_64 random(23);
  for (int i = 0; i < 60; ++i) {
    const auto pool =
        random_pool(random, 8 + random() % 12, 3 + static_cast<std::int64_t>(random() % 5), i % 3);
    const auto types = make_types(pool);
    const auto plan = make_plan(pool, {});
    ASSERT_EQ(plan.status, PlanStatus::optimal);
    std::vector<double> chances(pool.people.size());
    double sum = 0;
    for (const auto& [panel, chance] : plan.panels) {
      ASSERT_TRUE(meets_quotas(pool, panel));
      EXPECT_GT(chance, 0);
      sum += chance;
      for (const auto person : panel) chances[person] += chance;
    }
    EXPECT_EQ(sum, 1.0);  // whole units of 2^-44: doubles add them without rounding
    for (std::size_t person = 0; person < chances.size(); ++person) {
      EXPECT_NEAR(chances[person], plan.chances[person], 1e-11);
      EXPECT_EQ(plan.chances[person], plan.chances[types.types[types.of_person[person]].people.front()]);
    }
  }
}

TEST(Plan, says_when_there_is_no_panel) {
  auto pool = plain_pool({2}, {{0}, {1}, {1}}, 2);
  pool.features[0].minimum = 2;
  const auto plan = make_plan(pool, {});
  EXPECT_EQ(plan.status, PlanStatus::infeasible);
  EXPECT_TRUE(plan.panels.empty());
  EXPECT_EQ(plan.chances, std::vector<double>(3));
}

TEST(Plan, is_a_valid_draw_wherever_it_is_stopped) {
  std::mt19937_64 random(29);
  const auto pool = random_pool(random, 20, 6);
  for (int calls = 0; calls < 60; ++calls) {
    int left = calls;
    const auto plan =
        make_plan(pool, {.method = Method::leximin, .go_on = [&](const auto&) { return left-- > 0; }});
    if (plan.panels.empty()) continue;  // stopped before the first panel
    double sum = 0;
    for (const auto& [panel, chance] : plan.panels) {
      ASSERT_TRUE(meets_quotas(pool, panel));
      sum += chance;
    }
    EXPECT_EQ(sum, 1.0);
    EXPECT_NEAR(std::accumulate(plan.chances.begin(), plan.chances.end(), 0.0), 6, 1e-9);
    if (plan.status == PlanStatus::optimal) {
      EXPECT_LE(plan.certificate.gap, 1e-7);
    }
  }
}

TEST(Leximin, is_proved_stage_by_stage_against_all_panels) {
  std::mt19937_64 random(5);
  std::size_t with_cuts = 0;
  for (int i = 0; i < 150; ++i) {
    const auto pool =
        random_pool(random, 8 + random() % 7, 3 + static_cast<std::int64_t>(random() % 4), i % 3);
    const auto types = make_types(pool);
    const auto panels = every_count(types);
    const auto draw = leximin(types, {});
    ASSERT_EQ(draw.plan.status, PlanStatus::optimal) << i;
    EXPECT_LE(draw.plan.certificate.gap, 1e-7) << i;
    for (const auto& panel : draw.plan.panels) EXPECT_TRUE(meets_rows(types, panel.counts));
    check_stages(types, panels, draw);
    if (HasFailure())
      for (auto& st : draw.stages) {
        std::printf("stage %.9f bound %.9f:", st.chance, st.bound);
        for (auto t : st.settled) std::printf(" %u", t);
        std::printf(" mult");
        for (auto m : st.multipliers) std::printf(" %g", m);
        std::puts("");
      }
    if (HasFailure()) FAIL() << "pool " << i;
    with_cuts += draw.cuts.empty() ? 0 : 1;
  }
  EXPECT_GT(with_cuts, 0u);  // otherwise the hard part was not tried
}

}  // namespace wijktafel::sortition
