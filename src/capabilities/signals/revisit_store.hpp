// All SQL about the question whether it is still so.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "capabilities/signals/signals.hpp"

namespace wijktafel::signals::store {

struct Revisit {
  ItemId item{};
  int months = 0;  // 6 or 12 after it was solved
  Date due_on{};
  std::optional<Instant> asked_at = {};
  std::string answer = {};  // "" until there is one: lasting, relapsed or unknown
};
// Solved on that day: what was planned before and not asked yet is planned anew.
void plan_revisits(db::Transaction& tx, ItemId item, Date solved_on);
void cancel_revisits(db::Transaction& tx, ItemId item);  // those that were not asked yet
std::vector<Revisit> revisits_due(db::Transaction& tx, Date today, int most);
void mark_asked(db::Transaction& tx, const Revisit& revisit, Instant now);
// Asked, and not answered yet; the latest.
std::optional<Revisit> find_open_revisit(db::Transaction& tx, ItemId item);
void keep_answer(db::Transaction& tx, const Revisit& revisit, std::string_view answer, Instant now);

}  // namespace wijktafel::signals::store
