// A note to colleagues: never public, never in a mail, in no history.
#pragma once

#include <string>
#include <variant>

#include "capabilities/signals/refusals.hpp"
#include "capabilities/signals/signals.hpp"

namespace wijktafel::signals {

inline constexpr std::size_t note_most = 2'000;

using NoteRefusal = std::variant<NoSuchSignal, NotPossibleNow>;

// `text` is not empty. Of what was referred nothing is written down any more.
Result<void, NoteRefusal> write_note(db::Transaction& tx, Instant now, PersonId author, ItemId id,
                                     const std::string& text);
// The text of the signal was destroyed: what was written about it goes too.
void destroy_notes(db::Transaction& tx, ItemId id);

}  // namespace wijktafel::signals
