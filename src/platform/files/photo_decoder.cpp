#include "platform/files/photo_decoder.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>
#include <vips/vips8>

namespace wijktafel::files {
namespace {

constexpr int photo_quality = 82;
constexpr int thumbnail_quality = 78;

struct Unref {
  void operator()(VipsBlob* blob) const { vips_area_unref(VIPS_AREA(blob)); }
};
using Blob = std::unique_ptr<VipsBlob, Unref>;

// Rotated by its EXIF orientation, at most `side` px, sRGB with 8 bits, on white where it was transparent.
vips::VImage upright(std::string_view bytes, int side) {
  const Blob blob(vips_blob_new(nullptr, bytes.data(), bytes.size()));
  auto image = vips::VImage::thumbnail_buffer(blob.get(), side,
                                              vips::VImage::option()
                                                  ->set("height", side)
                                                  ->set("size", VIPS_SIZE_DOWN)
                                                  ->set("export_profile", "srgb"));
  image = image.colourspace(VIPS_INTERPRETATION_sRGB);
  if (image.has_alpha())
    image = image.flatten(vips::VImage::option()->set("background", std::vector<double>{255.0}));
  // The pixels are computed here, while `bytes` are certain to be there.
  return image.cast(VIPS_FORMAT_UCHAR).copy_memory();
}

std::string as_jpeg(const vips::VImage& image, int quality) {
  const Blob blob(image.jpegsave_buffer(vips::VImage::option()
                                            ->set("Q", quality)
                                            ->set("strip", true)
                                            ->set("optimize_coding", true)
                                            ->set("interlace", true)));
  std::size_t size = 0;
  const auto* data = static_cast<const char*>(vips_blob_get(blob.get(), &size));
  return {data, size};
}

}  // namespace

void start_decoder() {
  if (VIPS_INIT("wijktafel") != 0) throw Failure("photos: libvips does not start");
  vips_block_untrusted_set(TRUE);
  vips_operation_block_set("VipsForeignLoad", TRUE);
  for (const char* loader :
       {"VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadWebp", "VipsForeignLoadHeif"})
    vips_operation_block_set(loader, FALSE);
  // Its warnings are about files that people send, not about us.
  g_log_set_handler(
      "VIPS", G_LOG_LEVEL_WARNING, [](const char*, GLogLevelFlags, const char*, void*) {}, nullptr);
  vips_cache_set_max(0);
  vips_concurrency_set(1);
}

void warm_up_decoder() {
  const auto picture = vips::VImage::black(900, 600)
                           .bandjoin({1.0, 2.0})
                           .cast(VIPS_FORMAT_UCHAR)
                           .copy(vips::VImage::option()->set("interpretation", VIPS_INTERPRETATION_sRGB));
  for (const char* kind : {".jpg", ".png", ".webp"}) {
    void* bytes = nullptr;
    std::size_t size = 0;
    picture.write_to_buffer(kind, &bytes, &size);
    const auto made = decode_photo({static_cast<const char*>(bytes), size});
    g_free(bytes);
    if (!made) throw Failure(std::string("photos: libvips cannot read ") + kind);
  }
}

Result<Photo, PhotoRefusal> decode_photo(std::string_view bytes) {
  try {
    // The header only: nothing is decoded until a pixel is asked for.
    const auto header = vips::VImage::new_from_buffer(
        bytes.data(), bytes.size(), "", vips::VImage::option()->set("access", VIPS_ACCESS_SEQUENTIAL));
    const auto pixels =
        static_cast<std::uint64_t>(header.width()) * static_cast<std::uint64_t>(header.height());
    if (pixels > photo_pixel_limit) return std::unexpected(PhotoTooManyPixels{});

    const auto large = upright(bytes, photo_side);
    Photo photo;
    photo.width = large.width();
    photo.height = large.height();
    photo.jpeg = as_jpeg(large, photo_quality);
    photo.thumbnail =
        as_jpeg(large.thumbnail_image(
                    thumbnail_side,
                    vips::VImage::option()->set("height", thumbnail_side)->set("size", VIPS_SIZE_DOWN)),
                thumbnail_quality);
    return photo;
  } catch (const vips::VError&) {
    // What libvips says names its own internals; for a person it is simply not a photo that can be read.
    vips_error_clear();
    return std::unexpected(NotAPhoto{});
  }
}

}  // namespace wijktafel::files
