// Why a rule has no outcome for an election.
#pragma once

namespace wijktafel::budgeting {

enum class NoCount {
  too_large,     // the optimum needs more memory than allowed
  group_maxima,  // there are maxima for groups of plans, which the optimum does not know
  too_long       // a completion that raises the endowment takes more work than allowed (completion.hpp)
};

}  // namespace wijktafel::budgeting
