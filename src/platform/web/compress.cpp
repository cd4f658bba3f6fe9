#include "platform/web/compress.hpp"

#include <algorithm>
#include <brotli/encode.h>
#include <zlib.h>

#include "base/result.hpp"
#include "base/text.hpp"

namespace wijktafel::web {
namespace {

std::string gzipped(std::string_view content, int level) {
  z_stream stream{};
  constexpr int gzip_window = 15 + 16;  // the largest window, and a gzip header instead of zlib's
  if (deflateInit2(&stream, level, Z_DEFLATED, gzip_window, 8, Z_DEFAULT_STRATEGY) != Z_OK)
    throw Failure("There is no memory left to compress a page.");
  std::string result(deflateBound(&stream, static_cast<uLong>(content.size())), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(content.data()));
  stream.avail_in = static_cast<uInt>(content.size());
  stream.next_out = reinterpret_cast<Bytef*>(result.data());
  stream.avail_out = static_cast<uInt>(result.size());
  const int state = deflate(&stream, Z_FINISH);
  result.resize(stream.total_out);
  deflateEnd(&stream);
  WIJKTAFEL_ASSERT(state == Z_STREAM_END, "deflateBound is enough");
  return result;
}

std::string brotlied(std::string_view content, int quality) {
  std::size_t size = BrotliEncoderMaxCompressedSize(content.size());
  std::string result(size, '\0');
  const auto* input = reinterpret_cast<const std::uint8_t*>(content.data());
  auto* output = reinterpret_cast<std::uint8_t*>(result.data());
  const auto done =
      BrotliEncoderCompress(quality, 18, BROTLI_MODE_TEXT, content.size(), input, &size, output);
  if (done != BROTLI_TRUE) throw Failure("There is no memory left to compress a page.");
  result.resize(size);
  return result;
}

bool refuses(std::string_view parameters) {
  const auto at = parameters.find("q=");
  if (at == std::string_view::npos) return false;
  const auto weight = trimmed(parameters.substr(at + 2));
  return weight.find_first_not_of("0.") == std::string_view::npos;
}

}  // namespace

std::string_view name_of(Encoding encoding) {
  switch (encoding) {
    case Encoding::none: return "";
    case Encoding::gzip: return "gzip";
    case Encoding::brotli: return "br";
  }
  return "";
}

bool accepts(std::string_view accept_encoding, Encoding encoding) {
  const std::string lower = lower_ascii(accept_encoding);
  bool any = false;
  for (const auto item : split(lower, ',')) {
    const auto semicolon = item.find(';');
    const auto name = trimmed(item.substr(0, semicolon));
    const bool refused = semicolon != std::string_view::npos && refuses(item.substr(semicolon));
    if (name == name_of(encoding)) return !refused;
    if (name == "*") any = !refused;
  }
  return any;
}

Encoding accepted(std::string_view accept_encoding) {
  if (accepts(accept_encoding, Encoding::brotli)) return Encoding::brotli;
  if (accepts(accept_encoding, Encoding::gzip)) return Encoding::gzip;
  return Encoding::none;
}

bool is_compressible(std::string_view content_type) {
  const std::string type = lower_ascii(trimmed(content_type.substr(0, content_type.find(';'))));
  static constexpr std::string_view others[] = {"application/javascript", "application/xml", "image/svg+xml"};
  return type.starts_with("text/") || type.ends_with("json") || type.ends_with("+xml") ||
         std::ranges::find(others, type) != std::end(others);
}

std::string compressed(std::string_view content, Encoding encoding, Effort effort) {
  if (encoding == Encoding::gzip) return gzipped(content, effort == Effort::quick ? 1 : 6);
  if (encoding == Encoding::brotli) return brotlied(content, effort == Effort::quick ? 1 : 5);
  return std::string(content);
}

}  // namespace wijktafel::web
