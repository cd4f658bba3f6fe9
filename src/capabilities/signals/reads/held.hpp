// What waits for a moderator.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "capabilities/signals/signals.hpp"

namespace wijktafel::signals {

struct HeldSignal {
  items::Item item;
  std::string chance;
  std::string reason;
  bool is_confidential = false;  // also once it is let through: nothing of it on a list
};
struct HeldSignals {
  std::vector<HeldSignal> waiting;  // oldest first
  std::vector<HeldSignal> removed;
  std::optional<std::int64_t> next_waiting;  // the number after which the next page begins
  std::optional<std::int64_t> next_removed;
};
struct HeldAfter {
  std::int64_t waiting = 0;
  std::int64_t removed = 0;
};
inline constexpr int held_most = 20;
HeldSignals held_signals(db::Transaction& tx, std::string_view area, const HeldAfter& after = {});
std::int64_t count_held(db::Transaction& tx, std::string_view area);
// Of all areas where something waits.
struct HeldIn {
  std::string area;
  std::int64_t count = 0;
};
std::vector<HeldIn> held_by_area(db::Transaction& tx);
bool is_held(db::Transaction& tx, ItemId item);
// Held, and to be seen by named roles only also after that.
bool is_held_in_confidence(db::Transaction& tx, ItemId item);

}  // namespace wijktafel::signals
