#include "capabilities/walks/web/pages.hpp"
#include "platform/files/photo.hpp"

namespace wijktafel::walks {

std::vector<web::Route> routes() {
  using http::Method;
  constexpr std::size_t form_with_photo = files::photo_byte_limit + 1024 * 1024;
  const auto plan = web::permitted("walks.plan");
  const std::string list = "/{municipality}/{area}/schouwen";
  const std::string one = list + "/{number}";
  const std::string point = one + "/punten/{point}";
  return {
      {Method::get, list, web::anyone(), show_list},
      {Method::get, list + "/nieuw", plan, show_plan},
      {Method::post, list + "/nieuw", plan, send_plan},

      {Method::get, one, web::anyone(), show_walk},
      {Method::get, one + "/wijzigen", plan, show_change},
      {Method::post, one + "/wijzigen", plan, send_change},
      {Method::post, one + "/afzeggen", plan, send_cancel},
      {Method::get, one + "/route", plan, show_route},
      {Method::post, one + "/route", plan, send_route},
      {Method::post, one + "/begin", plan, send_begin},
      {Method::post, one + "/einde", plan, send_end},
      {Method::post, one + "/mail", plan, send_list},

      // For who walks along: the action asks.
      {Method::get, one + "/punten/nieuw", web::signed_in(), show_add_point},
      {Method::post, one + "/punten/nieuw", web::signed_in(), send_add_point, form_with_photo},
      {Method::post, point + "/ja", web::signed_in(), send_acceptance},
      {Method::get, point + "/klaar", web::signed_in(), show_after},
      {Method::post, point + "/klaar", web::signed_in(), send_after, form_with_photo},
      {Method::post, point + "/afgedaan", plan, send_settled},
      // A photo that nobody looked at yet is for who walks along: the handler asks.
      {Method::get, one + "/foto/{photo}", web::anyone(), show_photo},
      {Method::get, one + "/foto/{photo}/klein", web::anyone(), show_thumbnail},
      {Method::post, one + "/foto/{photo}/tonen", plan, send_show_photo},

      {Method::get, one + "/actielijst", web::anyone(), show_action_list},
  };
}

}  // namespace wijktafel::walks
