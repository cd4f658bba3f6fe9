// Which people can join members that are there already, so that the panel meets its quotas: the whole
// question (no members yet), a replacement, or alternates. A whole-number programme over groups of equal
// people, solved with Cbc; what it finds is checked with meets_quotas.
//   Completion completion(pool, {}, everybody(pool));
//   if (!completion.solve(AskedQuotas::all(pool))) ...  // the quotas cannot be met
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "compute/sortition/pool.hpp"

namespace wijktafel::sortition {

// Which quotas count; the others may be anything. One flag for each feature.
struct AskedQuotas {
  std::vector<bool> minima;
  std::vector<bool> maxima;

  static AskedQuotas all(const Pool& pool);
};

// What each quota would have to become: what it may cost is in relaxation.hpp.
struct QuotaChange {
  FeatureIndex feature = 0;
  bool is_minimum = false;
  std::int64_t from = 0;
  std::int64_t to = 0;

  bool operator==(const QuotaChange&) const = default;
};

// How far quotas may give way, and at what price for one panel member: one entry for each feature.
struct QuotaPrices {
  std::vector<double> minimum;        // price of lowering by one
  std::vector<double> maximum;        // price of raising by one
  std::vector<std::int64_t> lowest;   // of the minimum
  std::vector<std::int64_t> highest;  // of the maximum
};

enum class Possible { yes, no, unsettled };  // unsettled: the search ended at its limit without a panel

class Completion {
 public:
  static constexpr int usual_nodes = 5'000;  // of branch and bound; the same limit on every machine
  static constexpr int no_limit = std::numeric_limits<int>::max();

  // `members` are in the panel for certain, `candidates` (ascending, none of the members) may join. The pool
  // must outlive it. Each search ends after `most_nodes`.
  Completion(const Pool& pool, Panel members, std::span<const PersonIndex> candidates,
             int most_nodes = usual_nodes);

  // A panel with all members that meets the quotas that are asked, the size and the household rule; nothing
  // when there is none, or none was found in time.
  std::optional<Panel> solve(const AskedQuotas& asked) const;
  Possible is_possible(const AskedQuotas& asked) const;

  struct Changes {
    std::vector<QuotaChange> changes;  // in the order of features
    Possible is_possible = Possible::no;
    bool is_cheapest = true;  // false: the search ended at its limit, and there may be cheaper ones
  };
  // The cheapest changes of quotas with which there is a panel.
  Changes relax(const QuotaPrices& prices) const;

  const Panel& members() const { return members_; }

 private:
  struct Group {
    std::vector<FeatureIndex> features;
    std::optional<HouseholdIndex> household;  // when its rule may bind
    std::vector<PersonIndex> people;
  };
  class Programme;

  void count_members();
  void make_groups(std::span<const PersonIndex> candidates);
  Panel panel_of(std::span<const std::int64_t> counts) const;

  const Pool& pool_;
  Panel members_;
  std::vector<Group> groups_;
  std::vector<std::int64_t> counts_;  // members of each feature
  std::vector<std::pair<HouseholdIndex, std::int64_t>>
      room_left_;            // ascending: who may join from a household
  bool members_fit_ = true;  // their number and their households
  int most_nodes_;
};

// All places of a pool, ascending.
Panel everybody(const Pool& pool);
// All but these (ascending).
Panel everybody_but(const Pool& pool, std::span<const PersonIndex> people);

}  // namespace wijktafel::sortition
