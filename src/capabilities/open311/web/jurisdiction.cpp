// Which municipality is asked.
#include "base/text.hpp"
#include "capabilities/open311/open311.hpp"
#include "capabilities/open311/parameters.hpp"
#include "capabilities/open311/settings.hpp"
#include "capabilities/open311/web/answers.hpp"
#include "capabilities/places/places.hpp"
#include "platform/http/form_body.hpp"
#include "platform/web/language.hpp"

namespace wijktafel::open311 {

std::string asked_jurisdiction(const http::Request& request) {
  if (const auto asked = Parameters(request.query).get("jurisdiction_id"); !asked.empty())
    return std::string(asked);
  const auto type = request.header("Content-Type");
  if (request.body.empty() || !http::is_form(type)) return {};
  const auto form = http::decode_form(type, request.body);
  if (!form) return {};
  return std::string(Parameters(request.query, &form->fields).get("jurisdiction_id"));
}

bool is_plain_jurisdiction(const web::Service& service, std::string_view asked) {
  if (service.municipality_path.empty()) return false;
  const auto slug = std::string_view(service.municipality_path).substr(1);
  const auto lower = lower_ascii(asked);
  return lower == slug || lower == std::string(slug) + ".nl";
}

bool is_jurisdiction(const web::Service& service, std::string_view asked) {
  if (asked.empty()) return false;
  if (is_plain_jurisdiction(service, asked)) return true;
  const auto municipality = service.find_area_by_slug("");
  if (!municipality) return false;
  const auto own = service.database.read([&](db::Transaction& tx) {
    return places::text_setting(tx, municipality->key, settings::jurisdiction,
                                local_date(service.clock.now()));
  });
  return !own.empty() && lower_ascii(own) == lower_ascii(asked);
}

bool is_without_jurisdiction(std::string_view path) { return path.starts_with("/open311/v2/discovery."); }

http::Response refuse_jurisdiction(const web::Service& service, const http::Request& request,
                                   std::string_view asked) {
  const auto now = service.clock.now();
  const web::Call call{service, request,         identity::visitor(), web::language_of(request),
                       now,     local_date(now), std::nullopt};
  if (asked.empty())
    return refuse(call, format_of(request.path), {{400, "open311.fault.jurisdiction_missing"}});
  return refuse(call, format_of(request.path), {{404, "open311.fault.unknown_jurisdiction"}});
}

}  // namespace wijktafel::open311
