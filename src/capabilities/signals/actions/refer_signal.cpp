#include "capabilities/signals/actions/refer_signal.hpp"

#include "capabilities/signals/draft_store.hpp"
#include "capabilities/signals/signal_change.hpp"

namespace wijktafel::signals {

Result<std::vector<std::string>, ReferRefusal> refer_signal(db::Transaction& tx, Instant now,
                                                            const Actor& actor, ItemId id,
                                                            const std::string& care,
                                                            std::string_view new_title) {
  auto signal = find_whole_locked(tx, id);
  if (!signal) return std::unexpected(NoSuchSignal{});
  if (!may_become(signal->status, Status::referred))
    return std::unexpected(NotPossibleNow{signal->status, Status::referred});
  const auto photos = items::photos_of(tx, id);

  // First the texts, then the status: the entry of the status is written into a history without them.
  items::erase_text(tx, now, actor, id, new_title, {.what = "signals.text_destroyed"});
  signal->row.chance.clear();
  signal->row.referred_to = care;
  StatusChange change{.to = Status::referred,
                      .entry = {.what = "signals.referred_to_" + care, .is_milestone = true}};
  change.more.themes = std::vector<std::string>{};
  // That somebody was worried about somebody, here and on that day, is nobody's business either.
  change.more.visibility = items::Visibility::confidential;
  const auto changed = change_status(tx, now, actor, *signal, change);
  WIJKTAFEL_ASSERT(changed.has_value(), "the table was asked just before");
  items::close_gap(tx, now, id, promise_gap);

  std::vector<std::string> unused;
  for (const auto& photo : photos)
    for (const auto& key : {photo.key, photo.thumbnail})
      if (!items::is_photo(tx, key) && !store::is_in_a_draft(tx, key)) unused.push_back(key);
  return unused;
}

}  // namespace wijktafel::signals
