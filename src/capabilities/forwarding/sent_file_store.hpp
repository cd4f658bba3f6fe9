// SQL of the file that an organisation fetches.
#pragma once

#include "capabilities/forwarding/store.hpp"

namespace wijktafel::forwarding::store {

struct SentItem {
  ItemId item{};
  Instant created_at{};
};
// Sent there since a moment, the newest first.
std::vector<SentItem> newest_sent(db::Transaction& tx, DestinationId destination, Instant since, int most);

}  // namespace wijktafel::forwarding::store
