#include "capabilities/signals/due_store.hpp"

#include <algorithm>
#include <iterator>

namespace wijktafel::signals::store {
namespace {

bool is_before(const DueSignal& left, const DueSignal& right) {
  return std::pair(left.next_date, raw(left.item)) < std::pair(right.next_date, raw(right.item));
}

// One state at a time: that is one walk along the index, already in order.
std::vector<DueSignal> of_state(db::Transaction& tx, std::string_view area, std::string_view state, Date from,
                                Date until, ItemId after, int most) {
  std::vector<DueSignal> found;
  for (const auto& row :
       tx.query("SELECT item, next_date FROM signal_due WHERE area = $1 AND state = $2 AND next_date >= $3 "
                "AND next_date <= $4 AND (next_date > $3 OR item > $5) ORDER BY next_date, item LIMIT $6",
                area, state, from, until, after, most))
    found.push_back({row.get<ItemId>(0), row.get<Date>(1)});
  return found;
}

}  // namespace

std::vector<DueSignal> due_between(db::Transaction& tx, std::string_view area, Date from, Date until,
                                   const std::optional<DueSignal>& after, int most) {
  const bool goes_on = after && after->next_date >= from;
  const Date begin = goes_on ? after->next_date : from;
  const ItemId beyond = goes_on ? after->item : ItemId{0};
  const auto fresh = of_state(tx, area, "new", begin, until, beyond, most);
  const auto open = of_state(tx, area, "open", begin, until, beyond, most);
  std::vector<DueSignal> all;
  std::ranges::merge(fresh, open, std::back_inserter(all), is_before);
  if (all.size() > static_cast<std::size_t>(most)) all.resize(static_cast<std::size_t>(most));
  return all;
}

std::vector<DueSignal> due_on_list(db::Transaction& tx, std::string_view list, Date from, Date until,
                                   int most) {
  std::vector<DueSignal> found;
  for (const auto& row :
       tx.query("SELECT item, next_date FROM signal_work WHERE list = $1 AND next_date >= $2 "
                "AND next_date <= $3 ORDER BY next_date, item LIMIT $4",
                list, from, until, most))
    found.push_back({row.get<ItemId>(0), row.get<Date>(1)});
  return found;
}

std::vector<ItemId> newest_on_list(db::Transaction& tx, std::string_view list, Instant since, int most) {
  std::vector<ItemId> found;
  for (const auto& row :
       tx.query("SELECT w.item FROM signal_work w JOIN item i ON i.id = w.item WHERE w.list = $1 AND "
                "w.visibility = $2 AND i.created_at >= $3 ORDER BY w.item DESC LIMIT $4",
                list, items::Visibility::everyone, since, most))
    found.push_back(row.get<ItemId>(0));
  return found;
}

}  // namespace wijktafel::signals::store
