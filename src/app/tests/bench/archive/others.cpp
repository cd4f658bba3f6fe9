#include "app/tests/bench/archive/others.hpp"

#include "capabilities/signals/work_list.hpp"

namespace wijktafel::archive {
namespace {

void keep_inboxes(db::Transaction& tx, std::span<const BulkSignal> signals) {
  for (const auto& signal : signals)
    if (signal.is_open) signals::keep_work(tx, signal.item);
}

}  // namespace

const std::vector<FillOthers>& others() {
  static const std::vector<FillOthers> all{keep_inboxes};
  return all;
}

}  // namespace wijktafel::archive
