// Leximin over the linear relaxation of "a panel meets the quotas": a chance for each type such that the
// expected counts meet the rows, the smallest chance as large as it can be, then the next. No panels are
// needed: a small linear programme for each stage. What it finds is an upper bound for leximin over panels,
// stage by stage, and the answer itself as soon as panels are found that have these chances on average
// (leximin_peel.hpp); where there are none, cuts are added that every panel meets.
#pragma once

#include <functional>
#include <span>
#include <vector>

#include "compute/sortition/types.hpp"

namespace wijktafel::sortition {

// Every panel has a sum of weight times count of at most `most`.
struct Cut {
  std::vector<double> weights;  // per type
  double most = 0;
};

// A group of types whose chance was settled, and the proof that it cannot be larger while those settled
// before keep theirs.
struct Stage {
  double chance = 0;
  std::vector<TypeIndex> settled;       // ascending
  double bound = 0;                     // no draw does better in this stage, by the multipliers below
  std::vector<double> multipliers;      // of the rows, then of the cuts there were
  std::vector<double> cap_multipliers;  // per type, of "count <= most" for those not settled before
};

struct RelaxedLeximin {
  bool is_feasible = false;     // whether expected counts exist at all
  bool is_finished = false;     // every type is settled
  std::vector<Stage> stages;    // those given, then those found
  std::vector<double> chances;  // per type; at the end of the stages asked for, where not all were
};

struct RelaxedOptions {
  std::size_t most_stages = static_cast<std::size_t>(-1);  // maximin asks for one
  std::function<bool(const Stage&)> go_on;                 // after each stage; false ends
};

// `known` are stages that were proved already: their chances are taken as they are.
RelaxedLeximin relaxed_leximin(const Types& types, std::span<const Cut> cuts, std::span<const Stage> known,
                               const RelaxedOptions& options);

// The bound that the multipliers of a stage prove, whatever they are, by weak duality: sums over rows, cuts
// and types, in that order. `chance_of` has the settled chances of stages before, -1 for the others.
double proved_bound(const Types& types, std::span<const Cut> cuts, const Stage& stage,
                    std::span<const double> chance_of);

}  // namespace wijktafel::sortition
