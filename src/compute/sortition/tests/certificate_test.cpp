#include "compute/sortition/certificate.hpp"

#include <algorithm>
#include <cstdio>
#include <gtest/gtest.h>
#include <random>

#include "base/tests/shared_folder.hpp"
#include "compute/sortition/cut_proof.hpp"
#include "compute/sortition/read_pool.hpp"
#include "compute/sortition/tests/brute_force_support.hpp"
#include "compute/sortition/tests/sortition_support.hpp"

namespace wijktafel::sortition {
namespace {

// Two of three people, one of them a man who must sit: everybody else has 1/2, the man 1.
Types types_with_a_man() {
  auto pool = plain_pool({2}, {{0}, {1}, {1}}, 2);
  pool.features[0].minimum = 1;
  return make_types(pool);
}

TEST(Certificate, IsExactOnAPoolThatCanBeDoneByHand) {
  const auto types = types_with_a_man();
  const auto draw = leximin(types, {});
  const auto certificate = exact_certificate(types, draw);
  EXPECT_TRUE(certificate.is_exact);
  EXPECT_NEAR(certificate.dual_bound, 0.5, 1e-12);
  EXPECT_GE(certificate.dual_bound, 0.5);
  EXPECT_GE(certificate.gap, 0.0);
  EXPECT_LE(certificate.gap, 1e-12);
}

TEST(Certificate, ShowsADrawThatIsWorseThanItSays) {
  const auto pool = plain_pool({2}, {{0}, {1}}, 1);
  const auto types = make_types(pool);
  auto draw = leximin(types, {});
  // Both have 1/2; with 1/4 and 3/4 the smallest chance is 1/4 below its bound.
  draw.plan.panels = {{.counts = {1, 0}, .chance = 0.25}, {.counts = {0, 1}, .chance = 0.75}};
  EXPECT_NEAR(exact_certificate(types, draw).gap, 0.25, 1e-12);
}

// One of three (1/3 each) and one of two (1/2 each). A draw that gives the two 2/3 and 1/3 has the smallest
// chance that there is, and is no leximin: what holds down the three does not hold down the two.
TEST(Certificate, BelievesNoStageThatSettlesMoreThanItProves) {
  auto pool = plain_pool({3}, {{0}, {0}, {0}, {1}, {2}}, 2);
  for (auto& feature : pool.features) feature.maximum = 1;
  pool.features[0].minimum = 1;
  const auto types = make_types(pool);
  auto draw = leximin(types, {});
  ASSERT_TRUE(exact_certificate(types, draw).is_exact);
  ASSERT_EQ(draw.stages.size(), 2U);
  draw.plan.panels = {{.counts = {1, 1, 0}, .chance = 2.0 / 3}, {.counts = {1, 0, 1}, .chance = 1.0 / 3}};
  EXPECT_GT(exact_certificate(types, draw).gap, 0.1);
  draw.stages.pop_back();
  draw.stages.front().settled = {0, 1, 2};
  EXPECT_FALSE(exact_certificate(types, draw).is_exact);
}

TEST(Certificate, BelievesNoMultiplierOfTheSolver) {
  const auto types = types_with_a_man();
  auto draw = leximin(types, {});
  for (auto& multiplier : draw.stages.front().multipliers) multiplier = -multiplier;
  const auto certificate = exact_certificate(types, draw);
  EXPECT_NEAR(certificate.dual_bound, 1.0, 1e-12) << "nothing is proved, so nothing better than 1";
}

TEST(Certificate, BelievesNoPanelOutsideTheQuotas) {
  const auto types = types_with_a_man();
  auto draw = leximin(types, {});
  draw.plan.panels.front().counts = {0, 2};
  EXPECT_FALSE(exact_certificate(types, draw).is_exact);
}

TEST(CutProof, ProvesTheLargestWorthOfAllPanels) {
  std::mt19937_64 random(20261123);
  for (int round = 0; round < 60; ++round) {
    const auto pool =
        random_pool(random, 8 + random() % 5, 3 + static_cast<std::int64_t>(random() % 3), round % 3);
    const auto types = make_types(pool);
    std::vector<double> weights(types.size());
    for (auto& weight : weights) weight = static_cast<double>(random() % 64) / 64 - 0.25;
    double most = -1e9;
    for (const auto& counts : every_count(types)) {
      double worth = 0;
      for (std::size_t t = 0; t < counts.size(); ++t) worth += weights[t] * static_cast<double>(counts[t]);
      most = std::max(most, worth);
    }
    const auto proved = proved_most(types, weights, most, 10'000);
    ASSERT_TRUE(proved.has_value());
    // Weights are whole 64ths, so the largest worth is exact; the proof stops 1e-11 above at most.
    EXPECT_GE(*proved, whole_multiplier(most));
    EXPECT_LE(*proved, whole_multiplier(most + 1e-9));
    // What is hoped for is not believed.
    const auto too_low = proved_most(types, weights, most - 1, 10'000);
    ASSERT_TRUE(too_low.has_value());
    EXPECT_GE(*too_low, whole_multiplier(most));
  }
}

// Over pools of the sizes of real assemblies, where reading them is fast.
TEST(Certificate, IsExactOnTheSharedPools) {
  const auto folder = shared_folder("data/sortition");
  if (!folder) GTEST_SKIP() << "no pools in ../shared/data/sortition";
  int checked = 0;
  for (const auto& [name, size] :
       {std::pair{"example_small_20", 20}, {"syn_mass_24", 24}, {"wijkpanel_klein_24", 24}}) {
    const auto pool = read_pool(text_of(*folder / name / "categories.csv"),
                                text_of(*folder / name / "respondents.csv"), {.panel_size = size});
    ASSERT_TRUE(pool.has_value()) << name;
    const auto plan = make_plan(*pool, {});
    EXPECT_TRUE(plan.certificate.is_exact) << name;
    EXPECT_GE(plan.certificate.dual_bound, std::ranges::min(plan.chances)) << name;
    EXPECT_LE(plan.certificate.gap, 1e-7) << name;
    ++checked;
  }
  std::printf("%d pools proved in rationals\n", checked);
}

}  // namespace
}  // namespace wijktafel::sortition
