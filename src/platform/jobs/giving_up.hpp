// For a kind of job that keeps something of a person until it is done: when the job is given up, that goes
// too.
#pragma once

#include "platform/jobs/jobs.hpp"

namespace wijktafel::jobs {

// `handler` runs in the transaction that gives a job of this kind up. After the kind was added, before the
// first transaction.
void when_given_up(const JobKinds& kinds, std::string_view kind, JobHandler handler);

}  // namespace wijktafel::jobs
