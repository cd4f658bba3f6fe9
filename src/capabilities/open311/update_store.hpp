// SQL of what happened to requests: milestones of public signals.
#pragma once

#include "capabilities/open311/request_store.hpp"

namespace wijktafel::open311 {

// The number of an update, as everybody reads it.
inline std::string update_id_of(items::ItemId item, std::int64_t sequence) {
  return std::to_string(raw(item)) + "-" + std::to_string(sequence);
}

}  // namespace wijktafel::open311

namespace wijktafel::open311::store {

struct UpdateRow {
  ItemId item{};
  std::int64_t sequence = 0;
  Instant at{};
  bool is_open = true;  // the request, now
};
// Told in this period, both ends too; oldest first. Not that it was reported: that is the request itself.
std::vector<UpdateRow> list_updates(db::Transaction& tx, const std::vector<std::string>& secret_themes,
                                    Instant from, Instant until, int most);

}  // namespace wijktafel::open311::store
