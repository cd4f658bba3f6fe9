// The meeting at which a cluster of this area can be talked about.
#pragma once

#include "capabilities/places/places.hpp"
#include "capabilities/tables/tables.hpp"

namespace wijktafel::clusters {

// Of the area itself, else of the district or municipality above it; one that is public and has not begun.
inline std::optional<tables::MeetingSummary> next_public_meeting(db::Transaction& tx, std::string_view area,
                                                                 Instant now) {
  for (const auto& key : places::lineage_of(tx, area))
    if (auto meeting = tables::next_meeting(tx, key, now); meeting && meeting->begins_at > now)
      return meeting;
  return std::nullopt;
}

}  // namespace wijktafel::clusters
