#include "platform/web/visitor_page.hpp"

#include <algorithm>
#include <charconv>

#include "platform/web/edge.hpp"
#include "platform/web/language.hpp"

namespace wijktafel::web {
namespace {

// Dates on a page read "vandaag" and "gisteren", so none holds beyond midnight, whatever the hint says.
Instant end_of(const std::string& hint, Date today) {
  const auto midnight = at(plus_days(today, 1));
  std::int64_t millis = 0;
  const auto* end = hint.data() + hint.size();
  const auto [read_to, error] = std::from_chars(hint.data(), end, millis);
  if (hint.empty() || error != std::errc{} || read_to != end) return midnight;
  return std::min(midnight, from_millis(millis));
}

}  // namespace

http::Request visitor_request(const http::Request& request, const std::vector<std::string>& query_names) {
  http::Request plain;
  plain.path = request.path;
  plain.parameters = request.parameters;
  plain.is_https = request.is_https;
  for (const auto& name : query_names)
    for (const auto value : http::find_all(request.query, name)) plain.query.emplace_back(name, value);
  plain.target = address(plain.path, plain.query);
  return plain;
}

Rendered rendered_page(http::Response response, Date today) {
  Rendered rendered;
  rendered.area = response.take(area_header);
  rendered.valid_until = end_of(response.take(valid_until_header), today);
  rendered.may_be_kept = response.status == 200 && response.header("Set-Cookie").empty() &&
                         response.header("Cache-Control").empty();
  rendered.response = std::move(response);
  return rendered;
}

}  // namespace wijktafel::web
