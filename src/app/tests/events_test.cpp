// What is told inside an action and who hears it, as the whole program is put together.
#include <gtest/gtest.h>

#include "app/testing.hpp"
#include "capabilities/signals/actions/report_signal.hpp"

using namespace wijktafel;
using app::testing::Town;

namespace {

std::int64_t jobs_named(db::Transaction& tx, std::string_view kind) {
  return tx.find("SELECT COUNT(*) FROM job WHERE kind = $1", kind)->get<std::int64_t>(0);
}

TEST(Events, LeaveAJobOnlyWhereSomethingInTheProgramHearsThem) {
  Town town;
  const auto area = town.service().find_area("BU00010101").value();
  town.database().write([&](db::Transaction& tx) {
    ASSERT_TRUE(signals::report_signal(tx, town.clock().now(), identity::visitor(), area,
                                       {.kind = signals::Kind::problem, .text = "De lamp is stuk."})
                    .has_value());
    for (const auto& capability : town.municipality().program().capabilities)
      for (const auto& event : capability.events) {
        const auto before = jobs_named(tx, event);
        jobs::enqueue(tx, event, {}, town.clock().now());
        EXPECT_EQ(jobs_named(tx, event) - before, town.service().jobs.listeners(event).empty() ? 0 : 1)
            << event;
      }
    EXPECT_EQ(jobs_named(tx, "signals.reported") > 0,
              !town.service().jobs.listeners("signals.reported").empty());
  });
}

}  // namespace
