#include "capabilities/overview/overview.hpp"

#include "capabilities/overview/web/pages.hpp"

namespace wijktafel::overview {

web::Capability capability() {
  web::Capability overview{.name = "overview", .level = 7};
  overview.routes = routes();
  overview.tabs = {{.segment = "", .word_key = "overview.tab", .order = 0}};
  return overview;
}

}  // namespace wijktafel::overview
