#include "capabilities/signals/actions/refer_signal.hpp"

#include "capabilities/notifications/notifications.hpp"
#include "capabilities/signals/confidence_store.hpp"
#include "capabilities/signals/draft_store.hpp"
#include "capabilities/signals/pickup_store.hpp"
#include "capabilities/signals/revisit_store.hpp"
#include "capabilities/signals/signal_change.hpp"
#include "capabilities/signals/update_store.hpp"
#include "platform/erasures/erasures.hpp"

namespace wijktafel::signals {
namespace {

// Gives the keys of photos that nothing uses any more.
std::vector<std::string> destroy(db::Transaction& tx, Instant now, const Actor& actor, WholeSignal& signal,
                                 std::string_view new_title, const items::Entry& entry) {
  const ItemId id = signal.item.id;
  const auto photos = items::photos_of(tx, id);
  // First the texts, then the status: the entry of the status is written into a history without them.
  items::erase_text(tx, now, actor, id, new_title, {.what = "signals.text_destroyed"});
  signal.row.chance.clear();
  signal.row.theme.clear();
  store::remove_updates(tx, id);
  store::forget_reasons(tx, id);
  store::remove_pickups(tx, id);
  store::cancel_revisits(tx, id);
  notifications::drop_waiting_mails(tx, now, id);
  StatusChange change{.to = Status::referred, .entry = entry};
  change.more.themes = std::vector<std::string>{};
  // That somebody was worried about somebody, here and on that day, is nobody's business either.
  change.more.visibility = items::Visibility::confidential;
  const auto changed = change_status(tx, now, actor, signal, change);
  WIJKTAFEL_ASSERT(changed.has_value(), "the table was asked just before");
  items::close_gap(tx, now, id, promise_gap);

  std::vector<std::string> unused;
  for (const auto& photo : photos)
    for (const auto& key : {photo.key, photo.thumbnail})
      if (!items::is_photo(tx, key) && !store::is_in_a_draft(tx, key)) unused.push_back(key);
  return unused;
}

}  // namespace

Result<std::vector<std::string>, ReferRefusal> refer_signal(db::Transaction& tx, Instant now,
                                                            const Actor& actor, ItemId id,
                                                            const std::string& care,
                                                            std::string_view new_title) {
  auto signal = find_whole_locked(tx, id);
  if (!signal) return std::unexpected(NoSuchSignal{});
  if (!may_become(signal->status, Status::referred))
    return std::unexpected(NotPossibleNow{signal->status, Status::referred});
  signal->row.referred_to = care;
  auto unused = destroy(tx, now, actor, *signal, new_title,
                        {.what = "signals.referred_to_" + care, .is_milestone = true});
  erasures::record(tx, now, "signals.refer_again", {{"item", raw(id)}});
  return unused;
}

std::vector<std::string> refer_again(db::Transaction& tx, Instant now, ItemId id,
                                     std::string_view new_title) {
  auto signal = find_whole_locked(tx, id);
  if (!signal || !may_become(signal->status, Status::referred)) return {};
  // To whom is not on the list: that would say something about a person. Nobody is told a second time.
  return destroy(tx, now, identity::system_actor(), *signal, new_title, {.what = "signals.referred_again"});
}

}  // namespace wijktafel::signals
