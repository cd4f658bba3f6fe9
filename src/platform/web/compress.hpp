// Smaller bytes on the way: which encoding the browser takes, and making it.
#pragma once

#include <string>
#include <string_view>

namespace wijktafel::web {

enum class Encoding { none, gzip, brotli };
std::string_view name_of(Encoding encoding);  // "", "gzip", "br"

// Whether an Accept-Encoding header allows it; "q=0" and "*" are understood.
bool accepts(std::string_view accept_encoding, Encoding encoding);
// The best of ours that it allows: brotli, then gzip.
Encoding accepted(std::string_view accept_encoding);
// Text is; a photo is compressed already.
bool is_compressible(std::string_view content_type);
inline constexpr std::size_t worth_compressing = 1024;  // bytes

enum class Effort { quick, thorough };  // for one reader, or once for many
std::string compressed(std::string_view content, Encoding encoding, Effort effort);

}  // namespace wijktafel::web
