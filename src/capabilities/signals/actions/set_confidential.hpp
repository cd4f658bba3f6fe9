// Only named roles may see it from now on, or everybody again; with a reason, which only those roles read.
#pragma once

#include <string>
#include <variant>

#include "capabilities/signals/refusals.hpp"
#include "capabilities/signals/signals.hpp"

namespace wijktafel::signals {

inline constexpr std::size_t reason_most = 500;

struct SetConfidential {
  bool is_confidential = true;
  std::string reason;  // not empty
  std::optional<std::int64_t> version = std::nullopt;
};

using ConfidentialRefusal =
    std::variant<NoSuchSignal, NotPossibleNow, ChangedMeanwhile, NothingTold, ThemeIsConfidential>;

// What is confidential already, or public already, stays so. A signal that was referred is never shown again.
Result<void, ConfidentialRefusal> set_confidential(db::Transaction& tx, Instant now, const Actor& actor,
                                                   ItemId id, const SetConfidential& form);

// Somebody opened what not everybody may see: the page, a photo. What is public leaves no trace.
void log_look(db::Transaction& tx, Instant now, const Actor& actor, ItemId id, std::string_view what);

}  // namespace wijktafel::signals
