// Somebody who walks along writes a point down. What it leads to, a signal or a promise, is made by its own
// capability in the same transaction, and linked here.
#pragma once

#include "capabilities/walks/refusals.hpp"

namespace wijktafel::walks {

struct AddPoint {
  std::string sending;  // the number of the form: the same form sent again is the same point
  std::string kind;
  std::string text;
  std::string theme = {};
  std::string place_words = {};
  std::optional<geo::Point> place = std::nullopt;
  bool photo_may_be_shown = false;  // who sends it looked: no face, no number plate
};

struct AddedPoint {
  PointId id{};
  int number = 0;
  bool was_there = false;  // this form came before: nothing more is to be done
};

// `may_plan`: the actor holds walks.plan for the area.
Result<AddedPoint, WalkRefusal> add_point(db::Transaction& tx, Instant now, const identity::Actor& actor,
                                          bool may_plan, ItemId walk, const AddPoint& form);
// What a point led to: both are links in the chain.
void lead_to(db::Transaction& tx, Instant now, ItemId walk, PointId point, std::optional<ItemId> signal,
             std::optional<ItemId> commitment);
// "Hier hoeft niets meer": for a point that was only written down.
Done settle_point(db::Transaction& tx, Instant now, const identity::Actor& actor, ItemId walk,
                  std::int64_t number);

}  // namespace wijktafel::walks
