// One job that waits, for whoever enqueued it. Looks through the jobs that wait: for a few, not for all.
#pragma once

#include <optional>

#include "platform/jobs/jobs.hpp"

namespace wijktafel::jobs {

// When a job that failed is tried again; nothing when it is not there, has not been tried or was given up.
std::optional<Instant> next_try_of(db::Transaction& tx, std::string_view kind, const Facts& payload);
// A job that failed does not wait for its next try.
void try_now(db::Transaction& tx, std::string_view kind, const Facts& payload, Instant now);

}  // namespace wijktafel::jobs
