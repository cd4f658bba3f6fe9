// How many signals are accepted a second, each on disk when it is acknowledged: waiting writes committed
// together, beside one commit for each. Compare the two within one run; the disk of a machine decides the
// rest. On SQLite, and on the empty PostgreSQL database of WIJKTAFEL_TEST_POSTGRESQL when that is set.
#include <benchmark/benchmark.h>
#include <cstdlib>
#include <filesystem>
#include <mutex>

#include "app/capabilities.hpp"
#include "app/import_file.hpp"
#include "app/municipality.hpp"
#include "base/digest.hpp"
#include "capabilities/signals/actions/report_signal.hpp"

namespace wijktafel {
namespace {

constexpr std::string_view story = R"({"areas": {"municipality": {"code": "GM1621", "name": "Lansingerland"},
  "vintage": 2022, "source": "CBS, Kadaster", "borders": "lansingerland_buurten_2022"}})";

std::string postgresql() {
  const char* address = std::getenv("WIJKTAFEL_TEST_POSTGRESQL");
  return address == nullptr ? std::string() : std::string(address);
}

// A municipality on disk, as in operation: WAL, synchronous=FULL.
class Town {
 public:
  Town() : folder_(std::filesystem::temp_directory_path() / ("wijktafel-bench-" + random_token(8))) {
    std::filesystem::create_directories(folder_);
    auto clock = std::make_unique<FixedClock>(app::demo_morning());
    auto* told_by = clock.get();
    municipality_ = std::make_unique<app::Municipality>(
        program_,
        app::MunicipalityOptions{
            .database = postgresql().empty() ? "sqlite:" + (folder_ / "town.sqlite").string() : postgresql(),
            .files = (folder_ / "files").string(),
            .mail = "file:" + (folder_ / "mail").string(),
            .base_url = "http://127.0.0.1:8080",
            .clock = std::move(clock)});
    app::import_text(*municipality_, *told_by, story);
  }
  ~Town() {
    municipality_.reset();
    std::filesystem::remove_all(folder_);
  }
  void report() {
    const auto& service = municipality_->service();
    const auto area = service.find_area("BU16212131").value();
    municipality_->database().write([&](db::Transaction& tx) {
      return signals::report_signal(tx, service.clock.now(), identity::visitor(), area,
                                    {.kind = signals::Kind::problem, .text = "Drie lampen doen het niet."});
    });
  }

 private:
  app::Program program_;
  std::filesystem::path folder_;
  std::unique_ptr<app::Municipality> municipality_;
};

Town& town() {
  static Town one;
  return one;
}

void committed_together(benchmark::State& state) {
  for (auto _ : state) town().report();
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(committed_together)->Threads(64)->UseRealTime()->MinTime(3);

// The next writer begins when the one before has its commit on disk.
void one_commit_each(benchmark::State& state) {
  static std::mutex one_at_a_time;
  for (auto _ : state) {
    const std::lock_guard alone(one_at_a_time);
    town().report();
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(one_commit_each)->Threads(64)->UseRealTime()->MinTime(3);

}  // namespace
}  // namespace wijktafel

BENCHMARK_MAIN();
