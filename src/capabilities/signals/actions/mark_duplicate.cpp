#include "capabilities/signals/actions/mark_duplicate.hpp"

#include "capabilities/signals/signal_change.hpp"

namespace wijktafel::signals {

Result<void, DuplicateRefusal> mark_duplicate(db::Transaction& tx, Instant now, const Actor& actor, ItemId id,
                                              std::int64_t original, std::optional<std::int64_t> version) {
  const auto signal = find_whole_locked(tx, id);
  if (!signal) return std::unexpected(NoSuchSignal{});
  if (original == raw(id)) return std::unexpected(DuplicateOfItself{});
  const auto first = find_whole_locked(tx, ItemId{original});
  const bool stands = first && first->status != Status::duplicate && first->status != Status::referred &&
                      first->item.visibility == items::Visibility::everyone;
  if (!stands) return std::unexpected(NoSuchOriginal{original});
  const StatusChange change{
      .to = Status::duplicate,
      .entry = {.what = "signals.marked_duplicate", .facts = {{"original", original}}, .is_milestone = true}};
  if (const auto changed = change_status(tx, now, actor, *signal, change, version); !changed)
    return std::unexpected(widened<DuplicateRefusal>(changed.error()));
  items::link(tx, now, id, ItemId{original}, items::LinkKind::duplicate_of);
  return {};
}

}  // namespace wijktafel::signals
