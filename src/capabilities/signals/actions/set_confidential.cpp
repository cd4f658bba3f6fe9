#include "capabilities/signals/actions/set_confidential.hpp"

#include "capabilities/signals/confidence_store.hpp"
#include "capabilities/signals/confidential_theme.hpp"
#include "capabilities/signals/likeness.hpp"
#include "capabilities/signals/signal_change.hpp"
#include "capabilities/signals/work_list.hpp"

namespace wijktafel::signals {

Result<void, ConfidentialRefusal> set_confidential(db::Transaction& tx, Instant now, const Actor& actor,
                                                   ItemId id, const SetConfidential& form) {
  const auto signal = find_whole_locked(tx, id);
  if (!signal) return std::unexpected(NoSuchSignal{});
  if (signal->status == Status::referred)
    return std::unexpected(NotPossibleNow{signal->status, signal->status});
  if (form.reason.empty()) return std::unexpected(NothingTold{"reason"});
  const bool is_so = signal->item.visibility == items::Visibility::confidential;
  if (is_so == form.is_confidential) return {};
  // What waits for a moderator is let through by them, not by this.
  if (signal->row.is_held) return std::unexpected(NoSuchSignal{});
  if (!form.is_confidential && is_confidential_theme(tx, signal->row.theme))
    return std::unexpected(ThemeIsConfidential{});

  items::Change change;
  change.visibility = form.is_confidential ? items::Visibility::confidential : items::Visibility::everyone;
  // Nobody is told: whoever follows it hears no more of it than before.
  const items::Entry entry{.what =
                               form.is_confidential ? "signals.made_confidential" : "signals.made_public"};
  if (const auto done = items::change(tx, now, actor, id, change, entry, form.version); !done)
    return std::unexpected(ChangedMeanwhile{done.error().current_version});
  store::insert_confidence(tx, id,
                           {.is_confidential = form.is_confidential,
                            .reason = form.reason,
                            .person = actor.person,
                            .set_at = now});
  keep_likeness(tx, id);
  keep_work(tx, id);
  jobs::enqueue(tx, "signals.changed", {{"item", raw(id)}}, now);
  return {};
}

void log_look(db::Transaction& tx, Instant now, const Actor& actor, ItemId id, std::string_view what) {
  const auto item = items::find(tx, id);
  if (!item || item->visibility != items::Visibility::confidential) return;
  store::insert_look_at(tx, id, actor.person, what, now);
}

}  // namespace wijktafel::signals
