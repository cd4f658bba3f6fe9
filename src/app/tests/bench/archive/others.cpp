#include "app/tests/bench/archive/others.hpp"

#include <cmath>

#include "capabilities/clusters/store.hpp"
#include "capabilities/signals/likeness.hpp"
#include "capabilities/signals/work_list.hpp"
#include "capabilities/statistics/store.hpp"

namespace wijktafel::archive {
namespace {

bool is_public(const BulkSignal& signal) { return signal.visibility == items::Visibility::everyone; }

void fill_clusters(db::Transaction& tx, std::span<const BulkSignal> signals) {
  std::vector<std::vector<db::Value>> rows;
  for (const auto& signal : signals) {
    if (!is_public(signal) || !signal.place || signal.theme.empty()) continue;
    const auto metres = geo::to_rd(*signal.place);
    rows.push_back({db::to_value(signal.item), signal.lineage.front(), signal.theme,
                    clusters::square_of(metres[0]), clusters::square_of(metres[1]), metres[0], metres[1],
                    db::to_value(signal.reported_at())});
  }
  tx.insert_many("cluster_signal", {"item", "area", "theme", "square_x", "square_y", "x", "y", "reported_at"},
                 rows);
}

void fill_statistics(db::Transaction& tx, std::span<const BulkSignal> signals) {
  statistics::store::Changes changes;
  std::vector<std::vector<db::Value>> rows;
  for (const auto& signal : signals) {
    statistics::store::Counted counted{.item = signal.item,
                                       .kind = is_public(signal) ? "public" : "confidential",
                                       .area = signal.lineage.front(),
                                       .theme = signal.theme,
                                       .holder = signal.holder,
                                       .channel = signal.channel,
                                       .opened_at = signal.reported_at(),
                                       .closed_at = signal.closed_at};
    if (is_public(signal) && signal.place) {
      const auto metres = geo::to_rd(*signal.place);
      counted.square_x = static_cast<std::int64_t>(std::floor(metres[0] / statistics::square_m));
      counted.square_y = static_cast<std::int64_t>(std::floor(metres[1] / statistics::square_m));
    }
    changes.add(counted, signal.lineage, +1);
    rows.push_back({db::to_value(counted.item), counted.kind, counted.area, counted.theme,
                    db::to_value(counted.holder), counted.channel, db::to_value(counted.opened_at),
                    db::to_value(counted.closed_at), db::to_value(counted.square_x),
                    db::to_value(counted.square_y)});
  }
  tx.insert_many("statistics_signal",
                 {"item", "kind", "area", "theme", "holder", "channel", "opened_at", "closed_at", "square_x",
                  "square_y"},
                 rows);
  changes.write(tx);
  statistics::store::save_progress(tx, 0);
}

void keep_inboxes(db::Transaction& tx, std::span<const BulkSignal> signals) {
  for (const auto& signal : signals)
    if (signal.is_open) signals::keep_work(tx, signal.item);
}

// What was closed long ago is asked no more before something is sent.
void keep_likenesses(db::Transaction& tx, std::span<const BulkSignal> signals) {
  for (const auto& signal : signals)
    if (signal.is_open) signals::keep_likeness(tx, signal.item);
}

}  // namespace

const std::vector<FillOthers>& others() {
  static const std::vector<FillOthers> all{keep_inboxes, keep_likenesses, fill_clusters, fill_statistics};
  return all;
}

}  // namespace wijktafel::archive
