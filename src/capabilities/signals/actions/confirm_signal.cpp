#include "capabilities/signals/actions/confirm_signal.hpp"

#include "capabilities/signals/signal_change.hpp"
#include "capabilities/signals/tell_holder.hpp"
#include "capabilities/signals/tokens.hpp"

namespace wijktafel::signals {

Result<void, ConfirmRefusal> confirm_signal(db::Transaction& tx, Instant now, const Actor& actor, ItemId id,
                                            Verdict verdict, std::string_view what_is_left) {
  const auto signal = find_whole_locked(tx, id);
  if (!signal) return std::unexpected(NoSuchSignal{});
  StatusChange change{.to = Status::confirmed, .entry = {.what = "signals.confirmed", .is_milestone = true}};
  if (verdict != Verdict::solved) {
    change.to = Status::reopened;
    change.entry.what = verdict == Verdict::not_solved ? "signals.reopened" : "signals.reopened_by_neighbour";
    change.entry.personal_text = what_is_left;
  }
  // Only what is said to be done can be judged, though the table lets more be reopened by those who work on
  // it.
  const bool is_second_thought = signal->status == Status::confirmed && verdict != Verdict::solved;
  const bool can_be_judged =
      signal->status == Status::done || signal->status == Status::not_confirmed || is_second_thought;
  if (!can_be_judged) return std::unexpected(NotPossibleNow{signal->status, change.to});
  const auto changed = change_status(tx, now, actor, *signal, change);
  WIJKTAFEL_ASSERT(changed.has_value(), "the table allows both after done, and no version was asked");
  if (change.to == Status::reopened) tell_holder_later(tx, now, id, "reopened");
  return {};
}

std::optional<ItemId> find_followed(db::Transaction& tx, std::string_view follow_token) {
  return store::find_followed(tx, hash_of_token(follow_token));
}

int record_silence(db::Transaction& tx, Instant now, int most) {
  const auto silent = store::done_before(tx, now - std::chrono::days(confirm_days), most);
  for (const auto id : silent) {
    const auto signal = find_whole_locked(tx, id);
    if (!signal || signal->status != Status::done) continue;  // its reporter spoke just now
    const auto changed = change_status(
        tx, now, identity::system_actor(), *signal,
        {.to = Status::not_confirmed, .entry = {.what = "signals.not_confirmed", .is_milestone = true}});
    WIJKTAFEL_ASSERT(changed.has_value(), "the table allows it after done, and no version was asked");
  }
  return static_cast<int>(silent.size());
}

}  // namespace wijktafel::signals
