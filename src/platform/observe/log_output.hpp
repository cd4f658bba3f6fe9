// Where the log goes: standard output, in batches. A line for each request would be a system call for each
// request; now one thread writes what has gathered, at most 50 milliseconds later, warnings at once. A
// program that is killed loses those 50 milliseconds of lines; one that stops or fails writes them.
#pragma once

namespace wijktafel::observe {

// From now on everything that is logged; once, before there are other threads. On a terminal nothing changes.
void write_log_in_batches();

}  // namespace wijktafel::observe
