#include "platform/files/photo.hpp"

#include "platform/files/photo_worker.hpp"
#include "platform/files/photo_workers.hpp"

namespace wijktafel::files {
namespace {

// The first bytes of JPEG, PNG, WebP and HEIF files. Everything else never reaches a decoder.
bool looks_like_a_photo(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xD8\xFF")) return true;
  if (bytes.starts_with("\x89PNG\r\n\x1A\n")) return true;
  if (bytes.size() < 12) return false;
  if (bytes.starts_with("RIFF") && bytes.substr(8, 4) == "WEBP") return true;
  if (bytes.substr(4, 4) != "ftyp") return false;
  const auto brand = bytes.substr(8, 4);
  return brand == "heic" || brand == "heix" || brand == "mif1" || brand == "msf1" || brand == "avif";
}

}  // namespace

Result<Photo, PhotoRefusal> make_photo(std::string_view bytes) {
  if (bytes.size() > photo_byte_limit) return std::unexpected(PhotoTooLarge{});
  if (!looks_like_a_photo(bytes)) return std::unexpected(NotAPhoto{});
  static PhotoWorkers workers;
  return workers.make(bytes);
}

}  // namespace wijktafel::files
