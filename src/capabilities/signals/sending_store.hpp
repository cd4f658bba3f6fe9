// All SQL about how often was sent.
#pragma once

#include <optional>
#include <string_view>

#include "base/time.hpp"
#include "platform/db/database.hpp"

namespace wijktafel::signals::store {

void insert_sending(db::Transaction& tx, Instant now, std::string_view device_hash, std::string_view network);
// When the report before the last `most - 1` was sent; nothing when there were fewer than `most`.
std::optional<Instant> sent_so_many_ago_by_device(db::Transaction& tx, std::string_view device_hash,
                                                  int most);
std::optional<Instant> sent_so_many_ago_by_network(db::Transaction& tx, std::string_view network, int most);
void remove_sendings_before(db::Transaction& tx, Instant limit);

}  // namespace wijktafel::signals::store
