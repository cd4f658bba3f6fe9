#include "capabilities/statistics/actions/count_signal.hpp"

#include <cmath>

#include "capabilities/places/places.hpp"
#include "capabilities/signals/signals.hpp"
#include "capabilities/statistics/store.hpp"

namespace wijktafel::statistics {
namespace {

std::optional<store::Counted> counted_now(db::Transaction& tx, ItemId id) {
  const auto item = items::find(tx, id);
  const auto signal = signals::find_signal(tx, id);
  if (!item || !signal || signal->is_held || item->status == "referred") return std::nullopt;
  const bool is_public = item->visibility == items::Visibility::everyone;
  if (!is_public && item->visibility != items::Visibility::confidential) return std::nullopt;
  store::Counted counted{.item = id,
                         .kind = is_public ? "public" : "confidential",
                         .area = item->area,
                         .theme = signal->theme,
                         .holder = item->holder,
                         .channel = signal->channel,
                         .opened_at = signal->reported_at,
                         .closed_at = signal->closed_at};
  if (is_public && item->place) {
    const auto metres = geo::to_rd(*item->place);
    counted.square_x = static_cast<std::int64_t>(std::floor(metres[0] / square_m));
    counted.square_y = static_cast<std::int64_t>(std::floor(metres[1] / square_m));
  }
  return counted;
}

}  // namespace

void count_signal(db::Transaction& tx, ItemId item) {
  const auto before = store::find_counted(tx, item);
  const auto now = counted_now(tx, item);
  if (before == now) return;
  store::Changes changes;
  if (before) {
    changes.add(*before, places::lineage_of(tx, before->area), -1);
    store::remove_counted(tx, item);
  }
  if (now) {
    changes.add(*now, places::lineage_of(tx, now->area), +1);
    store::save_counted(tx, *now);
  }
  changes.write(tx);
  for (const auto& counted : {before, now})
    if (counted)
      for (const auto& area : places::lineage_of(tx, counted->area)) tx.touch(area);
}

bool catch_up(db::Transaction& tx, const web::AreaRef& municipality, int most) {
  const auto progress = store::find_progress(tx);
  if (progress == 0) return false;
  items::Filter filter{.area = municipality.key, .kinds = {"signal"}, .only_public = false, .limit = most};
  if (progress) filter.before = ItemId{*progress};
  const auto found = items::list(tx, filter);
  for (const auto& item : found) count_signal(tx, item.id);
  store::save_progress(tx, found.empty() ? 0 : raw(found.back().id));
  return !found.empty();
}

}  // namespace wijktafel::statistics
