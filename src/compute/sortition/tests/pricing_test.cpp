#include "compute/sortition/pricing.hpp"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <limits>

#include "compute/sortition/tests/sortition_support.hpp"

namespace wijktafel::sortition {

TEST(Types, people_with_the_same_features_are_one_type) {
  const auto pool = plain_pool({2, 2}, {{0, 0}, {1, 0}, {0, 0}, {0, 1}}, 2);
  const auto types = make_types(pool);
  ASSERT_EQ(types.size(), 3u);
  EXPECT_EQ(types.types[0].people, (std::vector<PersonIndex>{0, 2}));
  EXPECT_EQ(types.types[0].most, 2);
  EXPECT_EQ(types.of_person, (std::vector<TypeIndex>{0, 1, 0, 2}));
  EXPECT_EQ(types.rows.size(), 1u + 4u);
}

// Persons 0 and 1 live together, and so do 2 and 3, with the same features; 4 lives alone with the features
// of 0. With one of each address, 0 and 2 are one type, of which both may be drawn; 4 is another.
TEST(Types, equal_households_are_one_kind) {
  auto pool = plain_pool({2}, {{0}, {1}, {0}, {1}, {0}}, 2);
  pool.per_household = 1;
  pool.people[1].household = pool.people[0].household;
  pool.people[3].household = pool.people[2].household;
  const auto types = make_types(pool);
  ASSERT_EQ(types.size(), 3u);
  EXPECT_EQ(types.types[0].people, (std::vector<PersonIndex>{0, 2}));
  EXPECT_EQ(types.types[0].most, 2);
  ASSERT_EQ(types.kinds.size(), 1u);
  EXPECT_EQ(types.kinds[0].households.size(), 2u);
  EXPECT_EQ(types.rows.back().maximum, 2);
}

// Of the first three people one may join, as every two share a feature of which there may be one: the
// relaxation takes a half of each, and is no panel. The weights are below 1, so that the lowest number
// divided by the largest is minus infinity.
TEST(Pricing, any_panel_is_enough_and_none_is_not) {
  auto pool = plain_pool({2, 2, 2}, {{1, 1, 0}, {1, 0, 1}, {0, 1, 1}, {0, 0, 0}, {0, 0, 0}}, 2);
  for (const std::size_t feature : {1u, 3u, 5u}) pool.features[feature].maximum = 1;
  const auto types = make_types(pool);
  Pricing pricing(types);
  const auto priced = pricing.best(std::vector<double>{0.5, 0.5, 0.5, 0.1},
                                   {.enough = std::numeric_limits<double>::lowest(), .go_on = {}});
  ASSERT_FALSE(priced.counts.empty());
  EXPECT_TRUE(meets_rows(types, priced.counts));
}

TEST(Pricing, finds_what_counting_out_finds) {
  std::mt19937_64 random(20261123);
  for (int i = 0; i < 60; ++i) {
    const auto pool =
        random_pool(random, 9 + random() % 6, 4 + static_cast<std::int64_t>(random() % 3), i % 3);
    const auto types = make_types(pool);
    const auto panels = every_count(types);
    ASSERT_FALSE(panels.empty());
    Pricing pricing(types);
    for (int j = 0; j < 5; ++j) {
      std::vector<double> weights(types.size());
      for (auto& weight : weights) weight = static_cast<double>(random() % 100) - (j == 0 ? 0 : 30);
      double best = -1e9;
      for (const auto& panel : panels) {
        double value = 0;
        for (std::size_t t = 0; t < panel.size(); ++t) value += weights[t] * static_cast<double>(panel[t]);
        best = std::max(best, value);
      }
      const auto priced = pricing.best(weights, {});
      ASSERT_TRUE(meets_rows(types, priced.counts));
      EXPECT_NEAR(priced.value, best, 1e-9);
      EXPECT_GE(priced.bound, best);
      EXPECT_TRUE(priced.is_proved);
    }
  }
}

TEST(Pricing, says_that_there_is_no_panel) {
  auto pool = plain_pool({2}, {{0}, {1}, {1}}, 2);
  pool.features[0].minimum = 2;
  const auto types = make_types(pool);
  Pricing pricing(types);
  const auto priced = pricing.best(std::vector<double>(types.size(), 1.0), {});
  EXPECT_TRUE(priced.counts.empty());
  EXPECT_TRUE(priced.is_proved);
  EXPECT_EQ(priced.bound, -std::numeric_limits<double>::infinity());
}

}  // namespace wijktafel::sortition
