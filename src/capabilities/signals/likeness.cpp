#include "capabilities/signals/likeness.hpp"

#include "capabilities/signals/likeness_store.hpp"
#include "capabilities/signals/store.hpp"
#include "platform/search/dutch_stems.hpp"

namespace wijktafel::signals {

bool may_be_likened(const items::Item& item, bool is_held) {
  return item.visibility == items::Visibility::everyone && !is_held &&
         item.status != word(Status::referred) && item.status != word(Status::duplicate);
}

void keep_likeness(db::Transaction& tx, ItemId id) {
  const auto item = items::find(tx, id);
  const auto row = store::find_signal(tx, id);
  // A compliment is nothing to support with "ik ook heb dit probleem".
  if (!item || !row || row->kind == Kind::compliment || !may_be_likened(*item, row->is_held)) {
    store::remove_likeness(tx, id);
    return;
  }
  store::LikenessRow kept{
      .item = id,
      .area = item->area,
      .likened = {.stems = search::dutch_stems(item->text + "\n" + row->chance + "\n" + item->title),
                  .place = item->place,
                  .theme = row->theme,
                  .reported_at = row->reported_at}};
  if (row->closed_at) kept.shown_until = *row->closed_at + closed_shown_for;
  store::keep_likeness(tx, kept);
}

void keep_likeness_of_old_ones(db::Transaction& tx, Instant now, int most) {
  store::remove_likeness_until(tx, now, most);
  for (const auto id : store::waiting_for_likeness(tx, most)) {
    keep_likeness(tx, id);
    store::no_longer_waiting(tx, id);
  }
}

}  // namespace wijktafel::signals
