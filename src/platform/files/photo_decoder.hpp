// What a photo worker does with the bytes of one photo (libvips). Runs in the worker's process only: a
// decoder of pictures is the part of a web program that is broken most often.
#pragma once

#include <string_view>

#include "base/result.hpp"
#include "platform/files/photo.hpp"

namespace wijktafel::files {

// Once, before anything else here. Every loader off, then the four that a camera or phone needs on again. No
// operation cache: it would keep people's photos in memory. One thread per photo, and no code made while
// running.
void start_decoder();
// A picture of our own through each decoder, so that what it loads on first use is there before the sandbox
// closes.
void warm_up_decoder();

Result<Photo, PhotoRefusal> decode_photo(std::string_view bytes);

}  // namespace wijktafel::files
