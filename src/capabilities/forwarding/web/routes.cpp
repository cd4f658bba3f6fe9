#include "capabilities/forwarding/web/pages.hpp"
#include "capabilities/forwarding/web/sent_file_page.hpp"

namespace wijktafel::forwarding {

std::vector<web::Route> routes() {
  using http::Method;
  const auto manager = web::permitted("forwarding.manage");
  const auto sender = web::permitted("forwarding.send");
  const std::string all = "/{municipality}/beheer/doorsturen";
  const std::string one = all + "/{number}";
  const std::string signal = "/{municipality}/{area}/doorsturen/{number}";
  return {
      {Method::get, all, manager, show_destinations},
      {Method::get, all + "/nieuw", manager, show_add},
      {Method::post, all + "/nieuw", manager, post_add},
      {Method::post, all + "/opnieuw", manager, post_retry_all},
      {Method::get, one, manager, show_destination},
      {Method::post, one, manager, post_change},
      {Method::post, one + "/einde", manager, post_end},
      {Method::post, one + "/proberen", manager, post_try},
      {Method::get, one + "/diensten", manager, show_services},
      {Method::post, one + "/diensten", manager, post_services},
      // The page asks whether it is one's own organisation.
      {Method::get, "/{municipality}/doorgestuurd/{number}/signalen.csv", web::signed_in(), show_sent_file},
      {Method::post, signal, sender, post_send},
      {Method::post, signal + "/opnieuw", sender, post_retry},
  };
}

}  // namespace wijktafel::forwarding
