#include "capabilities/overview/web/pages.hpp"

namespace wijktafel::overview {

std::vector<web::Route> routes() {
  using http::Method;
  return {
      {.method = Method::get,
       .pattern = "/{municipality}/{area}",
       .access = web::anyone(),
       .handler = show_neighbourhood,
       .cached_by = std::vector<std::string>{}},
      {.method = Method::get,
       .pattern = "/{municipality}/privacy",
       .access = web::anyone(),
       .handler = show_privacy,
       .cached_by = std::vector<std::string>{}},
      {.method = Method::get,
       .pattern = "/{municipality}/toegankelijkheid",
       .access = web::anyone(),
       .handler = show_accessibility,
       .cached_by = std::vector<std::string>{}},
  };
}

}  // namespace wijktafel::overview
