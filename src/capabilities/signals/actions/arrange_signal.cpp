#include "capabilities/signals/actions/arrange_signal.hpp"

#include "capabilities/signals/confidential_theme.hpp"
#include "capabilities/signals/likeness.hpp"
#include "capabilities/signals/signal_change.hpp"
#include "capabilities/signals/work_list.hpp"

namespace wijktafel::signals {

Result<void, ArrangeRefusal> arrange_signal(db::Transaction& tx, Instant now, const Actor& actor, ItemId id,
                                            const ArrangeSignal& form) {
  auto signal = find_whole_locked(tx, id);
  if (!signal) return std::unexpected(NoSuchSignal{});
  if (!is_open(signal->status)) return std::unexpected(NotPossibleNow{signal->status, signal->status});
  const auto people =
      people_for(tx, now, signal->item.holder, {signal->row.team, signal->item.contact}, form.people);
  if (!people) return std::unexpected(people.error());
  items::Change change{.contact = people->contact};
  signal->row.team = people->team;
  if (form.priority) signal->row.priority = *form.priority;
  if (form.theme) {
    change.themes = themes_with(signal->item.themes, signal->row.theme, *form.theme);
    signal->row.theme = *form.theme;
    // Another theme does not make it public again: somebody says that, with a reason.
    if (is_confidential_theme(tx, *form.theme)) change.visibility = items::Visibility::confidential;
  }
  // The history is public: that work was divided stands there, not among whom, nor how urgent they find it.
  if (const auto done = items::change(tx, now, actor, id, change, {.what = "signals.arranged"}, form.version);
      !done)
    return std::unexpected(ChangedMeanwhile{done.error().current_version});
  store::update_signal(tx, signal->row);
  keep_likeness(tx, id);
  keep_work(tx, id);
  jobs::enqueue(tx, "signals.changed", {{"item", raw(id)}}, now);
  return {};
}

}  // namespace wijktafel::signals
