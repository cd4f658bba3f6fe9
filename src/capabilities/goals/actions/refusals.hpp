// Why a commitment stays as it is. The words are in web/refusals.cpp, matched exhaustively.
#pragma once

#include <variant>

#include "capabilities/goals/goals.hpp"

namespace wijktafel::goals {

struct NoSuchCommitment {};
// Nobody can promise, report or give back for another organisation.
struct NotOfThisOrganisation {
  OrganisationId organisation{};
};
struct PromiserMayNotJudge {};
struct NotTheReceiver {};
// The state does not allow it: somebody was first, or the page was old.
struct NotInThisState {
  std::string state;
};
struct DueInThePast {
  Date today;
};
struct DueUnchanged {};
struct OnlyResidentsGiveBack {};

using CommitmentRefusal =
    std::variant<NoSuchCommitment, NotOfThisOrganisation, PromiserMayNotJudge, NotTheReceiver, NotInThisState,
                 DueInThePast, DueUnchanged, OnlyResidentsGiveBack>;
using Done = Result<void, CommitmentRefusal>;

}  // namespace wijktafel::goals
