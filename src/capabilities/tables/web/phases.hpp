// What a meeting is by the clock, as a badge; and until when a page that says so holds.
#pragma once

#include "capabilities/tables/records.hpp"
#include "design/components/status_badge/status_badge.hpp"

namespace wijktafel::tables {

Phase phase_of(const web::Call& call, const items::Item& item, const Meeting& meeting);
design::StatusBadge badge_of(const web::Call& call, const items::Item& item, const Meeting& meeting);
// "donderdag 3 december, 19.30 uur"
std::string when(const web::Call& call, const Meeting& meeting);

// Says in the response until when it holds: the first of these moments, or midnight (which the edge takes
// care of).
void set_valid_until(http::Response& response, const std::vector<std::optional<Instant>>& moments);

}  // namespace wijktafel::tables
