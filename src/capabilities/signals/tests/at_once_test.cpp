// Two people who change the same signals at the same moment: one is first, and the other is told so.
#include <future>
#include <gtest/gtest.h>
#include <thread>

#include "capabilities/signals/actions/arrange_signal.hpp"
#include "capabilities/signals/actions/mark_duplicate.hpp"
#include "capabilities/signals/actions/split_signal.hpp"
#include "capabilities/signals/actions/undo_duplicate.hpp"
#include "capabilities/signals/tests/signals_support.hpp"
#include "platform/db/testing_fixture.hpp"

namespace wijktafel::signals {
namespace {

using namespace std::chrono_literals;

class AtOnce : public db::testing::OnBothEngines {
 protected:
  void SetUp() override {
    OnBothEngines::SetUp();
    if (IsSkipped()) return;
    here_ = std::make_unique<testing::Neighbourhood>(GetParam());
    first_ = here_->report("De lamp bij de brug is stuk");
    second_ = here_->report("Het is donker bij de brug");
  }
  // Both in a transaction of their own, which on PostgreSQL lasts until the other has begun (SQLite has one
  // writer: there one is after the other); how many were done.
  template <class One, class Other>
  int both(One one, Other other) {
    const auto run = [&](const auto& act) {
      return here_->database()
          .write([&](db::Transaction& tx) {
            auto done = act(tx);
            std::this_thread::sleep_for(200ms);
            return done;
          })
          .has_value();
    };
    auto other_done = std::async(std::launch::async, [&] { return run(other); });
    const bool is_one_done = run(one);
    return static_cast<int>(is_one_done) + static_cast<int>(other_done.get());
  }
  auto merge(ItemId id, ItemId original) {
    return [this, id, original](db::Transaction& tx) {
      return mark_duplicate(tx, here_->now(), here_->coordinator(), id, raw(original));
    };
  }
  auto split(ItemId id) {
    return [this, id, version = here_->item(id).version](db::Transaction& tx) {
      return split_signal(tx, here_->now(), here_->coordinator(), here_->area(), id,
                          {.parts = {"De lamp is stuk", "Het hek is stuk"}, .version = version});
    };
  }
  auto give_theme(ItemId id, std::string theme) {
    return [this, id, theme, version = here_->item(id).version](db::Transaction& tx) {
      return arrange_signal(tx, here_->now(), here_->coordinator(), id, {.theme = theme, .version = version});
    };
  }
  std::int64_t count(const std::string& what) {
    return here_->database().read([&](db::Transaction& tx) {
      return tx.find("SELECT COUNT(*) FROM item_history WHERE what = $1", what)->get<std::int64_t>(0);
    });
  }
  std::unique_ptr<testing::Neighbourhood> here_;
  ItemId first_{};
  ItemId second_{};
};
WIJKTAFEL_ON_BOTH_ENGINES(AtOnce);

TEST_P(AtOnce, TwoSignalsNeverBecomeDuplicatesOfEachOther) {
  EXPECT_EQ(both(merge(first_, second_), merge(second_, first_)), 1);
  EXPECT_NE(here_->status(first_) == "duplicate", here_->status(second_) == "duplicate");
}

TEST_P(AtOnce, ASignalIsMergedOnce) {
  EXPECT_EQ(both(merge(first_, second_), merge(first_, second_)), 1);
  EXPECT_EQ(count("signals.marked_duplicate"), 1);
}

TEST_P(AtOnce, AMergeIsUndoneOnce) {
  here_->database().write([&](db::Transaction& tx) { ASSERT_TRUE(merge(first_, second_)(tx)); });
  const auto undo = [&](db::Transaction& tx) {
    return undo_duplicate(tx, here_->now(), here_->coordinator(), first_, std::nullopt);
  };
  EXPECT_EQ(both(undo, undo), 1);
  EXPECT_EQ(here_->status(first_), "reopened");
}

TEST_P(AtOnce, ASignalIsSplitOnce) {
  EXPECT_EQ(both(split(first_), split(first_)), 1);
  EXPECT_EQ(count("signals.split_off"), 1);
}

TEST_P(AtOnce, WhatIsMergedIsNotSplitAsWell) {
  EXPECT_EQ(both(merge(first_, second_), split(first_)), 1);
  EXPECT_EQ(here_->status(first_) == "duplicate", count("signals.split_off") == 0);
}

TEST_P(AtOnce, ABulkChangeDoesNotOverwriteWhatSomebodyElseChanged) {
  EXPECT_EQ(both(give_theme(first_, "licht"), give_theme(first_, "groen")), 1);
  EXPECT_EQ(count("signals.arranged"), 1);
}

}  // namespace
}  // namespace wijktafel::signals
