#include "capabilities/signals/work_list.hpp"

#include "base/text.hpp"
#include "capabilities/signals/store.hpp"
#include "capabilities/signals/work_store.hpp"

namespace wijktafel::signals {

void keep_work(db::Transaction& tx, ItemId id) {
  const auto item = items::find(tx, id);
  const auto row = store::find_signal(tx, id);
  // What is held is looked at on a page of its own first.
  if (!item || !row || row->is_held || !item->is_open || !item->next_date) {
    store::remove_work(tx, id);
    return;
  }
  auto lists = store::areas_of(tx, id);
  if (item->holder) lists.push_back(store::list_of(*item->holder));
  if (row->team) lists.push_back(store::list_of(*row->team));
  if (item->contact) lists.push_back(store::list_of(*item->contact));
  const bool is_confidential = item->visibility == items::Visibility::confidential;
  const auto status = status_of(item->status);
  WIJKTAFEL_ASSERT(status.has_value(), "an item of the kind signal has a status of ours");
  store::put_work(tx, lists,
                  {.item = id,
                   .next_date = *item->next_date,
                   .visibility = item->visibility,
                   .status = *status,
                   .theme = row->theme,
                   .domains = item->domains,
                   .priority = row->priority,
                   .holder = item->holder,
                   .team = row->team,
                   .contact = item->contact,
                   .channel = row->channel,
                   .words = is_confidential ? "" : lower_ascii(item->title)});
}

}  // namespace wijktafel::signals
