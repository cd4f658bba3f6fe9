#include "capabilities/places/web/pages.hpp"

namespace wijktafel::places {

std::vector<web::Route> routes() {
  using http::Method;
  return {
      {.method = Method::get,
       .pattern = "/{municipality}",
       .access = web::anyone(),
       .handler = show_home,
       .cached_by = std::vector<std::string>{}},
      {.method = Method::get,
       .pattern = "/{municipality}/zoek-buurt",
       .access = web::anyone(),
       .handler = find_by_typed_address},
      {.method = Method::get,
       .pattern = "/{municipality}/hier",
       .access = web::anyone(),
       .handler = find_by_position},
      {.method = Method::get,
       .pattern = "/{municipality}/beheer/instellingen",
       .access = web::permitted("places.set_settings"),
       .handler = show_settings},
      {.method = Method::post,
       .pattern = "/{municipality}/beheer/instellingen",
       .access = web::permitted("places.set_settings"),
       .handler = send_setting},
  };
}

}  // namespace wijktafel::places
