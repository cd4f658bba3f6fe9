// The face for what happened in a period.
#include "capabilities/signals/period_store.hpp"
#include "capabilities/signals/signals.hpp"

namespace wijktafel::signals {

Period what_happened(db::Transaction& tx, std::string_view area, Instant from, Instant until, int limit) {
  Period period{.reported = store::count_reported(tx, area, from, until)};
  for (const auto& [status, count] : store::count_closed(tx, area, from, until)) {
    period.closed += count;
    if (status == "done" || status == "confirmed" || status == "not_confirmed") period.solved += count;
  }
  const auto ids = store::closed_between(tx, area, from, until, limit);
  auto found = items::find_all(tx, ids);
  for (const auto id : ids)
    if (auto item = found.find(id); item != found.end())
      period.latest_closed.push_back(std::move(item->second));
  return period;
}

}  // namespace wijktafel::signals
