// Somebody adds something to a signal: a resident who knows more, whoever told it, an organisation.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "capabilities/signals/refusals.hpp"
#include "capabilities/signals/update_store.hpp"

namespace wijktafel::signals {

// One signal takes this many updates of one person within a day; a second press of the button within
// same_update_within is the same update.
inline constexpr int updates_most = 20;
inline constexpr std::chrono::minutes same_update_within{10};
// Of all who add to a signal together.
inline constexpr std::size_t photos_of_signal_most = 20;

struct TellMore {
  std::string text;                                           // not empty
  std::optional<OrganisationId> organisation = std::nullopt;  // for which the person speaks
  bool is_reporter = false;                                   // came by the secret link
  std::vector<items::Photo> photos = {};                      // shown after somebody looked
};

struct ToldMore {
  store::UpdateId id{};
  std::optional<std::int64_t> sequence = std::nullopt;  // of its entry; none while it waits for a look
  bool is_new = true;  // false: this was sent before, and the photos were not used
};

using TellMoreRefusal =
    std::variant<NoSuchSignal, NothingTold, TakesNoUpdates, TooManyUpdates, TooManyPhotos>;

Result<ToldMore, TellMoreRefusal> tell_more(db::Transaction& tx, Instant now, const Actor& actor, ItemId id,
                                            const TellMore& form);

// --- by who looks first, where the area asks for that ---
using UpdateLookRefusal = std::variant<NoSuchUpdate>;
Result<void, UpdateLookRefusal> show_update(db::Transaction& tx, Instant now, store::UpdateId id);
// Nobody ever read it: it goes without a trace.
Result<void, UpdateLookRefusal> leave_update_out(db::Transaction& tx, store::UpdateId id);

}  // namespace wijktafel::signals
