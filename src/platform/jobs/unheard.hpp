// Events that nobody listens to are told without leaving a job.
#pragma once

#include "platform/jobs/jobs.hpp"

namespace wijktafel::jobs {

// Which of `events` have no listener, for enqueue() to see from now on: inside an action nobody knows the
// listeners, but the database does. An event that nobody hears is not kept: who listens from a newer version
// on hears what happens from its first start on. Of two versions beside each other on one database the one
// that started last decides, so the older must not be started again after the newer.
void keep_unheard(db::Database& database, const JobKinds& kinds, const std::vector<std::string>& events);

}  // namespace wijktafel::jobs
