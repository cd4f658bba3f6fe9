#include "compute/survey/estimate.hpp"

#include <cmath>
#include <gtest/gtest.h>
#include <iostream>
#include <map>

#include "base/tests/shared_folder.hpp"
#include "compute/lot/lot.hpp"
#include "compute/survey/rake.hpp"
#include "compute/survey/respondents.hpp"

namespace wijktafel::survey {
namespace {

std::vector<bool> everybody(std::size_t people) { return std::vector<bool>(people, true); }

// apiclus1: 15 of the 757 school districts of California, all their schools. Expected: svymean(~api00) and
// svytotal(~enroll) of R's survey 4.1.
TEST(EstimateReference, SchoolsAsInR) {
  const auto folder = shared_folder("data/raking");
  if (!folder) GTEST_SKIP() << "no estimates in ../shared/data/raking";
  const auto text = text_of(*folder / "apiclus1.csv");
  const auto stats_text = text_of(*folder / "apiclus1-stats.csv");
  const auto schools = Respondents::read(text).value();
  // R leaves the first name empty; a reader of ours wants one.
  const std::string named = "method" + stats_text;
  const auto stats = Respondents::read(named).value();
  auto margins = read_targets(
                     "variable,level,total\nstype,E,4421\nstype,H,755\nstype,M,1018\nsch.wide,No,1072\nsch."
                     "wide,Yes,5122\n")
                     .value();
  const std::map<std::string_view, std::string_view> weights_of = {
      {"base", "base"},
      {"rake_default", "rake_default"},
      {"rake_tight", "rake_tight"},
      {"calibrate_raking", "calibrate_raking"},
      {"calibrate_logit", "calibrate_logit_bounded"}};
  std::size_t compared = 0;
  for (std::size_t row = 0; row < stats.size(); ++row) {
    const auto method = stats.cell(row, 0);
    Design design{.weights = positive_numbers(schools, weights_of.at(method)).value(),
                  .stratum_of = {},
                  .cluster_of = groups_of(schools, "dnum", false).value().group_of,
                  .population_clusters = std::vector<double>(schools.size(), 757),
                  .base = {},
                  .margins = {}};
    if (method != "base") {
      design.base = positive_numbers(schools, "base").value();
      design.margins = coded(schools, margins).value();
    }
    const auto estimator = Estimator::of(design).value();
    const auto mean =
        estimator.mean(positive_numbers(schools, "api00").value(), everybody(schools.size())).value();
    const auto total =
        estimator.total(positive_numbers(schools, "enroll").value(), everybody(schools.size())).value();
    const auto expect = [&](double ours, std::string_view column) {
      const double theirs = positive_numbers(stats, column).value()[row];
      // R ends its default raking early (totals off by 5e-5) and takes each margin's residuals with the
      // weights as they were in between: its standard errors differ that much from those of the weights it
      // gives.
      const bool is_early = method == "rake_default" && column.starts_with("se");
      EXPECT_NEAR(ours / theirs, 1, is_early ? 5e-5 : 1e-9) << method << " " << column;
      ++compared;
    };
    expect(mean.value, "mean");
    expect(mean.standard_error, "se");
    expect(total.value, "total_enroll");
    expect(total.standard_error, "se_total");
  }
  std::cout << compared << " estimates compared\n";
  EXPECT_EQ(compared, 20U);
}

// A simple sample: the variance of a share is p(1-p)/(n-1). 3 of 10: 0.3, and sqrt(0.21/9).
TEST(Estimate, ShareOfASimpleSample) {
  const auto estimator = Estimator::of({.weights = std::vector<double>(10, 7)}).value();
  const auto share = estimator.mean(std::vector<double>{1, 1, 1, 0, 0, 0, 0, 0, 0, 0}, everybody(10)).value();
  EXPECT_NEAR(share.value, 0.3, 1e-15);
  EXPECT_NEAR(share.standard_error, std::sqrt(0.21 / 9), 1e-15);
  EXPECT_NEAR(effective_for_share(share), 9, 1e-12);
}

// Two strata of 2 out of 4 and 2 out of 10. Stratum variances of the mean: s2/n (1-n/N) with s2 = 2 and 8;
// the total is N times that: 16 * 1 * 0.5 + 100 * 4 * 0.8 = 328.
TEST(Estimate, StrataWithAnEnd) {
  const auto estimator =
      Estimator::of(
          {.weights = {2, 2, 5, 5}, .stratum_of = {0, 0, 1, 1}, .population_clusters = {4, 4, 10, 10}})
          .value();
  const auto total = estimator.total(std::vector<double>{1, 3, 2, 6}, everybody(4)).value();
  EXPECT_NEAR(total.value, 2 * 4 + 5 * 8, 1e-12);
  EXPECT_NEAR(total.standard_error, std::sqrt(328), 1e-12);
}

// Nothing is uncertain about what was raked on.
TEST(Estimate, RakedMarginsHaveNoStandardError) {
  const Sample sample{.base = {1, 1, 1, 1, 1, 2},
                      .margins = {{.level_of = {0, 0, 1, 1, 1, 0}, .totals = {30, 10}},
                                  {.level_of = {0, 1, 0, 1, 1, 0}, .totals = {20, 20}}}};
  const auto weights = rake(sample, {}).value().weights;
  const auto estimator =
      Estimator::of({.weights = weights, .base = sample.base, .margins = sample.margins}).value();
  const auto share = estimator.mean(std::vector<double>{1, 1, 0, 0, 0, 1}, everybody(6)).value();
  EXPECT_NEAR(share.value, 0.75, 1e-12);
  EXPECT_NEAR(share.standard_error, 0, 1e-12);
  const auto interval = wilson(share.value, effective_for_share(share));
  EXPECT_NEAR(interval.low, 0.75, 1e-6);
  EXPECT_NEAR(interval.high, 0.75, 1e-6);
}

// Post-stratification by hand: residuals within a level are the values minus the level's mean. Levels 1, 3
// (mean 2, weight 5) and 4, 8 (mean 6, weight 10), of a population of 30: residuals -1, 1, -2, 2 times weight
// over 30; four people: variance 4/3 of the squares (25 + 25 + 400 + 400)/900.
TEST(Estimate, PostStratificationByHand) {
  const auto estimator = Estimator::of({.weights = {5, 5, 10, 10},
                                        .base = {1, 1, 1, 1},
                                        .margins = {{.level_of = {0, 0, 1, 1}, .totals = {10, 20}}}})
                             .value();
  const auto mean = estimator.mean(std::vector<double>{1, 3, 4, 8}, everybody(4)).value();
  EXPECT_NEAR(mean.value, (5 * 4 + 10 * 12) / 30.0, 1e-12);
  EXPECT_NEAR(mean.standard_error, std::sqrt(4.0 / 3 * 850 / 900), 1e-12);
}

// Clusters 0 and 1 of stratum 0, cluster 3 of stratum 1: three clusters of two strata.
TEST(Estimate, DegreesOfFreedomAreThoseOfTheGroup) {
  const auto estimator = Estimator::of({.weights = std::vector<double>(7, 1),
                                        .stratum_of = {0, 0, 0, 0, 1, 1, 1},
                                        .cluster_of = {0, 0, 1, 2, 3, 3, 4}})
                             .value();
  const std::vector<double> values = {1, 2, 3, 4, 5, 6, 7};
  EXPECT_EQ(estimator.mean(values, everybody(7))->degrees, 3U);
  EXPECT_EQ(estimator.mean(values, {true, true, true, false, true, true, false})->degrees, 1U);
}

TEST(Estimate, NobodyInTheGroupIsNothing) {
  const auto estimator = Estimator::of({.weights = {1, 1}}).value();
  EXPECT_FALSE(estimator.mean(std::vector<double>{1, 2}, {false, false}));
  EXPECT_FALSE(estimator.total(std::vector<double>{1, 2}, {false, false}));
}

TEST(Estimate, DesignsWithoutStandardErrors) {
  const auto faults = Estimator::of({.weights = {1, 1, 1, 1, 1},
                                     .stratum_of = {0, 0, 1, 2, 2},
                                     .cluster_of = {0, 1, 2, 3, 0},
                                     .population_clusters = {1, 1, 9, 5, 6}})
                          .error();
  ASSERT_EQ(faults.size(), 5U);
  EXPECT_EQ(faults[0].kind, DesignFault::Kind::cluster_in_two_strata);
  EXPECT_EQ(faults[0].respondent, 4U);
  EXPECT_EQ(faults[1].kind, DesignFault::Kind::population_differs);
  EXPECT_EQ(faults[2].kind, DesignFault::Kind::population_too_small);
  EXPECT_EQ(faults[2].group, 0U);
  EXPECT_EQ(faults[3].kind, DesignFault::Kind::lonely_cluster);
  EXPECT_EQ(faults[3].group, 1U);
  EXPECT_EQ(faults[4].group, 2U);
}

// Newcombe 1998 ("Two-sided confidence intervals for the single proportion", table I, method 3): 81 of 263,
// 15 of 148, 0 of 20 and 1 of 29.
TEST(Wilson, AsPublished) {
  const auto expect = [](double count, double people, double low, double high) {
    const auto interval = wilson(count / people, people);
    EXPECT_NEAR(interval.low, low, 0.00005);
    EXPECT_NEAR(interval.high, high, 0.00005);
  };
  expect(81, 263, 0.2553, 0.3662);
  expect(15, 148, 0.0624, 0.1605);
  expect(0, 20, 0.0000, 0.1611);
  expect(1, 29, 0.0061, 0.1718);
}

TEST(Waves, ApartTheSquaresAdd) {
  const Estimate a{
      .value = 0.4, .standard_error = 0.03, .respondents = 0, .effective = 0, .degrees = 0, .influence = {}};
  const Estimate b{
      .value = 0.5, .standard_error = 0.04, .respondents = 0, .effective = 0, .degrees = 0, .influence = {}};
  const auto difference = between_waves(a, b);
  EXPECT_NEAR(difference.value, 0.1, 1e-15);
  EXPECT_NEAR(difference.standard_error, 0.05, 1e-15);
}

// The same people twice, of equal weight: the difference is the mean of the differences of each, with the
// standard error of a mean; the textbook's paired test.
TEST(Waves, ThePanelIsThePairedTest) {
  const std::vector<double> before = {4, 7, 1, 9, 5, 5};
  const std::vector<double> after = {5, 7, 3, 8, 9, 4};
  const auto estimator = Estimator::of({.weights = std::vector<double>(6, 1)}).value();
  const auto first = estimator.mean(before, everybody(6)).value();
  const auto second = estimator.mean(after, everybody(6)).value();
  const std::vector<std::uint32_t> same = {0, 1, 2, 3, 4, 5};
  const auto difference = between_waves(first, second, same);
  // Differences 1, 0, 2, -1, 4, -1: mean 5/6, squares 23 - 25/6, over 5 * 6.
  EXPECT_NEAR(difference.value, 5.0 / 6, 1e-14);
  EXPECT_NEAR(difference.standard_error, std::sqrt((23 - 25.0 / 6) / 30), 1e-14);
  EXPECT_EQ(difference.in_both, 6U);
  const std::vector<std::uint32_t> nobody(6, none);
  EXPECT_NEAR(between_waves(first, second, nobody).standard_error,
              between_waves(first, second).standard_error, 1e-15);
}

// The standard error is what it says: over many samples of a made-up town it is the spread of the estimates.
TEST(Estimate, StandardErrorIsTheSpreadOverManySamples) {
  lot::Lot lot("test", "town");
  constexpr std::size_t rounds = 400;
  constexpr std::size_t people = 300;
  double sum = 0, squares = 0, told = 0;
  for (std::size_t round = 0; round < rounds; ++round) {
    Sample sample{
        .base = std::vector<double>(people, 1),
        .margins = {{.level_of = {}, .totals = {700, 300}}, {.level_of = {}, .totals = {400, 600}}}};
    std::vector<double> answers;
    for (std::size_t i = 0; i < people; ++i) {
      const bool old = lot.below(10) < 5, renter = lot.below(10) < 6;
      sample.margins[0].level_of.push_back(old ? 1 : 0);
      sample.margins[1].level_of.push_back(renter ? 1 : 0);
      answers.push_back(lot.below(10) < (old ? 6U : 2U) + (renter ? 2U : 0U) ? 1 : 0);
    }
    const auto weights = rake(sample, {}).value().weights;
    const auto estimator =
        Estimator::of({.weights = weights, .base = sample.base, .margins = sample.margins}).value();
    const auto share = estimator.mean(answers, everybody(people)).value();
    sum += share.value;
    squares += share.value * share.value;
    told += share.standard_error;
  }
  const double mean = sum / rounds;
  const double spread = std::sqrt((squares / rounds - mean * mean) * rounds / (rounds - 1));
  // 0.7 * 0.2 + 0.3 * 0.6 + 0.6 * 0.2 = 0.44. A spread of 400 has a standard error of 3.5 %.
  EXPECT_NEAR(mean, 0.44, 0.005);
  EXPECT_NEAR(told / rounds / spread, 1, 0.12);
}

}  // namespace
}  // namespace wijktafel::survey
