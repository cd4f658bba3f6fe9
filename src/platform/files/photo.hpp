// A photo as it may be shown: rotated upright, scaled, all metadata gone, as JPEG. Decoding happens in a
// process of its own that may do nothing else (photo_workers.hpp, sandbox.hpp); limits on bytes and pixels
// hold before anything is decoded.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>

#include "base/result.hpp"

namespace wijktafel::files {

inline constexpr std::size_t photo_byte_limit = 20 * 1024 * 1024;
inline constexpr std::size_t photo_pixel_limit = 50'000'000;
inline constexpr int photo_side = 1600;     // px, longer side
inline constexpr int thumbnail_side = 400;  // px, longer side

struct NotAPhoto {};
struct PhotoTooLarge {
  std::size_t megabytes_allowed = 20;
};
struct PhotoTooManyPixels {
  std::size_t megapixels_allowed = 50;
};
// The process that read it ran into a limit, took too long or died: the photo is to blame.
struct PhotoUnreadable {};
using PhotoRefusal = std::variant<NotAPhoto, PhotoTooLarge, PhotoTooManyPixels, PhotoUnreadable>;

struct Photo {
  std::string jpeg;       // at most 1600 px on its longer side
  std::string thumbnail;  // at most 400 px
  int width = 0;
  int height = 0;
};

// Thread-safe. Waits until a worker is free, then for the worker; never longer than about twice its deadline.
// Throws Failure when that is not the photo's doing: no worker came free or could close itself in, or this is
// a program whose main does not begin with serve_photos_if_asked (photo_worker.hpp).
Result<Photo, PhotoRefusal> make_photo(std::string_view bytes);

}  // namespace wijktafel::files
