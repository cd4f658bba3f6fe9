#include "capabilities/signals/actions/decide_held.hpp"

#include "capabilities/signals/confidential_theme.hpp"
#include "capabilities/signals/hold_store.hpp"
#include "capabilities/signals/likeness.hpp"
#include "capabilities/signals/signal_change.hpp"
#include "capabilities/signals/work_list.hpp"

namespace wijktafel::signals {
namespace {

struct Held {
  WholeSignal signal;
  store::Hold hold;
};

std::optional<Held> find_held(db::Transaction& tx, ItemId id, std::string_view decision) {
  auto signal = find_whole_locked(tx, id);
  auto hold = store::find_hold(tx, id);
  if (!signal || !hold || !signal->row.is_held || hold->decision != decision) return std::nullopt;
  return Held{std::move(*signal), std::move(*hold)};
}

}  // namespace

Result<void, HeldRefusal> let_through(db::Transaction& tx, Instant now, const Actor& actor, ItemId id) {
  const auto held = find_held(tx, id, "");
  if (!held) return std::unexpected(NoSuchSignal{});
  auto row = held->signal.row;
  row.is_held = false;
  store::update_signal(tx, row);
  store::decide_hold(tx, id, "shown", now);
  items::Change change;
  if (!is_told_in_confidence(tx, id, row.theme)) change.visibility = items::Visibility::everyone;
  // While it waited here nobody else could act: nobody is late because of that.
  const auto today = local_date(now);
  if (const auto& due = held->signal.item.next_date; due && *due <= today) {
    const auto next_date = term(tx, held->signal.item.area, row.theme, today);
    const bool is_new = held->signal.status == Status::received;
    store::update_due(tx, id, is_new ? store::DueState::fresh : store::DueState::open, next_date);
    change.next_date = next_date;
  }
  (void)items::change(tx, now, actor, id, change, {.what = "signals.let_through"});
  keep_likeness(tx, id);
  keep_work(tx, id);
  jobs::enqueue(tx, "signals.reported", {{"item", raw(id)}}, now);
  return {};
}

Result<void, HeldRefusal> remove_held(db::Transaction& tx, Instant now, const Actor& actor, ItemId id,
                                      const std::string& reason) {
  const auto held = find_held(tx, id, "");
  if (!held) return std::unexpected(NoSuchSignal{});
  if (reason.empty()) return std::unexpected(NothingTold{"reason"});
  const StatusChange change{
      .to = Status::will_not_be_done,
      .entry = {.what = "signals.held_removed", .personal_text = reason, .is_milestone = true}};
  if (const auto changed = change_status(tx, now, actor, held->signal, change); !changed)
    return std::unexpected(widened<HeldRefusal>(changed.error()));
  store::decide_hold(tx, id, "removed", now);
  return {};
}

Result<void, HeldRefusal> take_removal_back(db::Transaction& tx, Instant now, const Actor& actor, ItemId id) {
  const auto held = find_held(tx, id, "removed");
  if (!held) return std::unexpected(NoSuchSignal{});
  const StatusChange change{.to = Status::reopened, .entry = {.what = "signals.removal_taken_back"}};
  if (const auto changed = change_status(tx, now, actor, held->signal, change); !changed)
    return std::unexpected(widened<HeldRefusal>(changed.error()));
  store::decide_hold(tx, id, "", now);
  return {};
}

}  // namespace wijktafel::signals
