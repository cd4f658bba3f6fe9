// Everything that can be done with a goal or a commitment, and every reason why not.
#include <gtest/gtest.h>

#include "capabilities/goals/actions/change_due.hpp"
#include "capabilities/goals/actions/end_commitment.hpp"
#include "capabilities/goals/actions/judge_commitment.hpp"
#include "capabilities/goals/actions/measure_goal.hpp"
#include "capabilities/goals/actions/report_progress.hpp"
#include "capabilities/goals/actions/tell_gain.hpp"
#include "capabilities/goals/tests/goals_support.hpp"

namespace wijktafel::goals {
namespace {

using testing::day;

constexpr std::string_view goal_gap = "goals.gap.goal_without_commitment";

class Actions : public ::testing::Test {
 protected:
  // Runs an action as this person.
  template <class F>
  auto as(identity::PersonId person, F&& action) {
    return table.write([&](db::Transaction& tx) { return action(tx, table.now(), table.actor(tx, person)); });
  }
  Done accept(identity::PersonId who, ItemId id, std::optional<Consent> consent = std::nullopt) {
    return as(who, [&](auto& tx, Instant now, const auto& actor) {
      return accept_commitment(tx, now, actor, id, consent);
    });
  }
  Done decline(identity::PersonId who, ItemId id) {
    return as(who, [&](auto& tx, Instant now, const auto& actor) {
      return decline_commitment(tx, now, actor, id, "Geen geld");
    });
  }
  Done report(identity::PersonId who, ItemId id, const std::string& state) {
    return as(who, [&](auto& tx, Instant now, const auto& actor) {
      return report_progress(tx, now, actor, id,
                             {.state = state, .text = "Bijna", .proof = "Foto in de hal"});
    });
  }
  Done judge(identity::PersonId who, ItemId id, const std::string& state = "kept") {
    return as(who, [&](auto& tx, Instant now, const auto& actor) {
      const bool may = table.town().service().permissions.allows(actor, "goals.judge", table.area().lineage);
      return judge_commitment(tx, now, actor, may, id, {.state = state, .text = "Het is te zien"});
    });
  }
  Done move(identity::PersonId who, ItemId id, std::string_view due) {
    return as(who, [&](auto& tx, Instant now, const auto& actor) {
      return change_due(tx, now, actor, id, day(due), "De zaal is dicht");
    });
  }
  Done give_back_by(identity::PersonId who, ItemId id) {
    return as(who, [&](auto& tx, Instant now, const auto& actor) {
      return give_back(tx, now, actor, id, "Te weinig mensen");
    });
  }
  Done lapse_by(identity::PersonId who, ItemId id) {
    return as(who, [&](auto& tx, Instant now, const auto& actor) {
      const bool may = table.town().service().permissions.allows(actor, "goals.judge", table.area().lineage);
      return lapse(tx, now, actor, may, id, "De wet is veranderd");
    });
  }
  store::Commitment kept(ItemId id) {
    return table.database().read([&](db::Transaction& tx) { return store::find_commitment(tx, id).value(); });
  }
  template <class Refusal>
  static bool refused_with(const Done& done) {
    return !done && std::holds_alternative<Refusal>(done.error());
  }

  testing::Table table;
};

TEST_F(Actions, AnOfferBindsNobodyUntilSomebodyOfTheOrganisationAccepts) {
  const auto id = table.offer();
  EXPECT_EQ(table.status(id), "offered");
  EXPECT_FALSE(table.item(id).contact.has_value());
  for (const auto other : {table.ingrid, table.karel, table.amina})
    EXPECT_TRUE(refused_with<NotOfThisOrganisation>(accept(other, id)));
  EXPECT_EQ(table.status(id), "offered");

  ASSERT_TRUE(accept(table.wies, id));
  EXPECT_EQ(table.status(id), "agreed");
  EXPECT_EQ(table.item(id).contact, table.wies);
}

TEST_F(Actions, WhoIsSecondIsToldHowItStands) {
  const auto id = table.agreed();
  const auto again = accept(table.wies, id);
  ASSERT_TRUE(refused_with<NotInThisState>(again));
  EXPECT_EQ(std::get<NotInThisState>(again.error()).state, "agreed");
  EXPECT_TRUE(refused_with<NotInThisState>(decline(table.wies, id)));
  EXPECT_EQ(table.recorded(id, "goals.commitment_agreed"), 1);
}

TEST_F(Actions, AnAcceptanceUnderConditionWaitsForConsent) {
  const auto id = table.offer();
  ASSERT_TRUE(accept(table.wies, id, Consent{.of = "het bestuur", .before = day("2026-12-01")}));
  EXPECT_EQ(table.status(id), "subject_to_consent");
  EXPECT_EQ(kept(id).consent_of, "het bestuur");
  EXPECT_EQ(kept(id).consent_before, day("2026-12-01"));
  EXPECT_TRUE(refused_with<NotInThisState>(report(table.wies, id, "on_track")));
  const auto consent = [&](identity::PersonId who) {
    return as(who,
              [&](auto& tx, Instant now, const auto& actor) { return give_consent(tx, now, actor, id); });
  };
  EXPECT_TRUE(refused_with<NotOfThisOrganisation>(consent(table.ingrid)));
  ASSERT_TRUE(consent(table.wies));
  EXPECT_EQ(table.status(id), "agreed");
  EXPECT_TRUE(refused_with<NotInThisState>(consent(table.wies)));
}

TEST_F(Actions, ARefusedActionLeavesNothingBehind) {
  const auto id = table.agreed();
  const auto version = table.item(id).version;
  EXPECT_FALSE(accept(table.wies, id, Consent{.of = "de directie", .before = std::nullopt}));
  EXPECT_EQ(kept(id).consent_of, "");
  EXPECT_EQ(table.item(id).version, version);
}

TEST_F(Actions, AGoalHasAGapUntilAPromiseIsAcceptedAndAgainWhenTheLastIsGone) {
  const auto goal = table.make_goal();
  EXPECT_TRUE(table.has_gap(goal, goal_gap));
  const auto first = table.offer(goal);
  EXPECT_TRUE(table.has_gap(goal, goal_gap)) << "an offer is no promise";
  ASSERT_TRUE(accept(table.wies, first, Consent{.of = "het bestuur", .before = std::nullopt}));
  EXPECT_FALSE(table.has_gap(goal, goal_gap));
  ASSERT_TRUE(decline(table.wies, first));
  EXPECT_TRUE(table.has_gap(goal, goal_gap));
}

TEST_F(Actions, AGapStaysClosedWhileAnotherPromiseCarriesTheGoal) {
  const auto goal = table.make_goal();
  table.agreed(goal);
  auto form = table.a_promise();
  form.promiser = table.residents;
  form.goal = goal;
  const auto second = table.offer(form);
  ASSERT_TRUE(accept(table.rob, second));
  ASSERT_TRUE(give_back_by(table.rob, second));
  EXPECT_FALSE(table.has_gap(goal, goal_gap));
}

TEST_F(Actions, AcceptingClosesTheGapWhereThePromiseWasSpoken) {
  const auto signal = table.write([&](db::Transaction& tx) {
    const items::NewItem item{.kind = "signal",
                              .area = table.area().key,
                              .lineage = table.area().lineage,
                              .title = "Het pad is donker",
                              .domains = items::safety,
                              .status = "received"};
    const auto id = items::create(tx, table.now(), identity::visitor(), item, {.what = "signals.reported"});
    items::open_gap(tx, table.now(), id, "signals.gap.promise_without_commitment");
    return id;
  });
  auto form = table.a_promise();
  form.from = {signal};
  const auto id = table.offer(form);
  EXPECT_TRUE(table.has_gap(signal, "signals.gap.promise_without_commitment"));
  EXPECT_EQ(table.item(id).domains, unsigned{items::safety}) << "taken over from where it comes from";
  ASSERT_TRUE(accept(table.wies, id));
  EXPECT_FALSE(table.has_gap(signal, "signals.gap.promise_without_commitment"));
}

TEST_F(Actions, AnOfferInThePastIsRefused) {
  auto form = table.a_promise();
  form.due = day("2026-11-21");
  const auto offered = as(table.ingrid, [&](auto& tx, Instant now, const auto& actor) {
    return offer_commitment(tx, now, actor, form);
  });
  ASSERT_FALSE(offered);
  EXPECT_TRUE(std::holds_alternative<DueInThePast>(offered.error()));
}

TEST_F(Actions, ThePromiserReportsAndNobodyElse) {
  const auto id = table.agreed();
  EXPECT_TRUE(refused_with<NotOfThisOrganisation>(report(table.karel, id, "on_track")));
  ASSERT_TRUE(report(table.wies, id, "at_risk"));
  EXPECT_EQ(table.status(id), "at_risk");
  ASSERT_TRUE(report(table.wies, id, "at_risk")) << "the same state with news is news";
  EXPECT_EQ(table.recorded(id, "goals.commitment_at_risk"), 2);
  ASSERT_TRUE(report(table.wies, id, "reported_done"));
  EXPECT_EQ(kept(id).reported_at, table.now());
  EXPECT_TRUE(refused_with<NotInThisState>(report(table.wies, id, "reported_done")));
}

TEST_F(Actions, ThePromiserMayNotJudgeAndTheTableMay) {
  const auto id = table.agreed();
  ASSERT_TRUE(report(table.wies, id, "reported_done"));
  EXPECT_TRUE(refused_with<PromiserMayNotJudge>(judge(table.wies, id)));
  EXPECT_TRUE(refused_with<NotTheReceiver>(judge(table.karel, id)));
  EXPECT_TRUE(refused_with<NotTheReceiver>(judge(table.amina, id)));
  ASSERT_TRUE(judge(table.ingrid, id, "partly_kept"));
  EXPECT_EQ(table.status(id), "partly_kept");
  EXPECT_FALSE(table.item(id).is_open);
  EXPECT_TRUE(refused_with<NotInThisState>(judge(table.ingrid, id)));
}

// The table of states goes from agreed to kept, but that is a step of the receiver.
TEST_F(Actions, AReportIsNoJudgementAndAJudgementNoReport) {
  const auto id = table.agreed();
  for (const char* state : {"kept", "not_kept", "lapsed", "replaced", "given_back"})
    EXPECT_TRUE(refused_with<NotInThisState>(report(table.wies, id, state))) << state;
  for (const char* state : {"lapsed", "given_back", "on_track"})
    EXPECT_TRUE(refused_with<NotInThisState>(judge(table.ingrid, id, state))) << state;
  EXPECT_EQ(table.status(id), "agreed");
}

TEST_F(Actions, WhatWasPromisedToAnOrganisationIsJudgedByThatOrganisationOnly) {
  auto form = table.a_promise();
  form.receiver = table.corporation;
  const auto id = table.offer(form);
  ASSERT_TRUE(accept(table.wies, id));
  ASSERT_TRUE(report(table.wies, id, "reported_done"));
  EXPECT_TRUE(refused_with<NotTheReceiver>(judge(table.ingrid, id)));
  EXPECT_TRUE(judge(table.karel, id, "not_kept"));
}

TEST_F(Actions, ANewDateKeepsTheFirstAndTheReasonOfEach) {
  const auto id = table.agreed();
  EXPECT_TRUE(refused_with<DueInThePast>(move(table.wies, id, "2026-11-21")));
  EXPECT_TRUE(refused_with<DueUnchanged>(move(table.wies, id, "2026-12-15")));
  EXPECT_TRUE(refused_with<NotOfThisOrganisation>(move(table.ingrid, id, "2027-01-31")));
  ASSERT_TRUE(move(table.wies, id, "2027-01-31"));
  ASSERT_TRUE(move(table.wies, id, "2027-03-01"));
  EXPECT_EQ(kept(id).first_due, day("2026-12-15"));
  EXPECT_EQ(kept(id).due, day("2027-03-01"));
  EXPECT_EQ(table.item(id).next_date, day("2027-03-01"));
  const auto changes =
      table.database().read([&](db::Transaction& tx) { return store::date_changes_of(tx, id); });
  ASSERT_EQ(changes.size(), 2u);
  EXPECT_EQ(changes[0].earlier, day("2026-12-15"));
  EXPECT_EQ(changes[1].reason, "De zaal is dicht");
  ASSERT_TRUE(report(table.wies, id, "reported_done"));
  EXPECT_TRUE(refused_with<NotInThisState>(move(table.wies, id, "2027-04-01")));
}

TEST_F(Actions, OnlyResidentsGiveBackAndThatIsNotLate) {
  const auto of_welfare = table.agreed();
  EXPECT_TRUE(refused_with<OnlyResidentsGiveBack>(give_back_by(table.wies, of_welfare)));
  EXPECT_TRUE(refused_with<NotOfThisOrganisation>(give_back_by(table.rob, of_welfare)));
  auto form = table.a_promise();
  form.promiser = table.residents;
  const auto of_residents = table.offer(form);
  ASSERT_TRUE(accept(table.rob, of_residents));
  ASSERT_TRUE(give_back_by(table.rob, of_residents));
  EXPECT_EQ(table.status(of_residents), "given_back");
  table.live_until("2027-01-10");
  EXPECT_EQ(table.recorded(of_residents, "goals.commitment_late"), 0);
}

TEST_F(Actions, TheReceiverLetsAPromiseLapse) {
  const auto id = table.agreed();
  EXPECT_TRUE(refused_with<PromiserMayNotJudge>(lapse_by(table.wies, id)));
  EXPECT_TRUE(refused_with<NotTheReceiver>(lapse_by(table.karel, id)));
  ASSERT_TRUE(lapse_by(table.ingrid, id));
  EXPECT_EQ(table.status(id), "lapsed");
}

TEST_F(Actions, APromiseIsReplacedByAnotherOpenOneOfTheSameOrganisation) {
  const auto id = table.agreed();
  const auto other = table.agreed();
  const auto replace = [&](ItemId by) {
    return as(table.wies, [&](auto& tx, Instant now, const auto& actor) {
      return replace_commitment(tx, now, actor, id, by);
    });
  };
  EXPECT_TRUE(refused_with<NoSuchCommitment>(replace(id)));
  EXPECT_TRUE(refused_with<NoSuchCommitment>(replace(ItemId{999})));
  const auto declined = table.offer();
  ASSERT_TRUE(decline(table.wies, declined));
  EXPECT_TRUE(refused_with<NotInThisState>(replace(declined)));
  ASSERT_TRUE(replace(other));
  EXPECT_EQ(table.status(id), "replaced");
  table.database().read([&](db::Transaction& tx) { EXPECT_EQ(items::led_to(tx, id).at(0).item.id, other); });
}

TEST_F(Actions, ASuccessorBecomesTheContactByName) {
  const auto id = table.agreed();
  const auto colleague =
      table.town().person("Sam", {{.role = "member", .area = {}, .organisation = table.welfare}});
  const auto take = [&](identity::PersonId who) {
    return as(
        who, [&](auto& tx, Instant now, const auto& actor) { return take_over_contact(tx, now, actor, id); });
  };
  EXPECT_TRUE(refused_with<NotOfThisOrganisation>(take(table.karel)));
  ASSERT_TRUE(take(colleague));
  EXPECT_EQ(table.item(id).contact, colleague);
}

TEST_F(Actions, WhatIsNotThereIsRefused) {
  const ItemId nothing{999};
  EXPECT_TRUE(refused_with<NoSuchCommitment>(accept(table.wies, nothing)));
  EXPECT_TRUE(refused_with<NoSuchCommitment>(judge(table.ingrid, nothing)));
  EXPECT_TRUE(refused_with<NoSuchCommitment>(accept(table.wies, table.make_goal())))
      << "a goal is no commitment";
}

// --- what the clock does ---

TEST_F(Actions, LateIsRecordedOnceForEachDueDate) {
  const auto id = table.agreed();
  table.live_until("2026-12-15");
  EXPECT_EQ(table.recorded(id, "goals.commitment_late"), 0);
  table.live_until("2026-12-16");
  EXPECT_EQ(table.recorded(id, "goals.commitment_late"), 1);
  table.live_until("2026-12-20");
  ASSERT_TRUE(table.write([&](db::Transaction& tx) { return record_late(tx, table.now(), id); }));
  EXPECT_EQ(table.recorded(id, "goals.commitment_late"), 1);
  EXPECT_EQ(table.status(id), "agreed") << "late is no state";
  ASSERT_TRUE(move(table.wies, id, "2026-12-31"));
  table.live_until("2026-12-31");
  EXPECT_EQ(table.recorded(id, "goals.commitment_late"), 1);
  table.live_until("2027-01-02");
  EXPECT_EQ(table.recorded(id, "goals.commitment_late"), 2);
}

TEST_F(Actions, WhatWasOnlyOfferedOrIsReportedIsNeverLate) {
  const auto offered = table.offer();
  const auto reported = table.agreed();
  ASSERT_TRUE(report(table.wies, reported, "reported_done"));
  table.live_until("2026-12-20");
  EXPECT_EQ(table.recorded(offered, "goals.commitment_late"), 0);
  EXPECT_EQ(table.recorded(reported, "goals.commitment_late"), 0);
  EXPECT_TRUE(refused_with<NotInThisState>(
      table.write([&](db::Transaction& tx) { return record_late(tx, table.now(), offered); })));
}

TEST_F(Actions, FourteenDaysOfSilenceIsNotConfirmedAndNeverKept) {
  const auto id = table.agreed();
  ASSERT_TRUE(report(table.wies, id, "reported_done"));
  table.live_until("2026-12-06");
  EXPECT_EQ(table.status(id), "reported_done");
  table.live_until("2026-12-07");
  EXPECT_EQ(table.status(id), "not_confirmed");
  EXPECT_FALSE(table.item(id).is_open);
  ASSERT_TRUE(judge(table.ingrid, id)) << "a judgement may still come";
  EXPECT_EQ(table.status(id), "kept");
}

TEST_F(Actions, AJudgementInTimeIsLeftAsItIs) {
  const auto id = table.agreed();
  ASSERT_TRUE(report(table.wies, id, "reported_done"));
  ASSERT_TRUE(judge(table.ingrid, id, "not_kept"));
  table.live_until("2027-01-20");
  EXPECT_EQ(table.status(id), "not_kept");
}

// --- goals ---

class GoalActions : public Actions {
 protected:
  Result<void, GoalRefusal> measure(ItemId id, double value, std::string_view on) {
    return as(table.ingrid, [&](auto& tx, Instant now, const auto& actor) {
      return measure_goal(tx, now, actor, id, {.on = day(on), .value = value, .note = {}});
    });
  }
  Result<void, GoalRefusal> close(ItemId id) {
    return as(table.ingrid, [&](auto& tx, Instant now, const auto& actor) {
      return close_goal(tx, now, actor, id, "Mooi gedaan");
    });
  }
};

TEST_F(GoalActions, AGoalNeedsATargetAndTimeToReachIt) {
  MakeGoal form{.area = table.area(),
                .title = "Doel",
                .why = "Daarom",
                .domains = items::social,
                .indicator = "mensen",
                .baseline = 5,
                .target = 5,
                .target_date = day("2027-01-01")};
  const auto make = [&] {
    return as(table.ingrid,
              [&](auto& tx, Instant now, const auto& actor) { return make_goal(tx, now, actor, form); });
  };
  EXPECT_TRUE(std::holds_alternative<TargetIsBaseline>(make().error()));
  form.target = 4;
  form.target_date = day("2026-11-21");
  EXPECT_TRUE(std::holds_alternative<TargetDateInThePast>(make().error()));
  form.target_date = day("2026-11-22");
  EXPECT_TRUE(make());
}

TEST_F(GoalActions, TheNewestMeasurementCountsWhateverTheOrderOfTyping) {
  const auto goal = table.make_goal();
  ASSERT_TRUE(measure(goal, 46, "2026-11-05"));
  ASSERT_TRUE(measure(goal, 18, "2026-05-01"));
  table.database().read([&](db::Transaction& tx) {
    EXPECT_EQ(store::find_goal(tx, goal)->latest, 46);
    EXPECT_EQ(store::measurements_of(tx, goal).front().value, 18);
    EXPECT_TRUE(goals_of_area(tx, table.area().key).at(0).is_reached);
  });
  EXPECT_EQ(table.recorded(goal, "goals.goal_reached"), 1);
  EXPECT_EQ(table.recorded(goal, "goals.goal_measured"), 1);
}

TEST_F(GoalActions, AMeasurementOfTomorrowIsRefused) {
  const auto goal = table.make_goal();
  EXPECT_TRUE(std::holds_alternative<MeasuredInTheFuture>(measure(goal, 1, "2026-11-23").error()));
  EXPECT_TRUE(std::holds_alternative<NoSuchGoal>(measure(ItemId{999}, 1, "2026-11-20").error()));
}

TEST_F(GoalActions, ClosingSaysWhetherItWasReachedAndHappensOnce) {
  const auto reached = table.make_goal();
  const auto missed = table.make_goal("Schone hofjes");
  ASSERT_TRUE(measure(reached, 40, "2026-11-05"));
  ASSERT_TRUE(close(reached));
  ASSERT_TRUE(close(missed));
  EXPECT_EQ(table.status(reached), "reached");
  EXPECT_EQ(table.status(missed), "not_reached");
  EXPECT_TRUE(std::holds_alternative<GoalIsClosed>(close(reached).error()));
  EXPECT_TRUE(std::holds_alternative<NoSuchGoal>(close(ItemId{999}).error()));
}

TEST_F(GoalActions, AnOrganisationTellsItsOwnGainAndMayTellItAgain) {
  const auto goal = table.make_goal();
  const auto tell = [&](identity::PersonId who, const std::string& text) {
    return as(who, [&](auto& tx, Instant now, const auto& actor) {
      return tell_gain(tx, now, actor, goal, {.organisation = table.welfare, .text = text});
    });
  };
  EXPECT_TRUE(std::holds_alternative<NotYourOrganisation>(tell(table.karel, "Niets").error()));
  ASSERT_TRUE(tell(table.wies, "Wij leren mensen kennen"));
  ASSERT_TRUE(tell(table.wies, "Wij zien mensen eerder"));
  table.database().read([&](db::Transaction& tx) {
    const auto gains = store::gains_of(tx, goal);
    ASSERT_EQ(gains.size(), 1u);
    EXPECT_EQ(gains[0].text, "Wij zien mensen eerder");
  });
}

}  // namespace
}  // namespace wijktafel::goals
