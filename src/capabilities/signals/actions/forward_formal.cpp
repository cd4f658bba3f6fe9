#include "capabilities/signals/actions/forward_formal.hpp"

#include "capabilities/signals/signal_change.hpp"

namespace wijktafel::signals {

Result<void, ForwardRefusal> forward_formal(db::Transaction& tx, Instant now, const Actor& actor,
                                            const ForwardFormal& form) {
  const auto signal = find_whole_locked(tx, form.item);
  if (!signal) return std::unexpected(NoSuchSignal{});
  if (form.to_whom.empty()) return std::unexpected(NothingTold{"to_whom"});
  const StatusChange change{
      .to = Status::forwarded,
      .entry = {.what = "signals.forwarded_with_receipt",
                .facts = {{"received_date", iso_date(local_date(signal->row.reported_at))}},
                .personal_text = form.to_whom,
                .is_milestone = true}};
  if (const auto changed = change_status(tx, now, actor, *signal, change); !changed)
    return std::unexpected(widened<ForwardRefusal>(changed.error()));
  return {};
}

}  // namespace wijktafel::signals
