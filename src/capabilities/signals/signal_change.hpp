// One signal as a whole, and the one way in which its status changes: item, own row and what is due stay in
// step.
#pragma once

#include <optional>
#include <variant>

#include "capabilities/signals/refusals.hpp"
#include "capabilities/signals/store.hpp"

namespace wijktafel::signals {

struct WholeSignal {
  items::Item item;
  store::SignalRow row;
  Status status{};
};

std::optional<WholeSignal> find_whole(db::Transaction& tx, ItemId id);
// For an action: nobody else changes the signal before this transaction ends (items::find_locked).
std::optional<WholeSignal> find_whole_locked(db::Transaction& tx, ItemId id);

// Day on which the reporter hears something at the latest, counted from `from`: the term of the theme in this
// area, else the general one of the area.
Date term(db::Transaction& tx, std::string_view area, std::string_view theme, Date from);

struct StatusChange {
  Status to{};
  items::Entry entry;
  items::Change more = {};                       // besides status, is_open and next_date
  std::optional<Date> next_date = std::nullopt;  // of an open signal; without one the term starts again
  std::string waiting_for = {};                  // of `waiting`
};

using ChangeRefusal = std::variant<NotPossibleNow, ChangedMeanwhile>;

Result<void, ChangeRefusal> change_status(db::Transaction& tx, Instant now, const Actor& actor,
                                          const WholeSignal& signal, const StatusChange& change,
                                          std::optional<std::int64_t> expected_version = std::nullopt);

// A refusal of a step inside an action as one of the action's own.
template <class Wider, class Narrow>
Wider widened(const Narrow& refusal) {
  return std::visit([](const auto& reason) -> Wider { return reason; }, refusal);
}

}  // namespace wijktafel::signals
