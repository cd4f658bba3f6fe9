// What happens without anyone clicking.
#pragma once

#include "platform/web/service.hpp"

namespace wijktafel::goals {

// A date has passed: recorded once for each due date, and told to followers.
void record_late_commitments(const web::Service& service, db::Transaction& tx, const Facts& payload,
                             Instant now);
// Reported done, and for 14 days nobody said what they find.
void end_silences(const web::Service& service, db::Transaction& tx, const Facts& payload, Instant now);

}  // namespace wijktafel::goals
