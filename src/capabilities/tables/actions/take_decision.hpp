// A decision says what it is and how it was taken. It binds no organisation that has not accepted: what
// follows from it are goals and commitments, each accepted by the organisation itself.
#pragma once

#include "capabilities/tables/actions/refusals.hpp"
#include "capabilities/tables/model.hpp"

namespace wijktafel::tables {

struct TakeDecision {
  ItemId agenda_item{};
  std::string text;
  std::string kind;      // agreement, advice, municipal
  std::string taken_by;  // consensus, vote
  Votes votes = {};
  std::string advice_to = {};
  std::optional<Date> answer_before = std::nullopt;
  std::string regulation = {};
  bool wants_follow_up = true;  // false: nothing has to be done after this decision
};

Result<ItemId, TableRefusal> take_decision(db::Transaction& tx, Instant now, const identity::Actor& actor,
                                           const web::AreaRef& area, const TakeDecision& form);
// Something that is there already is what follows from the decision.
void lead_to(db::Transaction& tx, Instant now, ItemId decision, ItemId next);

}  // namespace wijktafel::tables
