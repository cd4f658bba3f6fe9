#include "capabilities/themes/web/pages.hpp"

namespace wijktafel::themes {

std::vector<web::Route> routes() {
  using http::Method;
  const auto manager = web::permitted("themes.manage");
  const std::string manage = "/{municipality}/beheer/themas";
  const std::vector<std::string> no_query;
  constexpr std::size_t form = 1024 * 1024;
  return {
      {Method::get, "/{municipality}/themas", web::anyone(), show_themes, form, no_query},
      {Method::get, "/{municipality}/{area}/themas", web::anyone(), show_themes, form, no_query},
      {Method::get, manage, manager, show_manage},
      {Method::post, manage, manager, add},
      {Method::post, "/{municipality}/beheer/themas-overnemen", manager, adopt},
      {Method::get, manage + "/{key}", manager, show_change},
      {Method::post, manage + "/{key}", manager, change},
      {Method::post, manage + "/{key}/regels", manager, add_rule},
  };
}

}  // namespace wijktafel::themes
