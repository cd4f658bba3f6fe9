#include "capabilities/comments/web/pages.hpp"
#include "capabilities/comments/web/paths.hpp"

namespace wijktafel::comments {

std::vector<web::Route> routes() {
  using http::Method;
  const auto moderator = web::permitted("comments.moderate");
  const std::string here = "/" + std::string(segment);
  const std::string all = "/{municipality}/{area}" + here + "/{number}";
  const std::string one = all + "/{comment}";
  const std::string own = "/{municipality}/reactie/{token}";
  return {
      {Method::get, "/{municipality}/{area}" + here + "/nakijken", moderator, show_queue},
      {Method::get, "/{municipality}" + here + "/nakijken", moderator, show_queue},

      {Method::get, all, web::anyone(), show_all},
      {Method::post, all, web::anyone(), send_comment},
      {Method::get, all + "/bijna-klaar", web::anyone(), show_look_in_mail},
      {Method::get, all + "/ontvangen", web::anyone(), show_received},

      {Method::get, one, web::anyone(), lead_to_comment},
      {Method::get, one + "/antwoord", web::anyone(), show_reply},
      {Method::post, one + "/antwoord", web::anyone(), send_reply},
      {Method::get, one + "/melden", web::anyone(), show_report},
      {Method::post, one + "/melden", web::anyone(), send_report},
      // The action asks whether it is one's own.
      {Method::get, one + "/verwijderen", web::signed_in(), show_remove},
      {Method::post, one + "/verwijderen", web::signed_in(), send_remove},
      {Method::get, one + "/verbergen", moderator, show_hide},
      {Method::post, one + "/verbergen", moderator, send_hide},
      {Method::post, one + "/tonen", moderator, send_show},

      {Method::get, own, web::anyone(), show_own},
      {Method::post, own, web::anyone(), confirm_own},
      {Method::post, own + "/verwijderen", web::anyone(), remove_by_link},
  };
}

}  // namespace wijktafel::comments
