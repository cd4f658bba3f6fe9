#include "capabilities/sheets/web/pages.hpp"

namespace wijktafel::sheets {

std::vector<web::Route> routes() {
  using http::Method;
  const auto enter = web::permitted("sheets.enter");
  const auto call_back = web::permitted("sheets.call_back");
  const std::string all = "/{municipality}/{area}/portiekblad";
  const std::string one = all + "/{key}";
  return {
      {Method::get, all, web::anyone(), lead_to_sheet},
      {Method::get, all + "/hulp", call_back, show_help},
      {Method::post, all + "/hulp/{number}", call_back, send_called},
      {Method::get, one, web::anyone(), show_sheet},
      {Method::get, one + "/strook", enter, show_strip},
      {Method::post, one + "/strook", enter, send_strip},
  };
}

}  // namespace wijktafel::sheets
