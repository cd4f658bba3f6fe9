#include "capabilities/safety_net/answers.hpp"

#include <algorithm>

#include "capabilities/safety_net/answer_store.hpp"

namespace wijktafel::safety_net {

void count_first_answer(db::Transaction& tx, Instant now, ItemId id) {
  const auto item = items::find_locked(tx, id);  // whoever hides it at this moment waits, or was first
  const auto signal = signals::find_signal(tx, id);
  if (!item || !signal || !signal->first_answered_at || !item->holder) return;
  const auto answered = local_date(*signal->first_answered_at);
  const auto days = working_days_between(local_date(signal->reported_at), answered) -
                    store::waited_days(tx, id, std::min(answered, local_date(now)));
  store::count_answer(tx, {.item = id,
                           .organisation = *item->holder,
                           .theme = signal->theme,
                           .month = iso_date(answered).substr(0, 7),
                           .days = std::max(0, days),
                           .is_counted = item->visibility == items::Visibility::everyone});
}

void follow_visibility(db::Transaction& tx, ItemId id) {
  if (const auto item = items::find_locked(tx, id))
    store::set_counted(tx, id, item->visibility == items::Visibility::everyone);
}

void follow_wait(db::Transaction& tx, Instant now, ItemId id) {
  const auto item = items::find(tx, id);
  const auto signal = signals::find_signal(tx, id);
  if (!item || !signal) return;
  if (item->status == "waiting" && is_the_reporter(signal->waiting_for))
    store::begin_wait(tx, id, local_date(now));
  else
    store::end_wait(tx, id, local_date(now));
}

}  // namespace wijktafel::safety_net
