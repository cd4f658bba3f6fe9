// The first steps of the chain: what residents tell (a problem, a chance, a question, a compliment), who has
// it, and what they hear. Everything common stands in items; here is what only signals have.
//
// Events:  signals.reported {item}, signals.answered {item}
// Hears:   tables.item_put_on_agenda {item}, goals.goal_made_from {item}
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "capabilities/items/items.hpp"

namespace wijktafel::signals {

using identity::Actor;
using identity::OrganisationId;
using identity::PersonId;
using items::ItemId;

// The kind of item, and the broken chain that an answer leaves behind when it promises what nobody agreed on:
// closed by goals, when a commitment is made from the signal.
inline constexpr std::string_view item_kind = "signal";
inline constexpr std::string_view promise_gap = "signals.gap.promise_without_commitment";

web::Capability capability();

struct Signal {
  ItemId item{};
  std::string kind;    // problem, chance, question, compliment
  std::string chance;  // "Wat kan hier beter of mooier?", may be empty
  bool neighbours_may = false;
};
std::optional<Signal> find_signal(db::Transaction& tx, ItemId item);

}  // namespace wijktafel::signals
