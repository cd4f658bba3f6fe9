// The process that decodes photos: the same program, started again by PhotoWorkers (photo_workers.hpp) with
// the hidden subcommand "photo-worker" and a socket as its standard input.
#pragma once

#include <optional>

namespace wijktafel::files {

inline constexpr const char* photo_worker_subcommand = "photo-worker";

// The first line of main of a program that makes photos. The exit status when this process was a worker and
// is done; else nothing, and make_photo may start workers from now on.
std::optional<int> serve_photos_if_asked(int count, const char* const* arguments);
// Whether main has said so. A program that did not would start itself again and again.
bool can_serve_photos();

}  // namespace wijktafel::files
