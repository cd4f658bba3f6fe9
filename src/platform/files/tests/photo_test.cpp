#include "platform/files/photo.hpp"

#include <array>
#include <cstdint>
#include <gtest/gtest.h>
#include <vips/vips8>

namespace wijktafel::files {
namespace {

using vips::VImage;

std::string bytes_of(VipsBlob* blob) {
  std::size_t size = 0;
  const auto* data = static_cast<const char*>(vips_blob_get(blob, &size));
  std::string bytes(data, size);
  vips_area_unref(VIPS_AREA(blob));
  return bytes;
}

// Left half red, right half blue, so that a rotation can be seen.
VImage red_and_blue(int width, int height) {
  VIPS_INIT("test");
  const std::vector<double> red{220, 20, 20};
  const std::vector<double> blue{20, 20, 220};
  const auto half = [&](const std::vector<double>& colour) {
    return VImage::black(width / 2, height).new_from_image(colour).cast(VIPS_FORMAT_UCHAR);
  };
  return half(red)
      .join(half(blue), VIPS_DIRECTION_HORIZONTAL)
      .copy(VImage::option()->set("interpretation", VIPS_INTERPRETATION_sRGB));
}

std::string jpeg(const VImage& image) { return bytes_of(image.jpegsave_buffer()); }

VImage decoded(const std::string& bytes) { return VImage::new_from_buffer(bytes, ""); }

bool is_red(const VImage& image, int x, int y) {
  const auto pixel = image.getpoint(x, y);
  return pixel[0] > 180 && pixel[2] < 80;
}

std::string big_endian(std::uint32_t number) {
  return {static_cast<char>(number >> 24), static_cast<char>(number >> 16), static_cast<char>(number >> 8),
          static_cast<char>(number)};
}

std::uint32_t crc32(std::string_view text) {
  std::uint32_t crc = 0xFFFFFFFF;
  for (const char c : text) {
    crc ^= static_cast<std::uint8_t>(c);
    for (int bit = 0; bit < 8; ++bit) crc = (crc & 1) ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
  }
  return ~crc;
}

std::string chunk(const std::string& type, const std::string& data) {
  return big_endian(static_cast<std::uint32_t>(data.size())) + type + data + big_endian(crc32(type + data));
}

// A file of a few bytes that says it is enormous.
std::string png_that_claims(std::uint32_t width, std::uint32_t height) {
  const std::string pixel_format("\x08\x02\x00\x00\x00", 5);  // 8 bits, RGB
  return "\x89PNG\r\n\x1A\n" + chunk("IHDR", big_endian(width) + big_endian(height) + pixel_format) +
         chunk("IDAT", "\x78\x9C\x63\x60") + chunk("IEND", "");
}

TEST(Photo, IsScaledToFitAndHasAThumbnail) {
  const auto photo = make_photo(jpeg(red_and_blue(3000, 2000)));
  ASSERT_TRUE(photo);
  EXPECT_EQ(photo->width, 1600);
  EXPECT_EQ(photo->height, 1067);
  const auto large = decoded(photo->jpeg);
  EXPECT_EQ(large.width(), 1600);
  EXPECT_TRUE(is_red(large, 100, 500));
  EXPECT_FALSE(is_red(large, 1500, 500));
  const auto small = decoded(photo->thumbnail);
  EXPECT_EQ(small.width(), 400);
  EXPECT_LT(photo->thumbnail.size(), photo->jpeg.size());
}

TEST(Photo, IsNeverMadeLargerThanItWas) {
  const auto photo = make_photo(jpeg(red_and_blue(120, 80)));
  ASSERT_TRUE(photo);
  EXPECT_EQ(photo->width, 120);
  EXPECT_EQ(decoded(photo->thumbnail).width(), 120);
}

TEST(Photo, TurnsUprightAndLosesEverythingTheCameraWroteDown) {
  auto image = red_and_blue(300, 200);
  image.set("exif-ifd0-Orientation", "6 (Right-top, Short, 1 components, 2 bytes)");
  image.set("exif-ifd0-Make", "Camera van Wilma (Camera van Wilma, ASCII, 17 components, 17 bytes)");
  image.set("exif-ifd3-GPSLatitude", "51/1 59/1 2736/100 (51, 59, 27.36, Rational, 3 components, 24 bytes)");
  image.set("orientation", 6);
  const std::string xmp = "<x:xmpmeta xmlns:x='adobe:ns:meta/'>thuis</x:xmpmeta>";
  image.set("xmp-data", nullptr, const_cast<char*>(xmp.data()), xmp.size());
  const auto original = jpeg(image);
  ASSERT_NE(original.find("Wilma"), std::string::npos);
  ASSERT_NE(original.find("thuis"), std::string::npos);
  ASSERT_NE(decoded(original).get_typeof("exif-ifd3-GPSLatitude"), 0u);

  const auto photo = make_photo(original);
  ASSERT_TRUE(photo);
  EXPECT_EQ(photo->width, 200);
  EXPECT_EQ(photo->height, 300);
  for (const auto& made : {photo->jpeg, photo->thumbnail}) {
    EXPECT_EQ(made.find("Exif"), std::string::npos);
    EXPECT_EQ(made.find("Wilma"), std::string::npos);
    EXPECT_EQ(made.find("thuis"), std::string::npos);
    const auto shown = decoded(made);
    EXPECT_EQ(shown.get_typeof("exif-data"), 0u);
    EXPECT_EQ(shown.get_typeof("exif-ifd3-GPSLatitude"), 0u);
    EXPECT_EQ(shown.get_typeof("xmp-data"), 0u);
    EXPECT_EQ(shown.get_typeof("icc-profile-data"), 0u);
    // A quarter turn to the right brings the left half to the top.
    EXPECT_TRUE(is_red(shown, 100, 50));
    EXPECT_FALSE(is_red(shown, 100, 250));
  }
}

TEST(Photo, PngAndWebpAreTakenAndBecomeJpegOnWhite) {
  const auto see_through = red_and_blue(200, 100).bandjoin(0.0);
  for (const auto& bytes :
       {bytes_of(see_through.pngsave_buffer()), bytes_of(see_through.webpsave_buffer())}) {
    const auto photo = make_photo(bytes);
    ASSERT_TRUE(photo);
    EXPECT_TRUE(photo->jpeg.starts_with("\xFF\xD8\xFF"));
    const auto image = decoded(photo->jpeg);
    EXPECT_EQ(image.bands(), 3);
    EXPECT_GT(image.getpoint(20, 20)[2], 240);
  }
}

TEST(Photo, AGreyAndASixteenBitPictureBecomeOrdinaryColour) {
  const auto grey = VImage::black(90, 60).cast(VIPS_FORMAT_UCHAR) + 128;
  const auto deep = (VImage::black(90, 60) + 128 * 257)
                        .cast(VIPS_FORMAT_USHORT)
                        .copy(VImage::option()->set("interpretation", VIPS_INTERPRETATION_GREY16));
  for (const auto& bytes :
       {bytes_of(grey.cast(VIPS_FORMAT_UCHAR).pngsave_buffer()), bytes_of(deep.pngsave_buffer())}) {
    const auto photo = make_photo(bytes);
    ASSERT_TRUE(photo);
    EXPECT_NEAR(decoded(photo->jpeg).getpoint(10, 10)[0], 128, 3);
  }
}

TEST(Photo, OtherFilesAreNotAPhoto) {
  const auto picture = red_and_blue(40, 40);
  const std::string svg = "<svg xmlns='http://www.w3.org/2000/svg' width='10' height='10'/>";
  for (const std::string& bytes : {std::string(), std::string("%PDF-1.7 geen foto"), svg,
                                   bytes_of(picture.tiffsave_buffer()), bytes_of(picture.gifsave_buffer()),
                                   std::string("\xFF\xD8\xFF\xE0 not really"), std::string("RIFF1234WEBP")}) {
    const auto photo = make_photo(bytes);
    ASSERT_FALSE(photo) << bytes.substr(0, 16);
    EXPECT_TRUE(std::holds_alternative<NotAPhoto>(photo.error()));
  }
}

// What a broken connection leaves: shown as far as it goes, or refused; never a fault of ours.
TEST(Photo, ACutOffFileIsShownAsFarAsItGoesOrIsNotAPhoto) {
  const auto picture = red_and_blue(400, 300);
  for (const auto& whole :
       {jpeg(picture), bytes_of(picture.pngsave_buffer()), bytes_of(picture.webpsave_buffer())}) {
    for (std::size_t kept = 0; kept < whole.size(); kept += whole.size() / 23 + 1) {
      const auto photo = make_photo(whole.substr(0, kept));
      if (photo) {
        EXPECT_EQ(photo->width, 400);
      } else {
        EXPECT_TRUE(std::holds_alternative<NotAPhoto>(photo.error()));
      }
    }
  }
}

TEST(Photo, ASmallFileThatClaimsTooManyPixelsIsRefusedBeforeItIsDecoded) {
  const auto photo = make_photo(png_that_claims(100'000, 100'000));
  ASSERT_FALSE(photo);
  EXPECT_TRUE(std::holds_alternative<PhotoTooManyPixels>(photo.error()));
}

TEST(Photo, MoreThanTwentyMegabytesIsTooLarge) {
  auto bytes = jpeg(red_and_blue(40, 40));
  bytes.resize(photo_byte_limit + 1);
  const auto photo = make_photo(bytes);
  ASSERT_FALSE(photo);
  EXPECT_TRUE(std::holds_alternative<PhotoTooLarge>(photo.error()));
}

}  // namespace
}  // namespace wijktafel::files
