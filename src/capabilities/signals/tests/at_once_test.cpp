// Two people who change the same signals at the same moment: one is first, and the other is told so.
#include <gtest/gtest.h>

#include "capabilities/signals/actions/arrange_signal.hpp"
#include "capabilities/signals/actions/assign_signal.hpp"
#include "capabilities/signals/actions/mark_duplicate.hpp"
#include "capabilities/signals/actions/pick_up_signal.hpp"
#include "capabilities/signals/actions/split_signal.hpp"
#include "capabilities/signals/actions/support_signal.hpp"
#include "capabilities/signals/actions/undo_duplicate.hpp"
#include "capabilities/signals/tests/signals_support.hpp"
#include "platform/db/testing_at_once.hpp"
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
  template <class One, class Other>
  int both(One one, Other other, std::chrono::milliseconds head_start = {}) {
    return db::testing::at_once(here_->database(), one, other, head_start);
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
  ItemId open_to_neighbours() {
    const auto id = here_->report(
        ReportSignal{.kind = Kind::problem, .text = "Het perkje is kaal", .neighbours_may = true});
    here_->database().write([&](db::Transaction& tx) {
      return assign_signal(tx, here_->now(), here_->coordinator(), id,
                           {.title = "Kaal perkje", .next_date = in_a_week(), .open_to_neighbours = true});
    });
    return id;
  }
  Date in_a_week() const { return local_date(here_->now() + 168h); }
  auto pick_up(ItemId id, std::int64_t person) {
    return [this, id, person](db::Transaction& tx) {
      return pick_up_signal(tx, here_->now(), neighbour(person), id,
                            {.shown_name = {}, .plan = "Wij planten rozen.", .tells_by = in_a_week()});
    };
  }
  static Actor neighbour(std::int64_t person) {
    Actor actor;
    actor.person = PersonId{person};
    return actor;
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

TEST_P(AtOnce, ASignalIsPickedUpOnce) {
  const auto id = open_to_neighbours();
  EXPECT_EQ(both(pick_up(id, 81), pick_up(id, 82)), 1);
  EXPECT_EQ(count("signals.picked_up"), 1);
}

TEST_P(AtOnce, WhatNeighboursTellJustInTimeIsNotTakenBack) {
  const auto id = open_to_neighbours();
  here_->database().write([&](db::Transaction& tx) { ASSERT_TRUE(pick_up(id, 81)(tx)); });
  const Instant too_late = here_->now() + 24h * 9;
  const auto tell = [&](db::Transaction& tx) {
    return tell_of_pickup(tx, too_late, neighbour(81), id,
                          pickup::News{.tells_by = local_date(too_late + 24h)}, "De grond is klaar.");
  };
  const auto take_back = [&](db::Transaction& tx) -> Result<int, std::string> {
    return take_back_late_pickups(tx, too_late, 10);
  };
  both(tell, take_back, 100ms);
  EXPECT_EQ(here_->status(id), "in_progress");
  EXPECT_EQ(count("signals.came_back"), 0);
}

TEST_P(AtOnce, OneNeighbourSaysMeTooOnce) {
  const auto me_too = [&](db::Transaction& tx) {
    return support_signal(tx, here_->now(), {.item = first_, .supporter = "een browser"}, {});
  };
  EXPECT_EQ(both(me_too, me_too), 2);  // the second hears that it was counted
  const auto supporters = here_->database().read([](db::Transaction& tx) {
    return tx.find("SELECT COUNT(*) FROM signal_support")->get<std::int64_t>(0);
  });
  EXPECT_EQ(supporters, 1);
}

}  // namespace
}  // namespace wijktafel::signals
