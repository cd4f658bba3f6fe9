// All SQL about who else has the same.
#pragma once

#include <string_view>

#include "capabilities/signals/signals.hpp"

namespace wijktafel::signals::store {

// False when this supporter was counted before.
bool insert_support(db::Transaction& tx, ItemId item, std::string_view supporter_hash, Instant now);
std::int64_t count_supporters(db::Transaction& tx, ItemId item);
// Of signals that closed at or before `limit`; the counts stay.
void remove_supporters_before(db::Transaction& tx, Instant limit, int most);

}  // namespace wijktafel::signals::store
