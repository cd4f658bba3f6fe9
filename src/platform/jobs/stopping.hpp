// For work outside that may take long: a server that does not answer must not hold up the end of the program.
#pragma once

namespace wijktafel::jobs {

// Whether the runner that does this work on this thread wants to stop. Then the work throws Failure: the job
// is tried again later, as after any other failure. Never true in work that run_all_due does.
bool is_asked_to_stop();

}  // namespace wijktafel::jobs
