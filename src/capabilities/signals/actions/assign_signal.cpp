#include "capabilities/signals/actions/assign_signal.hpp"

#include "capabilities/signals/confidential_theme.hpp"
#include "capabilities/signals/neighbours_first.hpp"
#include "capabilities/signals/signal_change.hpp"
#include "capabilities/signals/work_store.hpp"

namespace wijktafel::signals {
namespace {

Status status_after(const WholeSignal& signal, const AssignSignal& form, bool is_for_owner) {
  if (form.open_to_neighbours && signal.row.neighbours_may && !is_for_owner)
    return Status::open_to_neighbours;
  const bool was_open_to_them = signal.status == Status::open_to_neighbours;
  if (signal.status == Status::received || signal.status == Status::reopened || was_open_to_them)
    return Status::looked_at;
  return signal.status;
}

items::Entry entry_of(const AssignSignal& form, Status status, Date next_date) {
  items::Entry entry{.what = "signals.looked_at", .is_milestone = true};
  entry.facts["next_date"] = iso_date(next_date);
  if (form.holder) {
    entry.what = "signals.assigned";
    entry.facts["holder_organisation"] = raw(*form.holder);
  }
  if (status == Status::open_to_neighbours) entry.what = "signals.opened_to_neighbours";
  return entry;
}

}  // namespace

Result<void, AssignRefusal> assign_signal(db::Transaction& tx, Instant now, const Actor& actor, ItemId id,
                                          const AssignSignal& form) {
  auto signal = find_whole_locked(tx, id);
  if (!signal) return std::unexpected(NoSuchSignal{});
  const Status to = status_after(*signal, form, is_for_the_owner(tx, signal->row.theme));
  // What is closed has nobody to wait for; it is answered or reopened instead.
  if (!is_open(signal->status)) return std::unexpected(NotPossibleNow{signal->status, to});
  if (form.next_date && *form.next_date < local_date(now))
    return std::unexpected(DateHasPassed{"assign_date"});
  const auto people = people_for(tx, now, form.holder, {signal->row.team, signal->item.contact}, form.people);
  if (!people) return std::unexpected(people.error());
  const Date next_date = form.next_date.value_or(signal->item.next_date.value_or(local_date(now)));
  StatusChange change{.to = to,
                      .entry = entry_of(form, to, next_date),
                      .next_date = next_date,
                      .waiting_for = signal->row.waiting_for};
  change.more.title = form.title;
  change.more.domains = form.domains;
  change.more.holder = form.holder;
  change.more.contact = people->contact;
  signal->row.team = people->team;
  if (form.priority) signal->row.priority = *form.priority;
  if (form.theme) {
    change.more.themes = themes_with(signal->item.themes, signal->row.theme, *form.theme);
    signal->row.theme = *form.theme;
    if (is_confidential_theme(tx, *form.theme)) change.more.visibility = items::Visibility::confidential;
  }
  if (const auto changed = change_status(tx, now, actor, *signal, change, form.version); !changed)
    return std::unexpected(widened<AssignRefusal>(changed.error()));
  if (form.holder != signal->item.holder && actor.person)
    store::set_assigned(tx, id, store::Assigned{*actor.person, now});
  // Somebody else has it from now on.
  if (const auto pickup = store::find_active_pickup(tx, id))
    store::end_pickup(tx, pickup->id, now, "taken_over");
  if (form.show_photos) items::show_photos(tx, id);
  return {};
}

}  // namespace wijktafel::signals
