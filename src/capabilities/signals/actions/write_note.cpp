#include "capabilities/signals/actions/write_note.hpp"

#include "capabilities/signals/note_store.hpp"
#include "capabilities/signals/signal_change.hpp"

namespace wijktafel::signals {

Result<void, NoteRefusal> write_note(db::Transaction& tx, Instant now, PersonId author, ItemId id,
                                     const std::string& text) {
  const auto signal = find_whole_locked(tx, id);
  if (!signal) return std::unexpected(NoSuchSignal{});
  if (signal->status == Status::referred)
    return std::unexpected(NotPossibleNow{signal->status, signal->status});
  store::insert_note(tx, id, {author, now, text});
  return {};
}

void destroy_notes(db::Transaction& tx, ItemId id) { store::remove_notes(tx, id); }

}  // namespace wijktafel::signals
