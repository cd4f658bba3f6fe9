#include "capabilities/safety_net/web/pages.hpp"

namespace wijktafel::safety_net {

std::vector<web::Route> routes() {
  using http::Method;
  const auto manager = web::permitted("safety_net.set_desks");
  const std::string act = "/{municipality}/{area}/signalen/{number}/vangnet";
  return {
      {Method::get, "/{municipality}/beheer/vangnet", manager, show_desks},
      {Method::post, "/{municipality}/beheer/vangnet", manager, send_desk},
      // For who is at the desk of this signal: the handler asks.
      {Method::get, act, web::signed_in(), show_act},
      {Method::post, act, web::signed_in(), send_act},
      {Method::get, "/{municipality}/deze-week", web::signed_in(), show_week},
      {Method::post, "/{municipality}/deze-week/mail", web::signed_in(), send_week_mail},
      {Method::get, "/{municipality}/antwoorden", web::anyone(), show_answers, 1024 * 1024,
       std::vector<std::string>{}},
  };
}

}  // namespace wijktafel::safety_net
