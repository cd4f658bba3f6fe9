// Milliseconds of processor time for weighing and estimating 100,000 made-up respondents, beside R's for as
// many on the same five margins. The bar is 50 ms for raking.
// usage: bench_survey FOLDER     (../shared/data/raking, for its margins and R's times)
#include <algorithm>
#include <ctime>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "compute/lot/lot.hpp"
#include "compute/survey/disclosure.hpp"
#include "compute/survey/estimate.hpp"
#include "compute/survey/number_text.hpp"
#include "compute/survey/rake.hpp"
#include "compute/survey/respondents.hpp"

namespace wijktafel::survey {
namespace {

constexpr std::size_t people = 100'000;

double processor_seconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

// The middle and the best of 15, because other programs share the machine.
template <class Act>
void measure(std::string_view what, Act&& act) {
  std::vector<double> times;
  for (int round = 0; round < 15; ++round) {
    const double start = processor_seconds();
    act();
    times.push_back(1000 * (processor_seconds() - start));
  }
  std::ranges::sort(times);
  fmt::print("{:<52} {:>8.1f} ms   best {:>8.1f} ms\n", what, times[times.size() / 2], times.front());
}

std::string text_of_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

// Skewed as surveys are: of each variable, later levels answer more.
std::string made_up(const std::vector<Margin>& margins) {
  lot::Lot lot("bench", "survey");
  std::string text;
  for (const auto& margin : margins) text += margin.name + ",";
  text += "base,q1\n";
  for (std::size_t i = 0; i < people; ++i) {
    for (const auto& margin : margins) {
      const auto levels = margin.levels.size();
      text += margin.levels[std::max(lot.below(levels), lot.below(levels))].name + ",";
    }
    text += fmt::format("{},{}\n", 1 + lot.below(3), lot.below(3) == 0 ? "ja" : "nee");
  }
  return text;
}

int main_with(const std::filesystem::path& folder) {
  const auto targets = text_of_file(folder / "synthetic-margins.csv");
  const auto r_times = text_of_file(folder / "r-survey-times.csv");
  auto margins = read_targets(targets).value();
  const auto text = made_up(margins);
  const auto respondents = Respondents::read(text).value();
  const Sample sample{.base = std::vector<double>(people, 1), .margins = coded(respondents, margins).value()};
  const Sample with_base{.base = positive_numbers(respondents, "base").value(), .margins = sample.margins};

  const auto shown = rake(sample, {}).value();
  fmt::print("{} respondents, {} cells, {} sweeps, {} steps of Newton, worst deviation {:.1e}\n", people,
             shown.cells, shown.sweeps, shown.newton_steps, shown.deviation);
  measure("raking (the bar: 50 ms)", [&] { rake(sample, {}).value(); });
  measure("raking from base weights", [&] { rake(with_base, {}).value(); });
  measure("raking, weights at most 5 times the mean", [&] { rake(sample, {.max_weight = 5}).value(); });
  measure("the same from base weights", [&] { rake(with_base, {.max_weight = 5}).value(); });
  measure("logit, between 0.02 and 100 times the base weight",
          [&] { rake(sample, {.bounds = Bounds{0.02, 100}}).value(); });
  measure("reading the file of respondents (in memory)", [&] { Respondents::read(text).value(); });
  measure("coding five margins", [&] { coded(respondents, margins).value(); });
  measure("writing the file with weights", [&] {
    std::vector<std::string> cells;
    cells.reserve(people);
    for (const double weight : shown.weights) cells.push_back(number_text(weight));
    respondents.with_column("weight", cells);
  });
  const auto estimator =
      Estimator::of({.weights = shown.weights, .base = sample.base, .margins = sample.margins}).value();
  const auto answers = groups_of(respondents, "q1", false).value();
  const std::vector<double> yes(answers.group_of.begin(), answers.group_of.end());
  const std::vector<bool> everybody(people, true);
  measure("one share with its standard error, raked", [&] { estimator.mean(yes, everybody).value(); });
  fmt::print("\nR's survey package (n, seconds of rake, seconds of calibrate):\n{}", r_times);
  return 0;
}

}  // namespace
}  // namespace wijktafel::survey

int main(int count, char** arguments) {
  if (count != 2) {
    fmt::print(stderr, "usage: bench_survey FOLDER\n");
    return 2;
  }
  return wijktafel::survey::main_with(arguments[1]);
}
