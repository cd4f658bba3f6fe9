// What is due between two days, and what waited: on both databases.
#include <gmock/gmock.h>

#include "capabilities/signals/signal_change.hpp"
#include "capabilities/signals/tests/signals_support.hpp"
#include "platform/db/testing_fixture.hpp"

namespace wijktafel::signals {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Date day(const char* text) { return parse_date(text).value(); }

class Due : public db::testing::OnBothEngines {
 protected:
  void SetUp() override {
    OnBothEngines::SetUp();
    if (!IsSkipped()) town_ = std::make_unique<testing::Neighbourhood>(GetParam());
  }
  ItemId due_on(const char* date, bool is_new = true) {
    const auto item = town_->report();
    town_->database().write([&](db::Transaction& tx) {
      tx.execute("UPDATE signal_due SET next_date = $2, state = $3 WHERE item = $1", item, date,
                 is_new ? "new" : "open");
    });
    return item;
  }
  std::vector<ItemId> between(const char* from, const char* until,
                              const std::optional<DueSignal>& after = std::nullopt, int most = 100) {
    return town_->database().read([&](db::Transaction& tx) {
      std::vector<ItemId> items;
      for (const auto& due : due_between(tx, "GM0001", day(from), day(until), after, most))
        items.push_back(due.item);
      return items;
    });
  }
  std::unique_ptr<testing::Neighbourhood> town_;
};
WIJKTAFEL_ON_BOTH_ENGINES(Due);

TEST_P(Due, NewAndOpenOnesComeInOneOrderOfDateAndNumber) {
  const auto late = due_on("2026-01-20", false);
  const auto first = due_on("2026-01-19");
  const auto same_day = due_on("2026-01-20");
  due_on("2026-01-22");
  EXPECT_THAT(between("2026-01-19", "2026-01-21"), ElementsAre(first, late, same_day));
  EXPECT_THAT(between("2026-01-23", "2026-01-31"), IsEmpty());
}

TEST_P(Due, TheNextPageBeginsBehindTheLastOfThisOne) {
  std::vector<ItemId> all;
  for (int i = 0; i < 5; ++i) all.push_back(due_on("2026-01-20", i % 2 == 0));
  EXPECT_THAT(between("2026-01-01", "2026-01-31", std::nullopt, 2), ElementsAre(all[0], all[1]));
  EXPECT_THAT(between("2026-01-01", "2026-01-31", DueSignal{all[1], day("2026-01-20")}, 2),
              ElementsAre(all[2], all[3]));
  EXPECT_THAT(between("2026-01-01", "2026-01-31", DueSignal{all[4], day("2026-01-20")}), IsEmpty());
}

TEST_P(Due, WhatDoesNotWaitHasNoWaitToEnd) {
  const auto item = due_on("2026-01-20");
  EXPECT_FALSE(
      town_->database().write([&](db::Transaction& tx) { return end_wait(tx, town_->now(), item); }));
}

}  // namespace
}  // namespace wijktafel::signals
