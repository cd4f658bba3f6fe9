// A photo as it may be shown: rotated upright, scaled, all metadata gone, as JPEG (libvips). Only the loaders
// for JPEG, PNG, WebP and (where built) HEIC are on; limits on bytes and pixels hold before anything is
// decoded.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>

#include "base/result.hpp"

namespace wijktafel::files {

inline constexpr std::size_t photo_byte_limit = 20 * 1024 * 1024;
inline constexpr std::size_t photo_pixel_limit = 50'000'000;

struct NotAPhoto {};
struct PhotoTooLarge {
  std::size_t megabytes_allowed = 20;
};
struct PhotoTooManyPixels {
  std::size_t megapixels_allowed = 50;
};
using PhotoRefusal = std::variant<NotAPhoto, PhotoTooLarge, PhotoTooManyPixels>;

struct Photo {
  std::string jpeg;       // at most 1600 px on its longer side
  std::string thumbnail;  // at most 400 px
  int width = 0;
  int height = 0;
};

Result<Photo, PhotoRefusal> make_photo(std::string_view bytes);

}  // namespace wijktafel::files
