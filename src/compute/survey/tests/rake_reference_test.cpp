// Weights as R's survey package (4.1) makes them; see ../shared/data/raking/SOURCES.md.
#include <cmath>
#include <gtest/gtest.h>
#include <iostream>

#include "base/tests/shared_folder.hpp"
#include "compute/survey/number_text.hpp"
#include "compute/survey/rake.hpp"
#include "compute/survey/respondents.hpp"

namespace wijktafel::survey {
namespace {

// The population of the schools of California of which apiclus1 is a sample: the example of R's survey
// package (Lumley, "Analysis of complex survey samples", 2004).
constexpr std::string_view schools =
    "variable,level,total\nstype,E,4421\nstype,H,755\nstype,M,1018\nsch.wide,No,1072\nsch.wide,Yes,5122\n";

std::vector<double> column(const Respondents& respondents, std::string_view name) {
  return positive_numbers(respondents, name).value();
}

Sample sample_of(const Respondents& respondents, std::string_view targets) {
  auto margins = read_targets(targets).value();
  return {column(respondents, "base"), coded(respondents, margins).value()};
}

// How many weights were compared; each within 1e-7 of what R has.
std::size_t compare(const std::vector<double>& ours, const std::vector<double>& theirs) {
  EXPECT_EQ(ours.size(), theirs.size());
  double worst = 0;
  for (std::size_t i = 0; i < ours.size(); ++i) worst = std::max(worst, std::abs(ours[i] / theirs[i] - 1));
  EXPECT_LT(worst, 1e-7);
  std::cout << ours.size() << " weights compared, worst difference " << worst << "\n";
  return ours.size();
}

TEST(RakeReference, SchoolsWeighAsInR) {
  const auto folder = shared_folder("data/raking");
  if (!folder) GTEST_SKIP() << "no weights in ../shared/data/raking";
  const auto text = text_of(*folder / "apiclus1.csv");
  const auto respondents = Respondents::read(text).value();
  const auto sample = sample_of(respondents, schools);
  const auto raked = rake(sample, {}).value();
  EXPECT_LE(raked.deviation, close_enough);
  std::size_t compared = compare(raked.weights, column(respondents, "rake_tight"));
  compared += compare(raked.weights, column(respondents, "calibrate_raking"));
  const auto bounded = rake(sample, {.bounds = Bounds{0.7, 1.9}}).value();
  EXPECT_LE(bounded.deviation, close_enough);
  compared += compare(bounded.weights, column(respondents, "calibrate_logit_bounded"));
  EXPECT_EQ(compared, 3U * 183U);
}

TEST(RakeReference, InventedSamplesWeighAsInR) {
  const auto folder = shared_folder("data/raking");
  if (!folder) GTEST_SKIP() << "no weights in ../shared/data/raking";
  const auto targets = text_of(*folder / "synthetic-margins.csv");
  std::size_t compared = 0;
  for (const auto* file : {"synthetic-800.csv", "synthetic-5000.csv"}) {
    const auto text = text_of(*folder / file);
    const auto respondents = Respondents::read(text).value();
    const auto raked = rake(sample_of(respondents, targets), {}).value();
    EXPECT_LE(raked.deviation, close_enough);
    std::cout << raked.sweeps << " sweeps, " << raked.newton_steps << " steps, " << raked.cells << " cells\n";
    compared += compare(raked.weights, column(respondents, "w_rake"));
  }
  EXPECT_EQ(compared, 5800U);
}

}  // namespace
}  // namespace wijktafel::survey
