#include "platform/web/sending.hpp"

#include "base/text.hpp"
#include "platform/http/response_head.hpp"

namespace wijktafel::web {
namespace {

// Everything from ourselves and nothing inline; pictures may also be data (map marks).
constexpr std::string_view content_policy =
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'";
constexpr std::string_view varies_by = "Accept-Encoding, Cookie";

std::string_view without_weak_mark(std::string_view tag) {
  tag = trimmed(tag);
  if (tag.starts_with("W/")) tag.remove_prefix(2);
  return tag;
}

// A page for one person (design marks it so that no search engine keeps it) is not compressed: from the
// lengths of answers to guesses, who listens on the way could read a secret that stands beside what the
// address put there (BREACH). Our forms have no tokens, so this is about links that are keys and how a
// reporter is reached.
bool is_private(const http::Response& response) { return !response.header("X-Robots-Tag").empty(); }

bool pays(const http::Response& response) {
  // A part (206) is counted in bytes of what is sent whole.
  return http::may_have_body(response.status) && response.status != 206 &&
         response.content().size() > worth_compressing && response.header("Content-Encoding").empty() &&
         is_compressible(response.header("Content-Type"));
}

}  // namespace

void add_security_headers(http::Response& response, bool is_https) {
  response.set("Content-Security-Policy", content_policy);
  response.set("X-Content-Type-Options", "nosniff");
  response.set("X-Frame-Options", "DENY");
  // Not no-referrer: with that a browser sends "Origin: null" with our own forms, and they would be refused.
  response.set("Referrer-Policy", "same-origin");
  response.set("Permissions-Policy", "geolocation=(self), camera=(), microphone=(), payment=()");
  response.set("Cross-Origin-Opener-Policy", "same-origin");
  // Photos and pages are for this site; programs elsewhere that read the feeds do not ask as a browser does.
  response.set("Cross-Origin-Resource-Policy", "same-origin");
  if (is_https) response.set("Strict-Transport-Security", "max-age=31536000");
}

http::Response response_with(const KeptPage& page, const http::Request& request) {
  http::Response response;
  response.headers = page.headers();
  response.set("ETag", page.etag()).set("Cache-Control", "private, no-cache").set("Vary", varies_by);
  if (names_tag(request.header("If-None-Match"), page.etag())) {
    response.status = 304;
    response.take("Content-Type");
    return response;
  }
  response.shared_body = page.content(Encoding::none);
  const auto encoding = accepted(request.header("Accept-Encoding"));
  if (encoding != Encoding::none && pays(response)) {
    response.shared_body = page.content(encoding);
    response.set("Content-Encoding", name_of(encoding));
  }
  return response;
}

void prepare_once(http::Response& response, const http::Request& request) {
  if (response.header("Cache-Control").empty()) response.set("Cache-Control", "no-store");
  if (response.header("Vary").empty()) response.set("Vary", varies_by);
  if (!pays(response) || is_private(response)) return;
  // For a single reader gzip at its quickest is cheaper than brotli, and every browser takes it.
  const auto wishes = request.header("Accept-Encoding");
  const auto encoding = accepts(wishes, Encoding::gzip) ? Encoding::gzip : accepted(wishes);
  if (encoding == Encoding::none) return;
  response.body = compressed(response.content(), encoding, Effort::quick);
  response.shared_body.reset();
  response.set("Content-Encoding", name_of(encoding));
}

bool names_tag(std::string_view if_none_match, std::string_view etag) {
  if (trimmed(if_none_match) == "*") return true;
  for (const auto tag : split(if_none_match, ','))
    if (!trimmed(tag).empty() && without_weak_mark(tag) == without_weak_mark(etag)) return true;
  return false;
}

}  // namespace wijktafel::web
