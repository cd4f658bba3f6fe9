#include "capabilities/goals/web/refusals.hpp"

#include "capabilities/organisations/organisations.hpp"

namespace wijktafel::goals {
namespace {

i18n::Arguments name_of(db::Transaction& tx, OrganisationId organisation) {
  return {{"organisation", organisations::name_of(tx, organisation)}};
}

i18n::Arguments day(const web::Call& call, Date date) {
  return {{"today", i18n::long_date(call.language, date, call.today)}};
}

}  // namespace

Refused in_words(const web::Call& call, db::Transaction& tx, const CommitmentRefusal& refusal) {
  return std::visit(
      overloaded{
          [](const NoSuchCommitment&) { return Refused{404, "goals.refusal.no_such_commitment"}; },
          [&](const NotOfThisOrganisation& no) {
            return Refused{403, "goals.refusal.not_of_this_organisation", name_of(tx, no.organisation)};
          },
          [](const PromiserMayNotJudge&) { return Refused{403, "goals.refusal.promiser_may_not_judge"}; },
          [](const NotTheReceiver&) { return Refused{403, "goals.refusal.not_the_receiver"}; },
          [&](const NotInThisState& now) {
            return Refused{409,
                           "goals.refusal.not_in_this_state",
                           {{"state", call.text("goals.commitment.status." + now.state)}}};
          },
          [&](const DueInThePast& past) {
            return Refused{422, "goals.refusal.due_in_the_past", day(call, past.today), "due"};
          },
          [](const DueUnchanged&) { return Refused{422, "goals.refusal.due_unchanged", {}, "due"}; },
          [](const OnlyResidentsGiveBack&) {
            return Refused{409, "goals.refusal.only_residents_give_back"};
          }},
      refusal);
}

Refused in_words(const web::Call& call, const MakeGoalRefusal& refusal) {
  return std::visit(overloaded{[](const TargetIsBaseline&) {
                                 return Refused{422, "goals.refusal.target_is_baseline", {}, "target"};
                               },
                               [&](const TargetDateInThePast& past) {
                                 return Refused{422, "goals.refusal.due_in_the_past", day(call, past.today),
                                                "target_date"};
                               }},
                    refusal);
}

Refused in_words(const web::Call& call, const GoalRefusal& refusal) {
  return std::visit(
      overloaded{[](const NoSuchGoal&) { return Refused{404, "goals.refusal.no_such_goal"}; },
                 [&](const MeasuredInTheFuture& future) {
                   return Refused{422, "goals.refusal.measured_in_the_future", day(call, future.today),
                                  "measured_on"};
                 },
                 [](const GoalIsClosed&) { return Refused{409, "goals.refusal.goal_is_closed"}; }},
      refusal);
}

Refused in_words(const web::Call&, db::Transaction& tx, const GainRefusal& refusal) {
  return std::visit(overloaded{[](const NoSuchGoal&) { return Refused{404, "goals.refusal.no_such_goal"}; },
                               [&](const NotYourOrganisation& no) {
                                 return Refused{403, "goals.refusal.not_of_this_organisation",
                                                name_of(tx, no.organisation)};
                               }},
                    refusal);
}

std::string sentence(const web::Call& call, const Refused& refused) {
  return call.text(refused.word_key, refused.arguments);
}

web::FieldFault fault(const Refused& refused) {
  return {.field = refused.field, .word_key = refused.word_key, .arguments = refused.arguments};
}

}  // namespace wijktafel::goals
