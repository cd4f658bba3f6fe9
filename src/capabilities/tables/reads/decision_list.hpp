// The list of decisions of an area, newest first: what was decided, and how.
#pragma once

#include "capabilities/tables/records.hpp"

namespace wijktafel::tables {

inline constexpr int listed_decisions = 20;

struct ListedDecision {
  items::Item item;
  Decision decision;
};

struct ListedDecisions {
  std::vector<ListedDecision> decisions;
  std::optional<ItemId> older_than;  // there are more before this one
};

// `before`: decisions older than this one. Only what the caller may see.
ListedDecisions list_decisions(const web::Call& call, db::Transaction& tx, std::optional<ItemId> before);

}  // namespace wijktafel::tables
