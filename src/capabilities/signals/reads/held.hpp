// What waits for a moderator.
#pragma once

#include <string>
#include <vector>

#include "capabilities/signals/signals.hpp"

namespace wijktafel::signals {

struct HeldSignal {
  items::Item item;
  std::string chance;
  std::string reason;
};
struct HeldSignals {
  std::vector<HeldSignal> waiting;  // oldest first
  std::vector<HeldSignal> removed;
};
inline constexpr int held_most = 50;
HeldSignals held_signals(db::Transaction& tx, std::string_view area);
std::int64_t count_held(db::Transaction& tx, std::string_view area);
bool is_held(db::Transaction& tx, ItemId item);

}  // namespace wijktafel::signals
