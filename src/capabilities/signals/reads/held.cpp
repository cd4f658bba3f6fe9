#include "capabilities/signals/reads/held.hpp"

#include "capabilities/signals/confidential_theme.hpp"
#include "capabilities/signals/hold_store.hpp"
#include "capabilities/signals/store.hpp"

namespace wijktafel::signals {
namespace {

std::vector<HeldSignal> read_holds(db::Transaction& tx, const std::vector<store::Hold>& holds) {
  std::vector<HeldSignal> all;
  for (const auto& hold : holds) {
    auto item = items::find(tx, hold.item);
    const auto row = store::find_signal(tx, hold.item);
    if (item && row)
      all.push_back(
          {std::move(*item), row->chance, hold.reason, is_told_in_confidence(tx, hold.item, row->theme)});
  }
  return all;
}

}  // namespace

HeldSignals held_signals(db::Transaction& tx, std::string_view area, const HeldAfter& after) {
  HeldSignals held;
  const auto page = [&](std::string_view decision, std::int64_t number, std::optional<std::int64_t>& next) {
    auto holds = store::holds_in(tx, area, decision, number, held_most + 1);
    if (std::ssize(holds) > held_most) {
      holds.pop_back();
      next = raw(holds.back().item);
    }
    return read_holds(tx, holds);
  };
  held.waiting = page("", after.waiting, held.next_waiting);
  held.removed = page("removed", after.removed, held.next_removed);
  return held;
}

std::int64_t count_held(db::Transaction& tx, std::string_view area) { return store::count_holds(tx, area); }

std::vector<HeldIn> held_by_area(db::Transaction& tx) {
  std::vector<HeldIn> all;
  for (auto& [area, count] : store::count_holds_by_area(tx)) all.push_back({std::move(area), count});
  return all;
}

bool is_held(db::Transaction& tx, ItemId item) {
  const auto row = store::find_signal(tx, item);
  return row && row->is_held;
}

bool is_held_in_confidence(db::Transaction& tx, ItemId item) {
  const auto row = store::find_signal(tx, item);
  return row && row->is_held && is_told_in_confidence(tx, item, row->theme);
}

}  // namespace wijktafel::signals
