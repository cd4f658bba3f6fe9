#include "capabilities/signals/actions/follow_chain.hpp"

#include <algorithm>

#include "capabilities/signals/signal_change.hpp"

namespace wijktafel::signals {
namespace {

bool moved(db::Transaction& tx, Instant now, ItemId id, Status to, std::string_view what) {
  const auto signal = find_whole_locked(tx, id);
  if (!signal || signal->status == to || !may_become(signal->status, to)) return false;
  // What was said to whoever told it stays: the term of the theme may end before the table meets.
  const Date term_ends = term(tx, signal->item.area, signal->row.theme, local_date(now));
  const Date next_date = std::max(signal->item.next_date.value_or(term_ends), term_ends);
  // The agenda item or the goal tells followers itself; here it stands in the history only.
  return change_status(tx, now, identity::system_actor(), *signal,
                       {.to = to, .entry = {.what = std::string(what)}, .next_date = next_date})
      .has_value();
}

}  // namespace

bool put_on_table(db::Transaction& tx, Instant now, ItemId id) {
  return moved(tx, now, id, Status::on_the_table, "signals.came_on_the_table");
}

bool join_goal(db::Transaction& tx, Instant now, ItemId id) {
  return moved(tx, now, id, Status::part_of_goal, "signals.became_part_of_goal");
}

}  // namespace wijktafel::signals
