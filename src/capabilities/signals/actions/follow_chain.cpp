#include "capabilities/signals/actions/follow_chain.hpp"

#include "capabilities/signals/signal_change.hpp"

namespace wijktafel::signals {
namespace {

bool moved(db::Transaction& tx, Instant now, ItemId id, Status to, std::string_view what) {
  const auto signal = find_whole_locked(tx, id);
  if (!signal || signal->status == to || !may_become(signal->status, to)) return false;
  // The agenda item or the goal tells followers itself; here it stands in the history only.
  return change_status(tx, now, identity::system_actor(), *signal,
                       {.to = to, .entry = {.what = std::string(what)}})
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
