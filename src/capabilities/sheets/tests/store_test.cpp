// What came back on strips is found as it was kept, on both databases.
#include "capabilities/sheets/store.hpp"

#include <gtest/gtest.h>

#include "platform/db/testing_fixture.hpp"

namespace wijktafel::sheets {
namespace {

using namespace std::chrono_literals;

constexpr std::string_view area = "BU00010101";

class SheetStore : public db::testing::OnBothEngines {
 protected:
  void SetUp() override {
    OnBothEngines::SetUp();
    if (IsSkipped()) return;
    database_ = fresh(db::embedded_migrations(7, "capabilities/sheets/migrations", "sheets"));
  }
  const Instant noon_ = at(parse_date("2026-11-20").value(), 12);
  std::unique_ptr<db::Database> database_;
};
WIJKTAFEL_ON_BOTH_ENGINES(SheetStore);

TEST_P(SheetStore, TheSameFormCountsOnce) {
  database_->write([&](db::Transaction& tx) {
    EXPECT_TRUE(store::insert_entry(tx, noon_, "form-1", ItemId{3}));
    EXPECT_FALSE(store::insert_entry(tx, noon_ + 1h, "form-1", ItemId{3}));
    EXPECT_TRUE(store::insert_entry(tx, noon_ + 1h, "form-2", ItemId{3}));
  });
}

TEST_P(SheetStore, WhoWaitsForACallIsFoundNewestFirstInTheirOwnAreaOnly) {
  database_->write([&](db::Transaction& tx) {
    const auto first = store::insert_help(tx, noon_, area, ItemId{3}, "06 1");
    const auto second = store::insert_help(tx, noon_ + 1h, area, ItemId{4}, "");
    store::insert_help(tx, noon_, "BU00010102", ItemId{5}, "06 2");
    const auto waiting = store::waiting_help(tx, area, 10);
    ASSERT_EQ(waiting.size(), 2U);
    EXPECT_EQ(waiting[0].id, second);
    EXPECT_EQ(waiting[1].phone, "06 1");
    EXPECT_EQ(waiting[1].offered_at, noon_);
    EXPECT_EQ(store::waiting_help(tx, area, 1).size(), 1U);
    EXPECT_EQ(store::count_waiting(tx, area), 2);
    EXPECT_FALSE(store::set_called(tx, noon_ + 2h, "BU00010102", first));
    EXPECT_TRUE(store::set_called(tx, noon_ + 2h, area, first));
    EXPECT_FALSE(store::set_called(tx, noon_ + 3h, area, first));
    EXPECT_EQ(store::count_waiting(tx, area), 1);
  });
}

TEST_P(SheetStore, ANumberGoesWithTheCallWithItsTermAndWithItsSignal) {
  database_->write([&](db::Transaction& tx) {
    const auto phone_of = [&](store::HelpId id) {
      return tx.find("SELECT phone FROM sheet_help WHERE id = $1", id)->get<std::string>(0);
    };
    const auto called = store::insert_help(tx, noon_, area, ItemId{3}, "06 1");
    const auto young = store::insert_help(tx, noon_, area, ItemId{4}, "06 2");
    const auto old = store::insert_help(tx, noon_ - 2h, area, ItemId{5}, "06 3");
    store::set_called(tx, noon_, area, called);
    EXPECT_EQ(phone_of(called), "");
    EXPECT_EQ(store::forget_phones_before(tx, noon_ - 1h), 1);
    EXPECT_EQ(phone_of(old), "");
    EXPECT_EQ(phone_of(young), "06 2");
    store::remove_help_with(tx, ItemId{4});
    EXPECT_FALSE(tx.find("SELECT phone FROM sheet_help WHERE id = $1", young));
  });
}

}  // namespace
}  // namespace wijktafel::sheets
