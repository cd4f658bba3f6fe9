#include "capabilities/signals/reads/held.hpp"

#include "capabilities/signals/hold_store.hpp"
#include "capabilities/signals/store.hpp"

namespace wijktafel::signals {
namespace {

std::vector<HeldSignal> held(db::Transaction& tx, std::string_view area, std::string_view decision) {
  std::vector<HeldSignal> all;
  for (const auto& hold : store::holds_in(tx, area, decision, held_most)) {
    auto item = items::find(tx, hold.item);
    const auto row = store::find_signal(tx, hold.item);
    if (item && row) all.push_back({std::move(*item), row->chance, hold.reason});
  }
  return all;
}

}  // namespace

HeldSignals held_signals(db::Transaction& tx, std::string_view area) {
  return {held(tx, area, ""), held(tx, area, "removed")};
}

std::int64_t count_held(db::Transaction& tx, std::string_view area) { return store::count_holds(tx, area); }

bool is_held(db::Transaction& tx, ItemId item) {
  const auto row = store::find_signal(tx, item);
  return row && row->is_held;
}

}  // namespace wijktafel::signals
