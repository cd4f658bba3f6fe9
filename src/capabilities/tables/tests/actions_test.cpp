// What can be done at a table, and every reason why not.
#include <gmock/gmock.h>

#include "capabilities/goals/actions/answer_offer.hpp"
#include "capabilities/goals/actions/make_goal.hpp"
#include "capabilities/goals/actions/offer_commitment.hpp"
#include "capabilities/organisations/organisations.hpp"
#include "capabilities/tables/tests/tables_support.hpp"

namespace wijktafel::tables::testing {
namespace {

using namespace std::chrono_literals;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

const std::string open_gap = "tables.gap.decision_without_follow_up";

// --- planning ---

TEST_F(TableTest, AMeetingIsPlannedForEveryoneOrForTheTable) {
  EXPECT_EQ(item(meeting_).status, "planned");
  EXPECT_EQ(item(meeting_).visibility, items::Visibility::everyone);
  EXPECT_EQ(item(meeting_).next_date, local_date(begins_at));
  const auto closed = write([](db::Transaction& tx) {
    return plan_meeting(
        tx, planned_at, coordinator(),
        {.area = park(), .title = "Besloten", .begins_at = begins_at, .place = "Hier", .is_public = false});
  });
  EXPECT_EQ(item(closed.value()).visibility, items::Visibility::table);
}

TEST_F(TableTest, AMeetingInThePastIsNotPlanned) {
  const auto planned = write([](db::Transaction& tx) {
    return plan_meeting(tx, begins_at + 1ms, coordinator(),
                        {.area = park(), .title = "Te laat", .begins_at = begins_at, .place = "Hier"});
  });
  EXPECT_TRUE(is<BeginsInThePast>(planned));
}

TEST_F(TableTest, TheFirstMeetingBringsATableIntoBeingAndTheNextOneLeavesItsRules) {
  write([](db::Transaction& tx) {
    form_table_if_none(tx, {.area = "BU9", .name = "Eerste", .state = "being_formed"});
  });
  write([](db::Transaction& tx) { form_table_if_none(tx, {.area = "BU9", .name = "Tweede"}); });
  EXPECT_EQ(read([](db::Transaction& tx) { return store::find_body(tx, "BU9")->name; }), "Eerste");
}

TEST_F(TableTest, AMovedMeetingTakesItsPointsAlong) {
  const auto id = point("Rondvraag");
  const auto moved = write([&](db::Transaction& tx) {
    return move_meeting(
        tx, planned_at + 2h, coordinator(), meeting_,
        {.title = "Wijktafel van 4 december", .begins_at = begins_at + 24h, .place = "Het Anker"});
  });
  ASSERT_TRUE(moved);
  EXPECT_EQ(item(meeting_).title, "Wijktafel van 4 december");
  EXPECT_EQ(item(meeting_).next_date, parse_date("2026-12-04"));
  EXPECT_EQ(item(id).next_date, parse_date("2026-12-04"));
  EXPECT_EQ(read([&](db::Transaction& tx) { return store::find_meeting(tx, meeting_)->place; }), "Het Anker");
}

TEST_F(TableTest, AMeetingIsNotMovedToThePastNorOnceItHasBegun) {
  const auto move = [&](ItemId id, Instant to) {
    return write([&](db::Transaction& tx) {
      return move_meeting(tx, begins_at, coordinator(), id, {.title = "X", .begins_at = to, .place = "Y"});
    });
  };
  EXPECT_TRUE(is<NoSuchMeeting>(move(ItemId{999}, begins_at + 1h)));
  EXPECT_TRUE(is<BeginsInThePast>(move(meeting_, begins_at - 1h)));
  begin();
  EXPECT_TRUE(is<MeetingIsOver>(move(meeting_, begins_at + 1h)));
}

TEST_F(TableTest, ACancelledMeetingSetsItsPointsFree) {
  const auto about = signal("Het pad is donker");
  const auto id = put({.meeting = meeting_, .title = {}, .subject = about}).value();
  const auto cancel = [&] {
    return write([&](db::Transaction& tx) {
      return cancel_meeting(tx, planned_at + 2h, coordinator(), meeting_, "De zaal is dicht.");
    });
  };
  ASSERT_TRUE(cancel());
  EXPECT_EQ(item(meeting_).status, "cancelled");
  EXPECT_FALSE(item(meeting_).is_open);
  EXPECT_EQ(item(id).status, "cancelled");
  EXPECT_FALSE(item(id).is_open);
  EXPECT_TRUE(is<MeetingIsOver>(cancel()));
  const auto other = write([](db::Transaction& tx) {
    return plan_meeting(tx, planned_at + 3h, coordinator(),
                        {.area = park(), .title = "Nieuw", .begins_at = begins_at + 24h, .place = "Hier"});
  });
  EXPECT_TRUE(put({.meeting = other.value(), .title = {}, .subject = about}));
}

TEST_F(TableTest, OnlyAMeetingThatExistsIsCancelled) {
  EXPECT_TRUE(is<NoSuchMeeting>(write(
      [](db::Transaction& tx) { return cancel_meeting(tx, planned_at, coordinator(), ItemId{999}, "?"); })));
}

// --- the agenda ---

TEST_F(TableTest, ASubjectOnTheAgendaGivesTitleDomainsAndThemesAndIsLinked) {
  const auto about = signal("Het pad is donker");
  const auto id = put({.meeting = meeting_, .title = {}, .subject = about}).value();
  EXPECT_EQ(item(id).title, "Het pad is donker");
  EXPECT_EQ(item(id).domains, unsigned{items::safety});
  EXPECT_THAT(item(id).themes, ElementsAre("licht"));
  read([&](db::Transaction& tx) {
    ASSERT_EQ(items::led_to(tx, about).size(), 1u);
    EXPECT_EQ(items::led_to(tx, about).front().item.id, id);
    const auto told = tx.find("SELECT COUNT(*) FROM job WHERE kind = 'tables.item_put_on_agenda'");
    EXPECT_EQ(told->get<int>(0), 1);
  });
}

TEST_F(TableTest, ASubjectStandsOnAnAgendaOnce) {
  const auto about = signal("Het pad is donker");
  const auto id = put({.meeting = meeting_, .title = {}, .subject = about}).value();
  const auto again = put({.meeting = meeting_, .title = "Anders genoemd", .subject = about});
  ASSERT_TRUE(is<AlreadyOnAgenda>(again));
  EXPECT_EQ(std::get<AlreadyOnAgenda>(again.error()).agenda_item, id);
}

TEST_F(TableTest, WhatFewPeopleSeeIsNotToldToMore) {
  EXPECT_TRUE(is<SubjectNotPublic>(put(
      {.meeting = meeting_, .title = "Iets", .subject = signal("Geheim", items::Visibility::confidential)})));
  EXPECT_TRUE(is<SubjectNotPublic>(
      put({.meeting = meeting_, .title = "Iets", .subject = signal("Besloten", items::Visibility::table)})));
  EXPECT_THAT(agenda(), IsEmpty());
}

TEST_F(TableTest, AnAgendaTakesOnlyWhatExistsAndOnlyWhileItIsOpen) {
  EXPECT_TRUE(is<NoSuchMeeting>(put({.meeting = ItemId{999}, .title = "Punt"})));
  EXPECT_TRUE(is<NoSuchSubject>(put({.meeting = meeting_, .title = "Punt", .subject = ItemId{999}})));
  begin();
  EXPECT_TRUE(put({.meeting = meeting_, .title = "Nog iets"}));
  end();
  EXPECT_TRUE(is<MeetingIsOver>(put({.meeting = meeting_, .title = "Te laat"})));
}

TEST_F(TableTest, PointsGoUpAndDownAndNotBeyondTheEnds) {
  const auto first = point("Een");
  point("Twee");
  const auto last = point("Drie");
  const auto move = [&](ItemId id, Direction direction) {
    return write([&](db::Transaction& tx) {
      return move_agenda_item(tx, planned_at + 2h, coordinator(), id, direction);
    });
  };
  EXPECT_TRUE(move(last, Direction::up));
  EXPECT_THAT(agenda(), ElementsAre("Een", "Drie", "Twee"));
  EXPECT_TRUE(move(first, Direction::up));
  EXPECT_THAT(agenda(), ElementsAre("Een", "Drie", "Twee"));
  EXPECT_TRUE(move(first, Direction::down));
  EXPECT_TRUE(move(first, Direction::down));
  EXPECT_TRUE(move(first, Direction::down));
  EXPECT_THAT(agenda(), ElementsAre("Drie", "Twee", "Een"));
  EXPECT_TRUE(is<NoSuchAgendaItem>(move(ItemId{999}, Direction::up)));
  begin();
  end();
  EXPECT_TRUE(is<MeetingIsOver>(move(first, Direction::up)));
}

// --- the meeting ---

TEST_F(TableTest, AMeetingBeginsAndEndsOnItsOwnDayAndNotBefore) {
  const auto begin_at = [&](ItemId id, Instant now) {
    return write([&](db::Transaction& tx) { return begin_meeting(tx, now, coordinator(), id); });
  };
  const auto end_at = [&](ItemId id, Instant now) {
    return write([&](db::Transaction& tx) { return end_meeting(tx, now, coordinator(), id); });
  };
  EXPECT_TRUE(is<NoSuchMeeting>(begin_at(ItemId{999}, begins_at)));
  EXPECT_TRUE(is<NoSuchMeeting>(end_at(ItemId{999}, begins_at)));
  const Instant midnight = at(local_date(begins_at));
  EXPECT_TRUE(is<NotYetToday>(begin_at(meeting_, midnight - 1ms)));
  EXPECT_TRUE(is<NotYetToday>(end_at(meeting_, midnight - 1ms)));
  EXPECT_TRUE(begin_at(meeting_, midnight));
  EXPECT_TRUE(is<MeetingIsOver>(begin_at(meeting_, begins_at)));
  EXPECT_TRUE(end_at(meeting_, begins_at + 2h));
  EXPECT_TRUE(is<MeetingIsOver>(end_at(meeting_, begins_at + 2h)));
}

TEST_F(TableTest, WhatIsSaidAndWhoIsThereIsWrittenDownWhileTheMeetingGoesOn) {
  const auto id = point("Licht");
  const auto say = [&](ItemId of) {
    return write([&](db::Transaction& tx) {
      return record_discussion(tx, begins_at + 1h, coordinator(), of, "Het is donker.");
    });
  };
  const auto count = [&](ItemId of) {
    return write(
        [&](db::Transaction& tx) { return record_attendance(tx, begins_at, coordinator(), of, {}, 12); });
  };
  EXPECT_TRUE(is<MeetingNotBegun>(say(id)));
  EXPECT_TRUE(is<MeetingNotBegun>(count(meeting_)));
  EXPECT_TRUE(is<NoSuchAgendaItem>(say(meeting_)));
  EXPECT_TRUE(is<NoSuchMeeting>(count(id)));
  begin();
  EXPECT_TRUE(say(id));
  EXPECT_TRUE(count(meeting_));
  end();
  EXPECT_TRUE(is<MeetingIsOver>(say(id)));
  EXPECT_TRUE(is<MeetingIsOver>(count(meeting_)));
}

TEST_F(TableTest, SavingTheSameDiscussionTwiceWritesOneLineOfHistory) {
  const auto id = point("Licht");
  begin();
  for (int i = 0; i < 2; ++i)
    write([&](db::Transaction& tx) {
      (void)record_discussion(tx, begins_at + 1h, coordinator(), id, "Het is donker.");
    });
  read([&](db::Transaction& tx) {
    EXPECT_EQ(tx.find("SELECT COUNT(*) FROM item_history WHERE item = $1 AND what = 'tables.discussed'", id)
                  ->get<int>(0),
              1);
  });
}

TEST_F(TableTest, AtTheEndEveryPointIsDiscussedAndWaitsForNothing) {
  const auto id = point("Licht");
  begin();
  end();
  EXPECT_EQ(item(id).status, "discussed");
  EXPECT_FALSE(item(id).is_open);
  EXPECT_EQ(item(id).next_date, std::nullopt);
  EXPECT_EQ(item(meeting_).status, "held");
  EXPECT_EQ(item(meeting_).next_date, std::nullopt);
}

TEST_F(TableTest, MinutesAreWrittenThenAdoptedAndADraftAgainWhenChanged) {
  const auto write_down = [&](const std::string& text) {
    return write([&](db::Transaction& tx) {
      return write_minutes(tx, begins_at + 3h, coordinator(), meeting_, text);
    });
  };
  const auto adopt = [&](ItemId id) {
    return write([&](db::Transaction& tx) { return adopt_minutes(tx, begins_at + 4h, coordinator(), id); });
  };
  const auto state = [&] {
    return read([&](db::Transaction& tx) { return store::find_meeting(tx, meeting_)->minutes_state; });
  };
  EXPECT_TRUE(is<MeetingNotBegun>(write_down("Te vroeg.")));
  begin();
  end();
  EXPECT_TRUE(is<MinutesMissing>(adopt(meeting_)));
  EXPECT_TRUE(is<MinutesMissing>(write_down("")));
  EXPECT_TRUE(is<NoSuchMeeting>(adopt(ItemId{999})));
  EXPECT_TRUE(write_down("Wij spraken over licht."));
  EXPECT_EQ(state(), "draft");
  EXPECT_TRUE(adopt(meeting_));
  EXPECT_EQ(state(), "adopted");
  EXPECT_TRUE(write_down("Wij spraken over licht en groen."));
  EXPECT_EQ(state(), "draft");
}

// --- decisions ---

TEST_F(TableTest, ADecisionIsTakenDuringTheMeetingOnly) {
  const auto id = point("Licht");
  EXPECT_TRUE(is<MeetingNotBegun>(take(agreement(id))));
  EXPECT_TRUE(is<NoSuchAgendaItem>(take(agreement(meeting_))));
  begin();
  EXPECT_TRUE(take(agreement(id)));
  end();
  EXPECT_TRUE(is<MeetingIsOver>(take(agreement(id))));
}

TEST_F(TableTest, AVoteNeedsAMajorityAndTheQuorumOfTheTable) {
  const auto id = point("Licht");
  begin();
  auto form = agreement(id);
  form.taken_by = "vote";
  form.votes = {.in_favour = 2, .against = 0, .abstain = 0, .recused = 5};
  const auto few = take(form);
  ASSERT_TRUE(is<QuorumNotMet>(few));
  EXPECT_EQ(std::get<QuorumNotMet>(few.error()).present, 2);
  EXPECT_EQ(std::get<QuorumNotMet>(few.error()).needed, 3);
  form.votes = {.in_favour = 2, .against = 2};
  EXPECT_TRUE(is<NotCarried>(take(form)));
  form.votes = {.in_favour = 2, .against = 1};
  const auto decision = take(form).value();
  read([&](db::Transaction& tx) {
    const auto kept = store::find_decision(tx, decision).value();
    EXPECT_EQ(kept.votes.in_favour, 2);
    EXPECT_EQ(kept.voters, "de leden van het wijkpanel");
    EXPECT_EQ(kept.quorum, 3);
  });
}

TEST_F(TableTest, ADecisionKeepsTheRulesOfItsDay) {
  const auto id = point("Licht");
  begin();
  const auto decision = take(agreement(id)).value();
  write([](db::Transaction& tx) {
    set_rules(tx, {.area = park().key, .name = "Anders", .voters = "iedereen"});
  });
  EXPECT_EQ(read([&](db::Transaction& tx) { return store::find_decision(tx, decision)->voters; }),
            "de leden van het wijkpanel");
}

TEST_F(TableTest, AdviceSaysToWhomAndWhenTheAnswerComes) {
  const auto id = point("Bus");
  begin();
  auto form = agreement(id);
  form.kind = "advice";
  form.answer_before = parse_date("2027-02-01");
  EXPECT_TRUE(is<AdviceToMissing>(take(form)));
  form.advice_to = "de gemeenteraad";
  form.answer_before.reset();
  EXPECT_TRUE(is<AnswerDateMissing>(take(form)));
  form.answer_before = parse_date("2026-12-02");
  EXPECT_TRUE(is<AnswerDateInThePast>(take(form)));
  form.answer_before = parse_date("2026-12-03");
  const auto decision = take(form).value();
  EXPECT_EQ(item(decision).next_date, parse_date("2026-12-03"));
  EXPECT_TRUE(item(decision).is_open);
}

TEST_F(TableTest, ADecisionOfTheMunicipalityNamesItsRegulation) {
  const auto id = point("Speelstraat");
  begin();
  auto form = agreement(id);
  form.kind = "municipal";
  EXPECT_TRUE(is<RegulationMissing>(take(form)));
  form.regulation = "Verkeersverordening";
  EXPECT_TRUE(take(form));
}

TEST_F(TableTest, WhatBelongsToAnotherKindOfDecisionIsNotKept) {
  const auto id = point("Licht");
  begin();
  auto form = agreement(id);
  form.votes = {.in_favour = 9};
  form.advice_to = "de raad";
  form.answer_before = parse_date("2027-02-01");
  form.regulation = "Verordening";
  const auto decision = take(form).value();
  const auto kept = read([&](db::Transaction& tx) { return store::find_decision(tx, decision).value(); });
  EXPECT_EQ(kept.votes.in_favour, 0);
  EXPECT_EQ(kept.advice_to, "");
  EXPECT_EQ(kept.answer_before, std::nullopt);
  EXPECT_EQ(kept.regulation, "");
  EXPECT_FALSE(item(decision).is_open);
}

TEST_F(TableTest, ADecisionWithNothingToFollowIsNoBrokenChain) {
  const auto id = point("Licht");
  begin();
  auto form = agreement(id);
  form.wants_follow_up = false;
  EXPECT_THAT(gaps(take(form).value()), IsEmpty());
}

TEST_F(TableTest, AGoalFromADecisionMendsTheChain) {
  const auto id = point("Licht");
  begin();
  const auto decision = take(agreement(id)).value();
  EXPECT_THAT(gaps(decision), ElementsAre(open_gap));
  write([&](db::Transaction& tx) {
    ASSERT_TRUE(goals::make_goal(tx, begins_at + 90min, coordinator(),
                                 {.area = park(),
                                  .title = "Overal licht",
                                  .why = "Veilig naar huis",
                                  .domains = items::safety,
                                  .indicator = "lampen die het doen",
                                  .baseline = 7,
                                  .target = 10,
                                  .target_date = *parse_date("2027-06-01"),
                                  .from = {decision}}));
  });
  EXPECT_THAT(gaps(decision), IsEmpty());
}

TEST_F(TableTest, ACommitmentFromADecisionMendsTheChainOnceItIsAccepted) {
  const auto id = point("Licht");
  begin();
  const auto decision = take(agreement(id)).value();
  const auto town = write(
      [](db::Transaction& tx) { return organisations::create_organisation(tx, "municipality", "Gemeente"); });
  const auto promise = write([&](db::Transaction& tx) {
    return goals::offer_commitment(tx, begins_at + 80min, coordinator(),
                                   {.area = park(),
                                    .title = "De gemeente maakt de lampen",
                                    .measure = "drie lampen branden",
                                    .promiser = town,
                                    .due = *parse_date("2027-02-01"),
                                    .from = {decision}})
        .value();
  });
  EXPECT_THAT(gaps(decision), ElementsAre(open_gap));
  auto somebody = coordinator();
  somebody.grants.push_back({.role = "member", .area = {}, .organisation = town});
  write([&](db::Transaction& tx) {
    ASSERT_TRUE(goals::accept_commitment(tx, begins_at + 90min, somebody, promise, std::nullopt));
  });
  EXPECT_THAT(gaps(decision), IsEmpty());
}

TEST_F(TableTest, WhatWasThereAlreadyCanBeWhatFollows) {
  const auto id = point("Licht");
  const auto next = signal("Extra lamp");
  begin();
  const auto decision = take(agreement(id)).value();
  write([&](db::Transaction& tx) { lead_to(tx, begins_at + 1h, decision, next); });
  EXPECT_THAT(gaps(decision), IsEmpty());
  EXPECT_EQ(read([&](db::Transaction& tx) { return items::led_to(tx, decision).size(); }), 1u);
}

// --- how the promises stand ---

TEST_F(TableTest, TheStandingOfTheDayIsKeptWhenTheMeetingEndsTenAtMost) {
  const auto town = write(
      [](db::Transaction& tx) { return organisations::create_organisation(tx, "municipality", "Gemeente"); });
  auto somebody = coordinator();
  somebody.grants.push_back({.role = "member", .area = {}, .organisation = town});
  const auto promise = [&](Date due) {
    write([&](db::Transaction& tx) {
      const auto id =
          goals::offer_commitment(
              tx, planned_at, coordinator(),
              {.area = park(), .title = "Belofte", .measure = "te zien", .promiser = town, .due = due})
              .value();
      ASSERT_TRUE(goals::accept_commitment(tx, planned_at, somebody, id, std::nullopt));
    });
  };
  for (unsigned day = 10; day < 22; ++day)
    promise(Date(std::chrono::year(2026), std::chrono::November, std::chrono::day(day)));
  promise(*parse_date("2026-12-03"));  // today is not late
  begin();
  end();
  const auto kept = read([&](db::Transaction& tx) { return store::standing_of(tx, meeting_); });
  ASSERT_EQ(kept.size(), 10u);
  EXPECT_EQ(kept.front().second, 23);  // 10 November to 3 December
  EXPECT_EQ(kept.back().second, 14);
}

// --- the next meeting, for other capabilities ---

TEST_F(TableTest, TheNextMeetingIsTheFirstThatGoesOnAndIsPublic) {
  point("Licht");
  const auto plan = [&](Instant at, bool is_public) {
    return write([&](db::Transaction& tx) {
      return plan_meeting(
                 tx, planned_at, coordinator(),
                 {.area = park(), .title = "X", .begins_at = at, .place = "Y", .is_public = is_public})
          .value();
    });
  };
  plan(begins_at - 48h, false);
  const auto off = plan(begins_at - 24h, true);
  write(
      [&](db::Transaction& tx) { (void)cancel_meeting(tx, planned_at, coordinator(), off, "Niemand kan."); });
  const auto next = [&](Instant now) {
    return read([&](db::Transaction& tx) { return next_meeting(tx, park().key, now); });
  };
  ASSERT_TRUE(next(planned_at));
  EXPECT_EQ(next(planned_at)->item.id, meeting_);
  EXPECT_EQ(next(planned_at)->agenda_items, 1);
  EXPECT_TRUE(next(begins_at + 4h - 1ms));
  EXPECT_FALSE(next(begins_at + 4h));
}

}  // namespace
}  // namespace wijktafel::tables::testing
