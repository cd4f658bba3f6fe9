#include "capabilities/signals/actions/undo_duplicate.hpp"

#include "capabilities/signals/signal_change.hpp"

namespace wijktafel::signals {

Result<void, UndoDuplicateRefusal> undo_duplicate(db::Transaction& tx, Instant now, const Actor& actor,
                                                  ItemId id, std::optional<std::int64_t> version) {
  const auto signal = find_whole_locked(tx, id);
  if (!signal) return std::unexpected(NoSuchSignal{});
  if (signal->status != Status::duplicate)
    return std::unexpected(NotPossibleNow{signal->status, Status::reopened});
  const StatusChange change{.to = Status::reopened,
                            .entry = {.what = "signals.duplicate_undone", .is_milestone = true}};
  if (const auto changed = change_status(tx, now, actor, *signal, change, version); !changed)
    return std::unexpected(widened<UndoDuplicateRefusal>(changed.error()));
  return {};
}

}  // namespace wijktafel::signals
