// A point with what it leads to, in one transaction: the form and the story of an import make it the same
// way.
#pragma once

#include "capabilities/walks/actions/add_point.hpp"
#include "platform/web/form.hpp"

namespace wijktafel::walks {

struct MakePoint {
  AddPoint point;
  std::string next;  // one of next_steps
  OrganisationId promiser{};
  std::string promise = {};  // who does what, in one sentence
  Date due{};
};

struct MadePoint {
  int number = 0;
  std::optional<ItemId> signal = std::nullopt;
  std::optional<ItemId> commitment = std::nullopt;
};

// By call.actor. What is refused is a fault beside its field.
Result<MadePoint, web::FieldFault> make_point(const web::Call& call, db::Transaction& tx, ItemId walk,
                                              const MakePoint& form);

}  // namespace wijktafel::walks
