// A page costs the same in a small archive and in a large one. Counted, not timed: the steps that SQLite
// takes for a page, so that a busy machine does not matter. A list that walks the archive takes ten times as
// many here.
#include <algorithm>
#include <atomic>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include "app/testing.hpp"
#include "capabilities/signals/actions/report_signal.hpp"
#include "capabilities/signals/signal_change.hpp"

using namespace wijktafel;
using app::testing::Browser;
using app::testing::Town;

namespace {

constexpr int small_archive = 250;
constexpr int large_archive = 2'500;
constexpr int open_signals = 60;  // the same in both, so that the pages show the same

std::atomic<std::int64_t> steps = 0;

int add_steps(unsigned /*kind*/, void* /*context*/, void* statement, void* /*nanoseconds*/) {
  steps += sqlite3_stmt_status(static_cast<sqlite3_stmt*>(statement), SQLITE_STMTSTATUS_VM_STEP, 1);
  return 0;
}

int count_on(sqlite3* connection, char** /*fault*/, const sqlite3_api_routines* /*routines*/) {
  return sqlite3_trace_v2(connection, SQLITE_TRACE_PROFILE, add_steps, nullptr);
}

// Every connection that is opened while this lives counts its steps.
class StepCounter {
 public:
  StepCounter() { sqlite3_auto_extension(reinterpret_cast<void (*)()>(count_on)); }
  ~StepCounter() { sqlite3_cancel_auto_extension(reinterpret_cast<void (*)()>(count_on)); }
  StepCounter(const StepCounter&) = delete;
};

void add_signal(Town& town, db::Transaction& tx, int number, bool is_closed) {
  const auto area = town.service().find_area("BU00010101").value();
  const Instant at = town.clock().now() - std::chrono::hours(100) + std::chrono::minutes(number);
  // Of the old ones none is about safety: a list of what is rare walks furthest.
  const bool is_rare = !is_closed && number % 4 == 0;
  const auto reported = signals::report_signal(
      tx, at, identity::visitor(), area,
      {.kind = signals::Kind::problem,
       .text = "De lamp in het pad doet het niet.",
       .domains = is_rare ? items::Domains{items::safety} : items::Domains{items::physical}});
  ASSERT_TRUE(reported.has_value());
  if (!is_closed) return;
  items::open_gap(tx, at, reported->item, "signals.gap.promise_without_commitment");
  const auto whole = signals::find_whole(tx, reported->item).value();
  ASSERT_TRUE(signals::change_status(tx, at, identity::system_actor(), whole,
                                     {.to = signals::Status::will_not_be_done,
                                      .entry = {.what = "signals.answered",
                                                .facts = {{"status", std::string("will_not_be_done")}}}})
                  .has_value());
}

void fill(Town& town, int archive) {
  town.database().write([&](db::Transaction& tx) {
    for (int i = 0; i < archive + open_signals; ++i) add_signal(town, tx, i, i < archive);
  });
  town.clock().advance(std::chrono::minutes(2));
  town.run_jobs();  // counts are folded
}

std::int64_t steps_of(Browser& browser, const std::string& path) {
  const auto before = steps.load();
  EXPECT_EQ(browser.get(path).status, 200) << path;
  return steps.load() - before;
}

}  // namespace

TEST(Growth, APageTakesTheSameStepsInALargeArchive) {
  const StepCounter counter;
  Town small_town;
  Town large_town;
  fill(small_town, small_archive);
  fill(large_town, large_archive);
  Browser small(small_town);
  Browser large(large_town);
  const std::string area = "/parkbuurt";
  std::vector<std::string> pages{area};
  for (const char* query : {"", "?stand=open", "?stand=closed", "?onderwerp=safety", "?onderwerp=social",
                            "?stand=open&onderwerp=safety", "?voor=100"})
    pages.push_back(area + "/signalen" + query);
  for (const char* page : {"/doelen", "/afspraken", "/tafel", "/signalen/120"}) pages.push_back(area + page);
  pages.emplace_back("/signalen");
  for (const auto& page : pages)
    EXPECT_LT(steps_of(large, page), steps_of(small, page) * 13 / 10 + 50) << page;

  for (auto* each : {&small_town, &large_town}) {
    const auto person =
        each->person("Noor", {{.role = "coordinator", .area = "GM0001", .organisation = std::nullopt}});
    (each == &small_town ? small : large).enter(person);
  }
  for (const std::string& page : {area + "/signalen/werk", std::string("/werk")}) {
    steps_of(large, page);  // the first one after signing in notes when the session was last seen
    steps_of(small, page);
    EXPECT_LT(steps_of(large, page), steps_of(small, page) * 13 / 10 + 50) << page;
  }
}
