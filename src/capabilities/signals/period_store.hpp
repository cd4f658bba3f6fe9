// What happened to the signals of an area in a period: for sheets and overviews. Public ones only.
#pragma once

#include <map>

#include "capabilities/signals/signals.hpp"

namespace wijktafel::signals::store {

std::int64_t count_reported(db::Transaction& tx, std::string_view area, Instant from, Instant until);
// Newest first.
std::vector<ItemId> closed_between(db::Transaction& tx, std::string_view area, Instant from, Instant until,
                                   int limit);
std::map<std::string, std::int64_t> count_closed(db::Transaction& tx, std::string_view area, Instant from,
                                                 Instant until);

}  // namespace wijktafel::signals::store
