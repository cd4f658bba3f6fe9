#include "compute/survey/rake.hpp"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <numeric>

#include "compute/lot/lot.hpp"

namespace wijktafel::survey {
namespace {

// Raking as the textbook has it, person by person, in long double and for ever: slow, and without any of
// our cells, factors or shortcuts.
std::vector<long double> plain_raking(const Sample& sample) {
  std::vector<long double> weights(sample.base.begin(), sample.base.end());
  for (int round = 0; round < 3000; ++round) {
    for (const auto& margin : sample.margins) {
      std::vector<long double> sums(margin.totals.size(), 0);
      for (std::size_t i = 0; i < weights.size(); ++i) sums[margin.level_of[i]] += weights[i];
      for (std::size_t i = 0; i < weights.size(); ++i)
        weights[i] *= margin.totals[margin.level_of[i]] / sums[margin.level_of[i]];
    }
  }
  return weights;
}

// A sample of which weights certainly exist: the totals are those of made-up weights between 0.5 and 3.
Sample random_sample(lot::Lot& lot, std::size_t people, const std::vector<std::size_t>& levels) {
  Sample sample;
  std::vector<double> secret;
  for (std::size_t i = 0; i < people; ++i) {
    sample.base.push_back(0.5 + static_cast<double>(lot.below(4)));
    secret.push_back(0.5 + 2.5 * lot.fraction());
  }
  for (const auto count : levels) {
    CodedMargin margin{.level_of = {}, .totals = std::vector<double>(count, 0)};
    for (std::size_t i = 0; i < people; ++i) {
      margin.level_of.push_back(static_cast<std::uint32_t>(lot.below(count)));
      margin.totals[margin.level_of.back()] += secret[i];
    }
    sample.margins.push_back(std::move(margin));
  }
  return sample;
}

template <class A, class B>
double worst_ratio(const A& ours, const B& theirs) {
  double worst = 0;
  for (std::size_t i = 0; i < ours.size(); ++i)
    worst = std::max(worst, static_cast<double>(std::abs(ours[i] / theirs[i] - 1)));
  return worst;
}

// 2 x 2: one person in each cell, totals 30/10 and 20/20. Independent base, so that the answer is the product
// of the shares: 30*20/40 = 15 and 5.
TEST(Rake, WorkedExample) {
  const Sample sample{.base = {1, 1, 1, 1},
                      .margins = {{.level_of = {0, 0, 1, 1}, .totals = {30, 10}},
                                  {.level_of = {0, 1, 0, 1}, .totals = {20, 20}}}};
  const auto raked = rake(sample, {}).value();
  const std::vector<double> expected = {15, 15, 5, 5};
  EXPECT_LT(worst_ratio(raked.weights, expected), 1e-12);
}

TEST(Rake, OneCrossedMarginIsPostStratification) {
  const Sample sample{.base = {1, 3, 1}, .margins = {{.level_of = {0, 0, 1}, .totals = {40, 7}}}};
  const std::vector<double> expected = {10, 30, 7};
  EXPECT_LT(worst_ratio(rake(sample, {}).value().weights, expected), 1e-14);
}

TEST(Rake, AsThePlainVersion) {
  lot::Lot lot("test", "plain raking");
  int compared = 0;
  for (int round = 0; round < 40; ++round) {
    const auto sample = random_sample(lot, 12 + lot.below(30), {2 + lot.below(2), 2 + lot.below(3), 2});
    const auto raked = rake(sample, {});
    if (!raked) continue;  // a level without people
    EXPECT_LE(raked->deviation, close_enough);
    EXPECT_LT(worst_ratio(raked->weights, plain_raking(sample)), 1e-8) << "round " << round;
    ++compared;
  }
  EXPECT_GT(compared, 25);
}

TEST(Rake, OrderSizeOfBaseAndSplittingChangeNothing) {
  lot::Lot lot("test", "properties of raking");
  for (int round = 0; round < 20; ++round) {
    const auto sample = random_sample(lot, 200, {3, 4, 5});
    const auto weights = rake(sample, {}).value().weights;

    auto doubled = sample;
    for (auto& base : doubled.base) base *= 2;
    EXPECT_LT(worst_ratio(rake(doubled, {}).value().weights, weights), 1e-11);

    std::vector<std::size_t> order(200);
    std::iota(order.begin(), order.end(), 0U);
    lot.shuffle(order);
    auto moved = sample;
    std::vector<double> expected;
    for (std::size_t i = 0; i < 200; ++i) {
      moved.base[i] = sample.base[order[i]];
      for (std::size_t m = 0; m < 3; ++m) moved.margins[m].level_of[i] = sample.margins[m].level_of[order[i]];
      expected.push_back(weights[order[i]]);
    }
    EXPECT_LT(worst_ratio(rake(moved, {}).value().weights, expected), 1e-11);

    auto split = sample;
    split.base[7] /= 2;
    split.base.push_back(split.base[7]);
    for (auto& margin : split.margins) margin.level_of.push_back(margin.level_of[7]);
    auto halves = rake(split, {}).value().weights;
    halves[7] += halves.back();
    halves.pop_back();
    EXPECT_LT(worst_ratio(halves, weights), 1e-11);

    auto turned = sample;  // levels of a margin in another order
    for (auto& level : turned.margins[1].level_of) level = 3 - level;
    std::ranges::reverse(turned.margins[1].totals);
    EXPECT_LT(worst_ratio(rake(turned, {}).value().weights, weights), 1e-11);
  }
}

TEST(Rake, SameBytesEachTime) {
  lot::Lot lot("test", "bytes");
  const auto sample = random_sample(lot, 500, {3, 7, 4});
  EXPECT_EQ(rake(sample, {}).value().weights, rake(sample, {}).value().weights);
}

// 90 people are of the first level of both margins; one person holds each of the rare combinations, so that
// sweeps crawl: the factors have to travel far.
TEST(Rake, NewtonEndsWhatSweepsDoSlowly) {
  Sample sample;
  sample.margins = {{.level_of = {}, .totals = {500, 500}}, {.level_of = {}, .totals = {499.9, 500.1}}};
  const auto add = [&](std::uint32_t a, std::uint32_t b, int count) {
    for (int i = 0; i < count; ++i) {
      sample.base.push_back(1);
      sample.margins[0].level_of.push_back(a);
      sample.margins[1].level_of.push_back(b);
    }
  };
  add(0, 0, 90);
  add(1, 1, 90);
  add(0, 1, 1);
  const auto raked = rake(sample, {}).value();
  // (0,1) must weigh 0.1: 500 - 499.9. The rest of each level follows.
  EXPECT_NEAR(raked.weights.back(), 0.1, 1e-9);
  EXPECT_NEAR(raked.weights.front(), 499.9 / 90, 1e-9);
  EXPECT_LE(raked.deviation, close_enough);
}

TEST(Rake, TrimmedWeightsStayUnderTheMostAndMeetTheTotals) {
  lot::Lot lot("test", "trimming");
  int trimmed = 0;
  for (int round = 0; round < 20; ++round) {
    const auto sample = random_sample(lot, 300, {3, 4});
    const double free = precision(rake(sample, {}).value().weights).largest;
    const auto found = rake(sample, {.max_weight = 1.9}).value();
    const auto now = precision(found.weights);
    EXPECT_LE(now.largest, 1.9 * now.mean * (1 + 1e-9));
    EXPECT_LE(found.deviation, close_enough);
    EXPECT_TRUE(found.missed.empty());
    trimmed += free > 1.9 * now.mean ? 1 : 0;
  }
  EXPECT_GT(trimmed, 10);
}

// Those who are not trimmed keep the form of raking: base times a factor for each level.
TEST(Rake, TrimmingIsRakingForWhoIsNotTrimmed) {
  Sample sample{.base = {1, 1, 1, 1, 1, 9, 1, 1},
                .margins = {{.level_of = {0, 0, 0, 0, 1, 1, 1, 1}, .totals = {40, 40}}}};
  // Mean 10; at most 20. Level 1: 9 parts of 12 would be 30; trimmed to 20 it leaves 20 for three.
  const auto found = rake(sample, {.max_weight = 2}).value();
  const std::vector<double> expected = {10, 10, 10, 10, 20.0 / 3, 20, 20.0 / 3, 20.0 / 3};
  EXPECT_LT(worst_ratio(found.weights, expected), 1e-9);
}

TEST(Rake, SaysWhichTotalsTrimmingMisses) {
  // One person for half of the population: at twice the mean of 20, 40 of 100 is all that he can carry.
  const Sample sample{.base = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1},
                      .margins = {{.level_of = {0, 1, 1, 1, 1, 1, 1, 1, 1, 1}, .totals = {100, 100}}}};
  const auto found = rake(sample, {.max_weight = 2}).value();
  ASSERT_EQ(found.missed.size(), 1U);
  EXPECT_EQ(found.missed[0].where, (LevelOfMargin{0, 0}));
  EXPECT_NEAR(found.missed[0].reached, 40, 1e-9);
}

TEST(Precision, Kish) {
  // 1, 1, 2: (sum 4)^2 / (sum of squares 6) = 2.667 people; 3 / 2.667 = 1.125.
  const auto found = precision(std::vector<double>{1, 1, 2});
  EXPECT_NEAR(found.effective_sample, 16.0 / 6, 1e-14);
  EXPECT_NEAR(found.design_effect, 1.125, 1e-14);
}

}  // namespace
}  // namespace wijktafel::survey
