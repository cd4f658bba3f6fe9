// Draws by leximin, Nash and Goldilocks, from the text of the files to the panels of people, and the lottery
// of 1,000 for leximin. usage: bench_sortition FOLDER, which holds a folder per pool with the size of the
// panel at the end of its name.
#include <algorithm>
#include <benchmark/benchmark.h>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <sys/resource.h>
#include <utility>

#include "compute/sortition/lottery.hpp"
#include "compute/sortition/plan.hpp"
#include "compute/sortition/read_pool.hpp"

namespace wijktafel::sortition {
namespace {

std::string text_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

Pool pool_of(const std::filesystem::path& folder) {
  const auto name = folder.filename().string();
  const auto size = std::stoll(name.substr(name.rfind('_') + 1));
  return read_pool(text_of(folder / "categories.csv"), text_of(folder / "respondents.csv"),
                   {.panel_size = size})
      .value();
}

// The largest the program has been, in MB.
double memory() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

void whole_draw(benchmark::State& state, const std::filesystem::path& folder, Method method) {
  Plan plan;
  for ([[maybe_unused]] auto _ : state) plan = make_plan(pool_of(folder), {.method = method, .go_on = {}});
  state.counters["people"] = static_cast<double>(plan.chances.size());
  state.counters["types"] = static_cast<double>(plan.types);
  state.counters["stages"] = static_cast<double>(plan.stages);
  state.counters["panels"] = static_cast<double>(plan.panels.size());
  state.counters["smallest"] = std::ranges::min(plan.chances);
  state.counters["gap"] = plan.certificate.gap;
  state.counters["MB"] = memory();
}

void lottery_of_1000(benchmark::State& state, const std::filesystem::path& folder) {
  const auto pool = pool_of(folder);
  const auto plan = make_plan(pool, {});
  Lottery lottery;
  for ([[maybe_unused]] auto _ : state) lottery = make_lottery(pool, plan, 1000);
  state.counters["person"] = lottery.person_deviation;
  state.counters["feature"] = lottery.feature_deviation;
}

}  // namespace
}  // namespace wijktafel::sortition

int main(int argc, char** argv) {
  using wijktafel::sortition::Method;
  benchmark::Initialize(&argc, argv);
  if (argc != 2 || !std::filesystem::is_directory(argv[1])) {
    std::fprintf(stderr, "usage: bench_sortition FOLDER\n");
    return 2;
  }
  for (const auto* name : {"syn_mass_24", "wijkpanel_klein_24", "syn_nexus_170", "syn_sf_c_44",
                           "example_large_200", "syn_sf_e_110"}) {
    const auto folder = std::filesystem::path(argv[1]) / name;
    if (!std::filesystem::exists(folder)) continue;
    const std::string pool = name;
    for (const auto& [method, title] : {std::pair{Method::leximin, ""}, std::pair{Method::nash, "/nash"},
                                        std::pair{Method::goldilocks, "/goldilocks"}})
      benchmark::RegisterBenchmark((pool + title).c_str(), [folder, method](benchmark::State& state) {
        wijktafel::sortition::whole_draw(state, folder, method);
      })->Unit(benchmark::kMillisecond);
    benchmark::RegisterBenchmark((pool + "/lottery").c_str(), [folder](benchmark::State& state) {
      wijktafel::sortition::lottery_of_1000(state, folder);
    })->Unit(benchmark::kMillisecond);
  }
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
