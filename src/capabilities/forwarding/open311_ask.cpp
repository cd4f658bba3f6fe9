#include <fmt/format.h>

#include "base/text.hpp"
#include "capabilities/forwarding/model.hpp"
#include "capabilities/forwarding/open311.hpp"

namespace wijktafel::forwarding::open311 {

std::string url_of(const Endpoint& endpoint, std::string_view resource, const http::Pairs& query) {
  std::string_view base = endpoint.base;
  while (base.ends_with('/')) base.remove_suffix(1);
  std::string url = fmt::format("{}/{}.{}", base, resource, endpoint.format);
  char before = '?';
  const auto add = [&](std::string_view name, std::string_view value) {
    if (value.empty()) return;
    url += before + http::percent_encoded(name) + "=" + http::percent_encoded(value);
    before = '&';
  };
  add("jurisdiction_id", endpoint.jurisdiction);
  for (const auto& [name, value] : query) add(name, value);
  return url;
}

std::string field_of(const Attribute& attribute) {
  return "attribute[" + attribute.code + "]" + (attribute.datatype == "multivaluelist" ? "[]" : "");
}

http::Pairs form_of(const Endpoint& endpoint, std::string_view api_key, const NewRequest& request) {
  http::Pairs form;
  const auto add = [&](std::string name, std::string value) {
    if (!value.empty()) form.emplace_back(std::move(name), std::move(value));
  };
  add("jurisdiction_id", endpoint.jurisdiction);
  add("api_key", std::string(api_key));
  add("service_code", request.service);
  if (request.place) {
    add("lat", fmt::format("{:.6f}", request.place->latitude));
    add("long", fmt::format("{:.6f}", request.place->longitude));
  } else {
    add("address_string", request.place_words);
  }
  add("description", std::string(first(request.description, description_most)));
  add("media_url", request.media_url);
  for (const auto& [field, value] : request.attributes) add(field, value);
  return form;
}

}  // namespace wijktafel::forwarding::open311
