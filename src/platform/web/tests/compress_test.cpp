#include "platform/web/compress.hpp"

#include <gtest/gtest.h>
#include <zlib.h>

namespace wijktafel::web {
namespace {

std::string gunzipped(std::string_view bytes) {
  std::string result(1'000'000, '\0');
  z_stream stream{};
  EXPECT_EQ(inflateInit2(&stream, 15 + 16), Z_OK);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(result.data());
  stream.avail_out = static_cast<uInt>(result.size());
  EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END);
  result.resize(stream.total_out);
  inflateEnd(&stream);
  return result;
}

TEST(Accepted, PrefersBrotliAndHonoursARefusal) {
  EXPECT_EQ(accepted("gzip, deflate, br"), Encoding::brotli);
  EXPECT_EQ(accepted("gzip;q=1.0, br;q=0"), Encoding::gzip);
  EXPECT_EQ(accepted("GZIP"), Encoding::gzip);
  EXPECT_EQ(accepted("*"), Encoding::brotli);
  EXPECT_EQ(accepted("*;q=0.000"), Encoding::none);
  EXPECT_EQ(accepted("br;q=0, gzip;q=0, *"), Encoding::none);
  EXPECT_EQ(accepted("identity"), Encoding::none);
  EXPECT_EQ(accepted("brotli, gzipped"), Encoding::none);
  EXPECT_EQ(accepted(""), Encoding::none);
}

TEST(IsCompressible, KnowsTextFromPhotos) {
  EXPECT_TRUE(is_compressible("text/html; charset=utf-8"));
  EXPECT_TRUE(is_compressible("application/geo+json"));
  EXPECT_TRUE(is_compressible("application/atom+xml"));
  EXPECT_TRUE(is_compressible("image/svg+xml"));
  EXPECT_FALSE(is_compressible("image/jpeg"));
  EXPECT_FALSE(is_compressible(""));
}

TEST(Compressed, ComesBackAsItWas) {
  std::string text;
  for (int i = 0; i < 5'000; ++i) text += std::to_string(i * 7919 % 1'000) + " buurt ";
  for (const auto effort : {Effort::quick, Effort::thorough})
    EXPECT_EQ(gunzipped(compressed(text, Encoding::gzip, effort)), text);
  EXPECT_EQ(gunzipped(compressed("", Encoding::gzip, Effort::quick)), "");
}

}  // namespace
}  // namespace wijktafel::web
