#include "capabilities/signals/signal_change.hpp"

#include "capabilities/signals/likeness.hpp"
#include "capabilities/signals/model/working_days.hpp"
#include "capabilities/signals/revisit_store.hpp"
#include "capabilities/signals/work_list.hpp"

namespace wijktafel::signals {

namespace {

std::optional<WholeSignal> whole(db::Transaction& tx, std::optional<items::Item> item) {
  if (!item || item->kind != item_kind) return std::nullopt;
  auto row = store::find_signal(tx, item->id);
  const auto status = status_of(item->status);
  WIJKTAFEL_ASSERT(row && status, "an item of the kind signal has a row and a status of ours");
  return WholeSignal{std::move(*item), std::move(*row), *status};
}

}  // namespace

std::optional<WholeSignal> find_whole(db::Transaction& tx, ItemId id) {
  return whole(tx, items::find(tx, id));
}

std::optional<WholeSignal> find_whole_locked(db::Transaction& tx, ItemId id) {
  return whole(tx, items::find_locked(tx, id));
}

Date term(db::Transaction& tx, std::string_view area, std::string_view theme, Date from) {
  return working_days_after(from, term_rule(tx, area, theme, from).days);
}

Result<void, ChangeRefusal> change_status(db::Transaction& tx, Instant now, const Actor& actor,
                                          const WholeSignal& signal, const StatusChange& change,
                                          std::optional<std::int64_t> expected_version) {
  if (!may_become(signal.status, change.to)) return std::unexpected(NotPossibleNow{signal.status, change.to});
  const bool open = is_open(change.to);
  std::optional<Date> next_date = change.next_date;
  if (open && !next_date) next_date = term(tx, signal.item.area, signal.row.theme, local_date(now));
  if (!open) next_date.reset();

  items::Change all = change.more;
  all.status = std::string(word(change.to));
  all.is_open = open;
  all.next_date = next_date;
  if (const auto done = items::change(tx, now, actor, signal.item.id, all, change.entry, expected_version);
      !done)
    return std::unexpected(ChangedMeanwhile{done.error().current_version});

  auto row = signal.row;
  row.waiting_for = change.to == Status::waiting ? change.waiting_for : "";
  row.done_at = change.to == Status::done ? std::optional(now) : std::nullopt;
  if (open)
    row.closed_at.reset();
  else if (!row.closed_at)
    row.closed_at = now;
  store::update_signal(tx, row);
  if (change.to == Status::done)
    store::plan_revisits(tx, signal.item.id, local_date(now));
  else if (open)
    store::cancel_revisits(tx, signal.item.id);
  store::update_due(tx, signal.item.id, open ? store::DueState::open : store::DueState::closed, next_date);
  keep_likeness(tx, signal.item.id);
  keep_work(tx, signal.item.id);
  jobs::enqueue(tx, "signals.changed", {{"item", raw(signal.item.id)}}, now);
  return {};
}

}  // namespace wijktafel::signals
