#include "capabilities/statistics/web/pages.hpp"

namespace wijktafel::statistics {

std::vector<web::Route> routes() {
  std::vector<web::Route> routes;
  for (const std::string area : {"/{municipality}", "/{municipality}/{area}"}) {
    const auto page = [&](const std::string& name, web::Handler handler) {
      routes.push_back({.method = http::Method::get,
                        .pattern = area + name,
                        .access = web::anyone(),
                        .handler = std::move(handler),
                        .cached_by = std::vector<std::string>{"van", "tot"}});
    };
    page("/cijfers", show_figures);
    page("/cijfers.csv", figures_as_csv);
    // Large, and asked for now and then: not kept.
    routes.push_back({http::Method::get, area + "/cijfers/signalen.csv", web::anyone(), signals_as_csv});
    routes.push_back(
        {http::Method::get, area + "/cijfers/signalen.geojson", web::anyone(), signals_as_geojson});
  }
  return routes;
}

}  // namespace wijktafel::statistics
