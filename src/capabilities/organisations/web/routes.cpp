#include "capabilities/organisations/web/pages.hpp"

namespace wijktafel::organisations {

std::vector<web::Route> routes() {
  using http::Method;
  const auto manager = web::permitted("organisations.manage");
  return {
      {Method::get, "/{municipality}/organisaties", web::anyone(), show_who_is_who},
      {Method::get, "/{municipality}/organisaties/{key}", web::anyone(), show_organisation},
      {Method::get, "/{municipality}/beheer/organisaties", manager, show_manage},
      {Method::post, "/{municipality}/beheer/organisaties", manager, add},
      {Method::get, "/{municipality}/beheer/organisaties/{key}", manager, show_change},
      {Method::post, "/{municipality}/beheer/organisaties/{key}", manager, change},
  };
}

}  // namespace wijktafel::organisations
