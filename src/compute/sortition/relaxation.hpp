// When no panel meets the quotas: which quotas clash, and the smallest change with which there is a panel.
//
// A clash is a set of minima and maxima that cannot hold together while every part of it can: the answer to
// "why". There may be others; the set is found by leaving quotas out one by one in the order of the file
// (Chinneck and Dravnieks, "Locating minimal infeasible constraint sets in linear programs", ORSA Journal on
// Computing 1991, the deletion filter), so that the same files give the same set.
//
// The smallest change has the least price: 1 for every person a maximum is raised by, and 1 + 2/m for every
// person a minimum of m is lowered by, as small groups lose most. min_flex and max_flex of the quotas bound
// it.
#pragma once

#include <optional>
#include <vector>

#include "compute/sortition/completion.hpp"
#include "compute/sortition/pool.hpp"

namespace wijktafel::sortition {

struct Clash {
  struct Quota {
    FeatureIndex feature = 0;
    bool is_minimum = false;
  };
  std::vector<Quota> quotas;  // in the order of features; empty: size and household rule clash by themselves
  // False: a search ended at its limit, and
  bool is_smallest = true;  // a part of the set may clash already
  bool is_certain = true;   // there may be a panel after all
};

// Nothing when the completion has a panel.
std::optional<Clash> find_clash(const Pool& pool, const Completion& completion);

struct Relaxation {
  std::vector<QuotaChange> changes;
  double price = 0;
  bool is_within_limits = true;  // false: min_flex and max_flex leave nothing, and are not kept to
  // False: the search ended at its limit. There may be a smaller change, also within min_flex and max_flex;
  // without changes nothing was found, and that says nothing.
  bool is_smallest = true;
};

// No changes when there is a panel already; nothing when no quotas at all would help (household rule).
std::optional<Relaxation> relax_quotas(const Pool& pool);
std::optional<Relaxation> relax_quotas(const Pool& pool, const Completion& completion);

// The pool with quotas as they become. Limits that the quotas have passed move along.
Pool relaxed(Pool pool, const std::vector<QuotaChange>& changes);

}  // namespace wijktafel::sortition
