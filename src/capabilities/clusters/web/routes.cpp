#include "capabilities/clusters/web/pages.hpp"
#include "capabilities/clusters/web/paths.hpp"

namespace wijktafel::clusters {

std::vector<web::Route> routes() {
  using http::Method;
  const auto see = web::permitted("clusters.see");
  const auto decide = web::permitted("clusters.decide");
  const std::string all = "/{municipality}/{area}/" + std::string(segment);
  const std::string one = all + "/{number}";
  return {
      {Method::get, "/{municipality}/" + std::string(segment), see, show_clusters},
      {Method::get, all, see, show_clusters},
      {Method::get, one, see, show_cluster},
      {Method::post, one + "/agenda", decide, confirm},
      {Method::post, one + "/niet", decide, dismiss},
  };
}

}  // namespace wijktafel::clusters
