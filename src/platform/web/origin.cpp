#include "platform/web/origin.hpp"

#include "base/text.hpp"

namespace wijktafel::web {
namespace {

bool is_present(const http::Request& request, std::string_view name) {
  const auto wanted = lower_ascii(name);
  for (const auto& header : request.headers)
    if (lower_ascii(header.first) == wanted) return true;
  return false;
}

}  // namespace

bool changes_something(http::Method method) {
  return method != http::Method::get && method != http::Method::head && method != http::Method::options;
}

bool comes_from_here(const http::Request& request, std::string_view base_url, bool has_session) {
  if (is_present(request, "Sec-Fetch-Site")) {
    const auto site = request.header("Sec-Fetch-Site");
    return site == "same-origin" || site == "none";
  }
  if (is_present(request, "Origin")) {
    const auto origin = lower_ascii(request.header("Origin"));
    if (!base_url.empty() && origin == lower_ascii(base_url)) return true;
    const auto host = lower_ascii(request.header("Host"));
    // Where the site is on https, a page on http of the same name is not ours: anyone on the way could have
    // made it.
    const bool only_https = base_url.starts_with("https://");
    return !host.empty() && (origin == "https://" + host || (!only_https && origin == "http://" + host));
  }
  return !has_session;
}

}  // namespace wijktafel::web
