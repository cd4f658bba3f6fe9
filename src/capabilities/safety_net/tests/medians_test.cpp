// How days to an answer are counted, and what may be shown of them.
#include "capabilities/safety_net/model/medians.hpp"

#include <gmock/gmock.h>

#include "capabilities/safety_net/reads/medians.hpp"
#include "capabilities/safety_net/tests/safety_net_support.hpp"
#include "capabilities/signals/actions/answer_signal.hpp"
#include "capabilities/signals/actions/set_confidential.hpp"
#include "platform/db/testing_fixture.hpp"

namespace wijktafel::safety_net {
namespace {

using ::testing::ElementsAre;

Date day(const char* text) { return parse_date(text).value(); }

TEST(DaysToAnAnswer, CountWorkingDaysOnly) {
  EXPECT_EQ(working_days_between(day("2026-01-23"), day("2026-01-23")), 0);
  EXPECT_EQ(working_days_between(day("2026-01-23"), day("2026-01-26")), 1) << "Friday to Monday";
  EXPECT_EQ(working_days_between(day("2026-04-02"), day("2026-04-07")), 1) << "over Easter";
  EXPECT_EQ(working_days_between(day("2026-01-26"), day("2026-01-23")), 0);
}

TEST(DaysToAnAnswer, StandStillForTheReporterAndForNobodyElse) {
  for (const char* whom : {"de melder", "Melder", "melder (foto)", "the reporter"})
    EXPECT_TRUE(is_the_reporter(whom));
  for (const char* whom : {"", "de aannemer", "het meldpunt", "melders van elders", "Stedin"})
    EXPECT_FALSE(is_the_reporter(whom)) << whom;
}

TEST(WhatIsShown, LeavesOutWhatIsUnderFiveAndWhatWouldGiveItAway) {
  EXPECT_THAT(may_be_shown({8, 6, 5}), ElementsAre(true, true, true));
  EXPECT_THAT(may_be_shown({8, 6, 3}), ElementsAre(true, false, false)) << "19 - 8 - 6 would be 3";
  EXPECT_THAT(may_be_shown({8, 3, 4}), ElementsAre(true, false, false)) << "7 of two together";
  EXPECT_THAT(may_be_shown({9, 8, 1, 2}), ElementsAre(true, false, false, false))
      << "3 of two would be shown";
  EXPECT_THAT(may_be_shown({3}), ElementsAre(false));
  EXPECT_THAT(may_be_shown({}), ElementsAre());
}

class Medians : public db::testing::OnBothEngines {
 protected:
  void SetUp() override {
    OnBothEngines::SetUp();
    if (!IsSkipped()) town_ = std::make_unique<testing::Town>(GetParam());
  }
  testing::Town& town() { return *town_; }
  OrganisationMedian of_municipality() {
    const auto call = web::job_call(town().service(), i18n::Language::nl, town().now());
    return town().database().read([&](db::Transaction& tx) {
      return median_of(call, tx, organisations::find_organisation(tx, town().municipality).value());
    });
  }

 private:
  std::unique_ptr<testing::Town> town_;
};
WIJKTAFEL_ON_BOTH_ENGINES(Medians);

TEST_P(Medians, AreShownFromFiveAnswersOnAndAnAnswerCountsOnce) {
  std::vector<ItemId> told;
  for (int i = 0; i < 5; ++i) told.push_back(town().report());
  // Monday 12 January; two of them on Wednesday, three on Friday.
  town().morning_of("2026-01-14");
  town().answer(told[0], "2026-02-20");
  town().answer(told[1], "2026-02-20");
  EXPECT_EQ(of_municipality().median, std::nullopt);
  town().morning_of("2026-01-16");
  for (int i = 2; i < 5; ++i) town().answer(told[static_cast<std::size_t>(i)], "2026-02-20");
  town().answer(told[0], "2026-02-27");
  const auto median = of_municipality();
  EXPECT_EQ(median.median, 4);
  EXPECT_EQ(median.answers, 5);
  ASSERT_EQ(median.themes.size(), 1U);
  EXPECT_EQ(median.themes[0].answers, 5);
}

TEST_P(Medians, TheClockStandsStillOnlyWhileTheReporterIsWaitedFor) {
  const auto wait_for = [&](ItemId item, const char* whom) {
    town().database().write([&](db::Transaction& tx) {
      ASSERT_TRUE(signals::answer_signal(
          tx, town().now(), identity::system_actor(), item,
          {.text = "Wij wachten.", .outcome = signals::answer::Waiting{whom, day("2026-01-30")}}));
    });
    town().run_jobs();
  };
  const auto days_of = [&](ItemId item) {
    return town().database().read([&](db::Transaction& tx) {
      return tx.find("SELECT days FROM safety_net_answer WHERE item = $1", item)->get<std::int64_t>(0);
    });
  };
  // Told on Monday 12 January, waits from Tuesday to Friday.
  const auto own_question = town().report();
  const auto contractor = town().report();
  town().morning_of("2026-01-13");
  wait_for(own_question, "de melder");
  wait_for(contractor, "de aannemer");
  EXPECT_EQ(town().count("safety_net_answer"), 0) << "to wait is no answer";
  town().morning_of("2026-01-16");
  town().answer(own_question, "2026-02-20");
  town().answer(contractor, "2026-02-20");
  EXPECT_EQ(days_of(own_question), 1);
  EXPECT_EQ(days_of(contractor), 4);
}

TEST_P(Medians, LeaveOutWhatIsNotForEveryoneAndWhatIsLongerAgoThanAYear) {
  const auto hidden = town().report();
  town().database().write(
      [&](db::Transaction& tx) { tx.execute("UPDATE item SET visibility = 3 WHERE id = $1", hidden); });
  town().answer(hidden, "2026-02-20");
  EXPECT_EQ(of_municipality().themes.size(), 0U);
  town().answer(town().report(), "2026-02-20");
  EXPECT_EQ(of_municipality().themes.size(), 1U);
  town().only_set("2026-12-31T12:00:00+01:00");
  EXPECT_EQ(of_municipality().themes.size(), 1U);
  town().only_set("2027-01-01T12:00:00+01:00");
  EXPECT_EQ(of_municipality().themes.size(), 0U);
}

TEST_P(Medians, LeaveOutWhatBecameConfidentialAndCountItOnceWhenItIsPublicAgain) {
  std::vector<ItemId> told;
  for (int i = 0; i < 5; ++i) {
    told.push_back(town().report());
    town().answer(told.back(), "2026-02-20");
  }
  EXPECT_EQ(of_municipality().answers, 5);
  const auto make = [&](ItemId id, bool is_confidential) {
    town().database().write([&](db::Transaction& tx) {
      ASSERT_TRUE(signals::set_confidential(tx, town().now(), identity::system_actor(), id,
                                            {.is_confidential = is_confidential, .reason = "een ruzie"}));
      jobs::enqueue(tx, "signals.changed", {{"item", raw(id)}},
                    town().now());  // a second time changes nothing
    });
    town().run_jobs();
  };
  make(told[0], true);
  EXPECT_EQ(of_municipality().median, std::nullopt) << "four are too few";
  make(told[0], false);
  EXPECT_EQ(of_municipality().answers, 5);
  const auto answered_in_confidence = town().report();
  make(answered_in_confidence, true);
  town().answer(answered_in_confidence, "2026-02-20");
  EXPECT_EQ(of_municipality().answers, 5);
  make(answered_in_confidence, false);
  EXPECT_EQ(of_municipality().answers, 6);
}

}  // namespace
}  // namespace wijktafel::safety_net
