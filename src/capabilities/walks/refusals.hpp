// Why a walk stays as it is. The words are in web/refusals.cpp, matched exhaustively.
#pragma once

#include <variant>

#include "base/result.hpp"
#include "capabilities/walks/records.hpp"

namespace wijktafel::walks {

struct NoSuchWalk {};
struct NoSuchPoint {};
struct BeginsInThePast {
  Date today;
};
// The state does not allow it: somebody was first, or the page was old.
struct NotInThisState {
  std::string state;
};
// A walk begins on its day, not before.
struct NotYetToday {
  Date day;
};
struct TooManyStops {};
struct TooManyPoints {};
// Only who walks along, or plans, writes points down.
struct NotAParticipant {};
// What has a signal or a promise is settled there.
struct SettledElsewhere {};

using WalkRefusal = std::variant<NoSuchWalk, NoSuchPoint, BeginsInThePast, NotInThisState, NotYetToday,
                                 TooManyStops, TooManyPoints, NotAParticipant, SettledElsewhere>;
using Done = Result<void, WalkRefusal>;

}  // namespace wijktafel::walks
