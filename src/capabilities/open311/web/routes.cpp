#include <memory>
#include <mutex>

#include "capabilities/open311/reading_limit.hpp"
#include "capabilities/open311/web/answers.hpp"
#include "capabilities/open311/web/pages.hpp"

namespace wijktafel::open311 {
namespace {

constexpr std::string_view base = "/open311/v2";
constexpr int lists_most = 6000;  // of one network in ten minutes
constexpr int exports_most = 20;
constexpr std::size_t photos_body_limit = 32 * 1024 * 1024;

// The same handler, for as long as its network does not ask too often.
web::Handler limited(const web::Handler& handler, int most) {
  return [handler, limit = std::make_shared<ReadingLimit>(most)](const web::Call& call) {
    if (limit->allows(call.request.peer, call.now)) return handler(call);
    return refuse(call, format_of(call.request.path), {{429, "open311.fault.read_too_often"}});
  };
}

// One at a time: each holds a whole file in memory.
web::Handler alone(const web::Handler& handler) {
  return [handler, busy = std::make_shared<std::mutex>()](const web::Call& call) {
    const std::unique_lock lock(*busy, std::try_to_lock);
    if (lock) return handler(call);
    return refuse(call, format_of(call.request.path), {{503, "open311.fault.export_busy"}});
  };
}

// Both formats have an address of their own, so that a kept answer is found by its path.
void add_both(std::vector<web::Route>& routes, std::string_view resource, const web::Handler& handler,
              const std::optional<std::vector<std::string>>& cached_by) {
  for (const auto* ending : {".xml", ".json"})
    routes.push_back({.method = http::Method::get,
                      .pattern = std::string(base) + "/" + std::string(resource) + ending,
                      .access = web::anyone(),
                      .handler = handler,
                      .cached_by = cached_by});
}

}  // namespace

std::vector<web::Route> routes() {
  using http::Method;
  const std::string v2(base);
  const std::vector<std::string> by_jurisdiction = {"jurisdiction_id"};
  std::vector<web::Route> all;
  add_both(all, "discovery", get_discovery, std::nullopt);
  add_both(all, "services", get_services, by_jurisdiction);
  add_both(all, "requests", limited(get_requests, lists_most), std::nullopt);
  all.push_back({.method = Method::get,
                 .pattern = v2 + "/services/{code}",
                 .access = web::anyone(),
                 .handler = get_definition,
                 .cached_by = by_jurisdiction});
  all.push_back({.method = Method::get,
                 .pattern = v2 + "/requests/{id}",
                 .access = web::anyone(),
                 .handler = get_request,
                 .cached_by = std::vector<std::string>{"extensions", "jurisdiction_id"}});
  add_both(all, "servicerequestupdates", limited(get_updates, lists_most), std::nullopt);
  for (const auto* ending : {".xml", ".json"})
    all.push_back({.method = Method::post,
                   .pattern = v2 + "/servicerequestupdates" + ending,
                   .access = web::anyone(),
                   .handler = post_update});
  all.push_back({.method = Method::get,
                 .pattern = v2 + "/export.csv",
                 .access = web::anyone(),
                 .handler = limited(alone(get_export), exports_most)});
  all.push_back({.method = Method::get,
                 .pattern = v2 + "/tokens/{token}",
                 .access = web::anyone(),
                 .handler = get_token});
  for (const auto* ending : {".xml", ".json"})
    all.push_back({.method = Method::post,
                   .pattern = v2 + "/requests" + ending,
                   .access = web::anyone(),
                   .handler = post_request,
                   .body_limit = photos_body_limit});
  const auto manager = web::permitted("open311.manage");
  const std::string manage = "/{municipality}/beheer/open311";
  const std::string service = manage + "/diensten/{key}";
  all.push_back({Method::get, manage, manager, show_manage});
  all.push_back({Method::post, manage, manager, send_key});
  all.push_back({Method::get, manage + "/sleutels/{number}", manager, show_end_key});
  all.push_back({Method::post, manage + "/sleutels/{number}", manager, send_end_key});
  all.push_back({Method::get, service, manager, show_service});
  all.push_back({Method::post, service, manager, send_attribute});
  all.push_back({Method::post, service + "/antwoord", manager, send_answering});
  all.push_back({Method::get, service + "/{number}", manager, show_attribute});
  all.push_back({Method::post, service + "/{number}", manager, change_attribute});
  all.push_back({Method::post, service + "/{number}/verwijderen", manager, send_remove_attribute});
  all.push_back({.method = Method::get,
                 .pattern = v2 + "/{resource}",
                 .access = web::anyone(),
                 .handler = get_unknown});
  return all;
}

}  // namespace wijktafel::open311
