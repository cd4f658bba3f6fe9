#include "app/host_routes.hpp"

#include "base/text.hpp"
#include "capabilities/open311/open311.hpp"
#include "platform/web/sending.hpp"

namespace wijktafel::app {
namespace {

std::string first_segment(std::string_view path) {
  return "/" + std::string(split(path.substr(path.empty() ? 0 : 1), '/').front());
}

bool is_of_host(std::string_view path) { return first_segment(path) == open311::host_segment; }

}  // namespace

const Municipality& municipality_for(const Municipalities& all, std::string_view path) {
  if (all.size() == 1) return *all.front();
  const auto segment = first_segment(path);
  for (const auto& municipality : all)
    if (municipality->service().municipality_path == segment) return *municipality;
  return *all.front();
}

http::Response HostRoutes::answer(http::Request& request) const {
  if (all_.size() == 1 || !is_of_host(request.path))
    return municipality_for(all_, request.path).edge().handle(request);
  const auto asked = open311::asked_jurisdiction(request);
  for (const auto& municipality : all_)
    if (open311::is_jurisdiction(municipality->service(), asked)) return municipality->edge().handle(request);
  const auto& first = *all_.front();
  if (asked.empty() && open311::is_without_jurisdiction(request.path)) return first.edge().handle(request);
  auto response = open311::refuse_jurisdiction(first.service(), request, asked);
  web::add_security_headers(response, first.service().is_https() || request.is_https);
  return response;
}

const Municipality* HostRoutes::find_at_once(const http::Request& request) const {
  if (all_.size() == 1 || !is_of_host(request.path)) return &municipality_for(all_, request.path);
  const auto asked = request.query_value("jurisdiction_id");
  for (const auto& municipality : all_)
    if (open311::is_plain_jurisdiction(municipality->service(), asked)) return municipality.get();
  return nullptr;
}

}  // namespace wijktafel::app
