#include "capabilities/forwarding/sent_file_store.hpp"

namespace wijktafel::forwarding::store {

std::vector<SentItem> newest_sent(db::Transaction& tx, DestinationId destination, Instant since, int most) {
  std::vector<SentItem> found;
  for (const auto& row :
       tx.query("SELECT item, created_at FROM forwarding_sent WHERE destination = $1 AND created_at >= $2 "
                "ORDER BY id DESC LIMIT $3",
                destination, since, most))
    found.push_back({.item = row.get<ItemId>(0), .created_at = row.get<Instant>(1)});
  return found;
}

}  // namespace wijktafel::forwarding::store
