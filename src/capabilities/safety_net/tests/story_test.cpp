// The whole story of a date that is not kept, with a clock that is set: on both databases.
#include <gmock/gmock.h>

#include "capabilities/safety_net/desks.hpp"
#include "capabilities/safety_net/passing.hpp"
#include "capabilities/safety_net/reads/at_table.hpp"
#include "capabilities/safety_net/rounds.hpp"
#include "capabilities/safety_net/store.hpp"
#include "capabilities/safety_net/tests/safety_net_support.hpp"
#include "capabilities/themes/themes.hpp"
#include "platform/db/testing_fixture.hpp"

namespace wijktafel::safety_net {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using testing::Town;

Date day(std::string_view text) { return parse_date(text).value(); }

class SafetyNet : public db::testing::OnBothEngines {
 protected:
  void SetUp() override {
    OnBothEngines::SetUp();
    if (IsSkipped()) return;
    town_ = std::make_unique<Town>(GetParam());
  }
  Town& town() { return *town_; }
  std::int64_t times(ItemId item, std::string_view what) {
    const auto history = town().history(item);
    return std::ranges::count(history, what);
  }
  std::size_t at_table(std::string_view area) {
    return town().database().read([&](db::Transaction& tx) { return late_at_table(tx, area).size(); });
  }
  std::size_t gaps(ItemId item) {
    return town().database().read([&](db::Transaction& tx) { return items::gaps_of(tx, item).size(); });
  }

 private:
  std::unique_ptr<Town> town_;
};
WIJKTAFEL_ON_BOTH_ENGINES(SafetyNet);

// Friday 23 January 2026 is the date; the two working days before it begin on Wednesday the 21st.
TEST_P(SafetyNet, WhoeverHasItIsWarnedOnceInTheMorningTwoWorkingDaysBefore) {
  town().report(day("2026-01-23"));
  town().morning_of("2026-01-20");
  EXPECT_THAT(town().mails(), IsEmpty());
  town().morning_of("2026-01-21");
  EXPECT_THAT(town().mails(), ElementsAre("Bram: 1 signaal vraagt uw aandacht"));
  EXPECT_THAT(town().last_mail(), HasSubstr("De datum is dichtbij"));
  town().morning_of("2026-01-23");
  EXPECT_EQ(town().mails().size(), 1U);
}

TEST_P(SafetyNet, ManySignalsAreOneMailPerPersonPerMorning) {
  for (int i = 0; i < 30; ++i) town().report(day("2026-01-23"));
  town().morning_of("2026-01-21");
  EXPECT_THAT(town().mails(), ElementsAre("Bram: 20 signalen vragen uw aandacht"));
  EXPECT_THAT(town().last_mail(), HasSubstr("En nog 10 andere."));
}

TEST_P(SafetyNet, MoreThanOneBatchIsWalkedInOneMorning) {
  for (int i = 0; i < 130; ++i) town().report(day("2026-01-23"));
  town().morning_of("2026-01-24");
  EXPECT_EQ(town().count("safety_net_warning"), 130);
  EXPECT_EQ(town().count("safety_net_passing"), 130);
}

// The weekend of 24 and 25 January: the date passes on Saturday, the mail comes on Monday.
TEST_P(SafetyNet, ADateThatPassesIsWrittenDownOnceAndMailedOnTheNextWorkingMorning) {
  const auto item = town().report(day("2026-01-23"));
  town().morning_of("2026-01-23");
  EXPECT_EQ(times(item, "safety_net.passed"), 0);
  const auto before = town().mails().size();
  town().morning_of("2026-01-25");
  EXPECT_EQ(times(item, "safety_net.passed"), 1);
  EXPECT_EQ(town().mails().size(), before);
  town().morning_of("2026-01-26");
  EXPECT_EQ(times(item, "safety_net.passed"), 1);
  // The coordinator has no named desk above them, so it fell to her; Bram hears that his date passed.
  EXPECT_THAT(town().mails(), Contains("Sanne: 1 signaal vraagt uw aandacht"));
  EXPECT_EQ(town().mails().size(), before + 2);
}

TEST_P(SafetyNet, OnAPublicHolidayNobodyGetsAMailAndWarningsComeBeforeIt) {
  // Good Friday 3 and Easter Monday 6 April 2026: the two working days before Tuesday 7 begin on Wednesday 1.
  const auto item = town().report(day("2026-04-07"));
  town().morning_of("2026-03-31");
  EXPECT_THAT(town().mails(), IsEmpty());
  town().morning_of("2026-04-02");
  EXPECT_EQ(town().mails().size(), 1U);
  town().report(day("2026-04-02"));
  town().morning_of("2026-04-06");
  EXPECT_EQ(town().mails().size(), 1U) << "Easter is quiet";
  town().morning_of("2026-04-07");
  EXPECT_GT(town().mails().size(), 1U);
  EXPECT_EQ(times(item, "safety_net.passed"), 0);
}

TEST_P(SafetyNet, TheDayIsThatOfAmsterdamAlsoWhenTheClockChanges) {
  // In the night of 28 to 29 March 2026 the clock goes forward; 28 March ends at 23:00 UTC.
  const auto item = town().report(day("2026-03-28"));
  town().morning_of("2026-03-28");
  town().only_set("2026-03-28T22:59:00Z");
  town().run_jobs();
  EXPECT_EQ(times(item, "safety_net.passed"), 0);
  town().only_set("2026-03-28T23:40:00Z");
  town().run_jobs();
  EXPECT_EQ(times(item, "safety_net.passed"), 1);
  // And 25 October 2026, when it goes back: 24 October ends at 22:00 UTC.
  const auto autumn = town().report(day("2026-10-24"));
  town().only_set("2026-10-24T21:59:00Z");
  town().run_jobs();
  EXPECT_EQ(times(autumn, "safety_net.passed"), 0);
  town().only_set("2026-10-24T22:40:00Z");
  town().run_jobs();
  EXPECT_EQ(times(autumn, "safety_net.passed"), 1);
}

TEST_P(SafetyNet, ALaterDateStartsAgain) {
  const auto item = town().report(day("2026-01-23"));
  town().morning_of("2026-01-26");
  town().answer(item, "2026-02-06");
  town().morning_of("2026-02-06");
  EXPECT_EQ(times(item, "safety_net.passed"), 1);
  town().morning_of("2026-02-09");
  EXPECT_EQ(times(item, "safety_net.passed"), 2);
  EXPECT_EQ(town().count("safety_net_warning"), 2);
}

TEST_P(SafetyNet, TheNearestAreaThatNamedADeskCounts) {
  const auto els = town().add_person("Els", {{"coordinator", "WK000101", std::nullopt}});
  const auto mo = town().add_person("Mo", {{"coordinator", testing::town, std::nullopt}});
  town().set_desk(testing::town, {DeskKind::person, raw(mo)});
  town().set_desk(testing::rozenbuurt, {DeskKind::person, raw(els)});
  town().report(day("2026-01-23"));
  town().report(day("2026-01-23"), true, testing::tulpenbuurt);
  town().morning_of("2026-01-26");
  EXPECT_THAT(town().mails(), Contains("Els: 1 signaal vraagt uw aandacht"));
  EXPECT_THAT(town().mails(), Contains("Mo: 1 signaal vraagt uw aandacht"));
}

TEST_P(SafetyNet, ADeskThatDoesNothingForThreeWorkingDaysIsLateAndItsManagerAndTheTableHearOfIt) {
  const auto els = town().add_person("Els", {{"member", "", town().municipality}});
  const auto karin = town().add_person("Karin", {{"member", "", town().municipality}});
  const auto other = town().database().write([](db::Transaction& tx) {
    return organisations::create_organisation(tx, "housing_corporation", "Woonstichting", "woonstichting");
  });
  const auto team = town().add_team("Wijkbeheer", {els}, karin);
  town().set_desk(testing::town, {DeskKind::team, raw(team)});
  const auto item = town().report(day("2026-01-23"));
  town().database().write(
      [&](db::Transaction& tx) { tx.execute("UPDATE item SET holder = $2 WHERE id = $1", item, other); });
  // Passed on Saturday 24; Monday, Tuesday and Wednesday are the desk's.
  town().morning_of("2026-01-28");
  EXPECT_EQ(times(item, "safety_net.passed"), 1);
  EXPECT_EQ(times(item, "safety_net.desk_late"), 0);
  EXPECT_EQ(at_table(testing::rozenbuurt), 0U);
  town().morning_of("2026-01-29");
  EXPECT_EQ(times(item, "safety_net.desk_late"), 1);
  EXPECT_THAT(town().mails(), Contains("Karin: 1 signaal vraagt uw aandacht"));
  EXPECT_EQ(at_table(testing::rozenbuurt), 1U);
  EXPECT_EQ(at_table(testing::town), 1U);
  EXPECT_EQ(at_table(testing::tulpenbuurt), 0U);
  EXPECT_EQ(gaps(item), 1U);
  town().morning_of("2026-02-05");
  EXPECT_EQ(times(item, "safety_net.desk_late"), 1);
  EXPECT_EQ(town().item(item).holder, other) << "whoever was late keeps it";

  town().answer(item, "2026-02-12");
  EXPECT_EQ(at_table(testing::rozenbuurt), 0U);
  EXPECT_EQ(gaps(item), 0U);
}

TEST_P(SafetyNet, WhenTheDeskHadItItselfItsManagerAndTheTableHearAtOnce) {
  const auto els = town().add_person("Els", {{"member", "", town().municipality}});
  const auto karin = town().add_person("Karin", {{"coordinator", testing::town, std::nullopt}});
  const auto team = town().add_team("Wijkbeheer", {els}, karin);
  town().set_desk(testing::town, {DeskKind::team, raw(team)});
  const auto item = town().report(day("2026-01-23"));
  town().set_team(item, team);
  town().morning_of("2026-01-24");
  EXPECT_EQ(times(item, "safety_net.passed_at_desk"), 1);
  EXPECT_EQ(times(item, "safety_net.passed"), 0);
  EXPECT_EQ(at_table(testing::rozenbuurt), 1U);
  town().morning_of("2026-02-05");
  EXPECT_EQ(times(item, "safety_net.desk_late"), 0) << "it was said at once";
  EXPECT_THAT(town().mails(), Contains("Karin: 1 signaal vraagt uw aandacht"));
}

TEST_P(SafetyNet, WithoutAHolderAndWithoutADeskItLayWithTheCoordinatorSoTheAdministratorHears) {
  const auto item = town().report(day("2026-01-23"), false);
  town().morning_of("2026-01-26");
  EXPECT_EQ(times(item, "safety_net.passed_at_desk"), 1);
  EXPECT_THAT(town().mails(), Contains("Ingrid: 1 signaal vraagt uw aandacht"));
}

TEST_P(SafetyNet, WhereNobodyCoordinatesItFallsToTheAdministrator) {
  const auto item = town().report(day("2026-01-23"), true, testing::tulpenbuurt);
  town().morning_of("2026-01-26");
  EXPECT_EQ(times(item, "safety_net.passed"), 1);
  EXPECT_THAT(town().mails(), Contains("Ingrid: 1 signaal vraagt uw aandacht"));
}

TEST_P(SafetyNet, ADeskOfSomebodyWhoLeftOrATeamWithoutMembersFallsToTheCoordinator) {
  const auto els = town().add_person("Els", {{"coordinator", testing::town, std::nullopt}});
  town().set_desk(testing::rozenbuurt, {DeskKind::person, raw(els)});
  town().set_desk(testing::tulpenbuurt, {DeskKind::team, raw(town().add_team("Leeg", {}))});
  town().end_account(els);
  const auto broken = [&](const std::string& area) {
    return town().database().read(
        [&](db::Transaction& tx) { return named_desk(tx, town().now(), {area, testing::town})->broken; });
  };
  EXPECT_EQ(broken(testing::rozenbuurt), "person_gone");
  EXPECT_EQ(broken(testing::tulpenbuurt), "team_empty");
  town().report(day("2026-01-23"));
  town().report(day("2026-01-23"), true, testing::tulpenbuurt);
  town().morning_of("2026-01-26");
  EXPECT_THAT(town().mails(), Contains("Sanne: 1 signaal vraagt uw aandacht"));
  EXPECT_THAT(town().mails(), Contains("Ingrid: 1 signaal vraagt uw aandacht"));
}

TEST_P(SafetyNet, WhoIsAwayIsReachedThroughADeputyAndTheMailSaysForWhom) {
  const auto omar = town().add_person("Omar", {{"member", "", town().municipality}});
  const auto team = town().add_team("Groen", {town().member});
  const auto item = town().report(day("2026-01-23"));
  town().set_team(item, team);
  town().away(town().member, "2026-01-19", "2026-01-30", omar);
  town().morning_of("2026-01-21");
  EXPECT_THAT(town().mails(), ElementsAre("Omar: 1 signaal vraagt uw aandacht"));
  EXPECT_THAT(town().last_mail(), HasSubstr("U vervangt Bram."));
}

TEST_P(SafetyNet, WhenEverybodyOfTheHolderIsAwayTheCoordinatorIsWarned) {
  town().report(day("2026-01-23"));
  town().away(town().member, "2026-01-19", "2026-01-30");
  town().morning_of("2026-01-21");
  EXPECT_THAT(town().mails(), ElementsAre("Sanne: 1 signaal vraagt uw aandacht"));
}

TEST_P(SafetyNet, WhatWaitedComesBackWithAShortDateInsteadOfBeingLate) {
  const auto item = town().report();
  town().database().write([&](db::Transaction& tx) {
    tx.execute("UPDATE item SET status = 'waiting', next_date = '2026-01-23' WHERE id = $1", item);
    tx.execute("UPDATE signal_due SET state = 'open', next_date = '2026-01-23' WHERE item = $1", item);
  });
  town().morning_of("2026-01-26");
  EXPECT_EQ(times(item, "signals.wait_ended"), 1);
  EXPECT_EQ(times(item, "safety_net.passed"), 0);
  EXPECT_EQ(town().item(item).status, "in_progress");
  // Two working days after Saturday 24 January.
  EXPECT_EQ(town().item(item).next_date, day("2026-01-27"));
  EXPECT_THAT(town().last_mail(), HasSubstr("Het wachten is voorbij"));
  town().morning_of("2026-01-28");
  EXPECT_EQ(times(item, "safety_net.passed"), 1) << "and then nobody may forget it";
}

TEST_P(SafetyNet, WhatIsClosedOrAnsweredInTimeIsLeftAlone) {
  const auto closed = town().report(day("2026-01-23"));
  const auto answered = town().report(day("2026-01-23"));
  town().morning_of("2026-01-22");
  town().change_status(closed, "done", "2026-01-22");
  town().answer(answered, "2026-03-02");
  town().morning_of("2026-01-30");
  EXPECT_THAT(town().history(closed), Not(Contains("safety_net.passed")));
  EXPECT_THAT(town().history(answered), Not(Contains("safety_net.passed")));
}

TEST_P(SafetyNet, AMailSaysNothingOfASignalThatIsNotPublicButItsNumber) {
  const auto item = town().report(day("2026-01-23"));
  town().database().write([&](db::Transaction& tx) {
    tx.execute("UPDATE item SET visibility = 3, title = 'Iets over de buurman' WHERE id = $1", item);
  });
  town().morning_of("2026-01-26");
  for (const auto& text : {town().last_mail()}) {
    EXPECT_THAT(text, Not(HasSubstr("buurman")));
    EXPECT_THAT(text, HasSubstr("Een signaal dat niet openbaar is"));
  }
}

TEST_P(SafetyNet, WhatWaitsForAModeratorIsNobodyElsesWork) {
  const auto item = town().report(day("2026-01-23"));
  town().database().write(
      [&](db::Transaction& tx) { tx.execute("UPDATE signal SET is_held = 1 WHERE item = $1", item); });
  town().morning_of("2026-01-21");
  town().morning_of("2026-01-26");
  EXPECT_THAT(town().mails(), IsEmpty());
  EXPECT_EQ(times(item, "safety_net.passed"), 0);
}

TEST_P(SafetyNet, AMailThatWaitsSaysNothingOfASignalThatIsNotPublicAnyMore) {
  const auto item = town().report(day("2026-01-23"));
  town().database().write([&](db::Transaction& tx) {
    tx.execute("UPDATE item SET title = 'Iets over de buurman' WHERE id = $1", item);
  });
  town().morning_of("2026-01-26");
  EXPECT_THAT(town().last_mail(), HasSubstr("buurman"));
  town().database().write(
      [&](db::Transaction& tx) { tx.execute("UPDATE item SET visibility = 3 WHERE id = $1", item); });
  EXPECT_THAT(town().last_mail(),
              AllOf(Not(HasSubstr("buurman")), HasSubstr("Een signaal dat niet openbaar is")));
  town().database().read([](db::Transaction& tx) {
    EXPECT_TRUE(
        tx.query("SELECT 1 FROM mail_outbox WHERE text LIKE '%buurman%' OR html LIKE '%buurman%'").empty())
        << "the outbox holds no title";
  });
}

TEST_P(SafetyNet, ARuleAtWhoseEndNobodyIsIsKeptAsBrokenUntilItIsMended) {
  const auto els = town().add_person("Els", {{"coordinator", testing::town, std::nullopt}});
  town().set_desk(testing::rozenbuurt, {DeskKind::person, raw(els)});
  const auto team = town().add_team("Groen", {els});
  town().database().write([&](db::Transaction& tx) {
    themes::save_theme(tx, {.key = "groen",
                            .name = "Groen",
                            .name_en = {},
                            .description = {},
                            .description_en = {},
                            .group = {},
                            .domains = 2});
    tx.execute(
        "INSERT INTO theme_rule (theme, area, holder, team, valid_from, set_at) VALUES ('groen', 'GM0001', "
        "$1, $2, '2026-01-01', 0)",
        town().municipality, team);
  });
  town().morning_of("2026-01-13");
  EXPECT_EQ(town().count("safety_net_broken"), 0);
  town().away(els, "2026-01-14", "2026-01-14");
  town().morning_of("2026-01-14");
  EXPECT_EQ(town().count("safety_net_broken"), 0) << "a day off is not broken";
  town().end_account(els);
  town().morning_of("2026-01-15");
  town().morning_of("2026-01-20");
  town().database().read([&](db::Transaction& tx) {
    const auto broken = store::broken_rules(tx);
    ASSERT_EQ(broken.size(), 2U);
    EXPECT_EQ(broken[0].area, testing::rozenbuurt);
    EXPECT_EQ(broken[0].reason, "person_gone");
    EXPECT_EQ(broken[1].theme, "groen");
    EXPECT_EQ(broken[1].reason, "team_empty");
    EXPECT_EQ(broken[1].since, day("2026-01-15"));
    EXPECT_EQ(store::count_broken(tx), 2);
  });
  town().set_desk(testing::rozenbuurt, {DeskKind::person, raw(town().coordinator)});
  town().morning_of("2026-01-21");
  EXPECT_EQ(town().count("safety_net_broken"), 1);
}

TEST_P(SafetyNet, TheSameDayIsNotWalkedTwice) {
  town().report(day("2026-01-23"));
  town().morning_of("2026-01-26");
  const auto mails = town().mails().size();
  for (const char* later : {"2026-01-26T06:30:00+01:00", "2026-01-26T12:00:00+01:00"}) {
    town().only_set(later);
    town().run_jobs();
  }
  EXPECT_EQ(town().mails().size(), mails);
  EXPECT_EQ(town().count("safety_net_passing"), 1);
}

}  // namespace
}  // namespace wijktafel::safety_net
