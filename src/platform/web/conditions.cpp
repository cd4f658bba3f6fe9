#include "platform/web/conditions.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <limits>
#include <optional>

#include "base/text.hpp"
#include "platform/web/sending.hpp"

namespace wijktafel::web {
namespace {

// Strong comparison (RFC 9110 section 8.8.3.2): a weak tag is never the same bytes.
bool names_strongly(std::string_view tags, std::string_view etag) {
  if (trimmed(tags) == "*") return true;
  return std::ranges::any_of(split(tags, ','), [&](std::string_view tag) { return trimmed(tag) == etag; });
}

struct Part {
  std::size_t first = 0;
  std::size_t count = 0;  // 0: there is no such part
};

// Digits only; what does not fit is larger than anything we have.
std::optional<std::size_t> position(std::string_view text) {
  const bool digits = std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
  if (text.empty() || !digits) return std::nullopt;
  std::size_t value = 0;
  const auto [at, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} ? value : std::numeric_limits<std::size_t>::max();
}

// Nothing when it is no range of bytes, or several: then it is overlooked.
std::optional<Part> part_of(std::string_view range, std::size_t size) {
  constexpr std::string_view unit = "bytes=";
  if (!starts_with_ignoring_case(range, unit)) return std::nullopt;
  const auto wanted = trimmed(range.substr(unit.size()));
  const auto dash = wanted.find('-');
  if (dash == std::string_view::npos || wanted.find(',') != std::string_view::npos) return std::nullopt;
  const auto first = position(wanted.substr(0, dash));
  const auto last = position(wanted.substr(dash + 1));
  if (dash == 0) {  // "-500": the last 500
    if (!last) return std::nullopt;
    const auto count = std::min(*last, size);
    return Part{size - count, count};
  }
  const bool is_open = dash + 1 == wanted.size();
  if (!first || (!last && !is_open) || (last && *last < *first)) return std::nullopt;
  if (*first >= size) return Part{};
  const auto end = is_open ? size : std::min(*last, size - 1) + 1;
  return Part{*first, end - *first};
}

void drop_content(http::Response& response, int status) {
  response.status = status;
  response.body.clear();
  response.shared_body.reset();
  for (const auto* name : {"Content-Type", "Content-Encoding"}) response.take(name);
}

void cut(http::Response& response, std::string_view range) {
  const auto size = response.content().size();
  const auto part = part_of(range, size);
  if (!part) return;
  if (part->count == 0) {
    drop_content(response, 416);
    response.set("Content-Range", fmt::format("bytes */{}", size));
    return;
  }
  response.status = 206;
  response.set("Content-Range",
               fmt::format("bytes {}-{}/{}", part->first, part->first + part->count - 1, size));
  response.body = response.content().substr(part->first, part->count);
  response.shared_body.reset();
}

}  // namespace

void mark_as_bytes(http::Response& response, std::string_view tag) {
  response.set("ETag", fmt::format("\"{}\"", tag)).set("Accept-Ranges", "bytes");
}

void meet_conditions(http::Response& response, const http::Request& request) {
  const bool reads = request.method == http::Method::get || request.method == http::Method::head;
  if (response.status != 200 || !reads || response.header("Accept-Ranges") != "bytes") return;
  const std::string etag(response.header("ETag"));
  if (const auto tags = request.header("If-Match"); !tags.empty() && !names_strongly(tags, etag))
    return drop_content(response, 412);
  if (names_tag(request.header("If-None-Match"), etag)) return drop_content(response, 304);
  const auto range = request.header("Range");
  const auto same = request.header("If-Range");
  if (range.empty() || request.method != http::Method::get || (!same.empty() && trimmed(same) != etag))
    return;
  cut(response, range);
}

}  // namespace wijktafel::web
