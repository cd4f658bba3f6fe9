#include "capabilities/organisations/web/pages.hpp"
#include "capabilities/organisations/web/team_pages.hpp"

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
      {Method::get, "/{municipality}/beheer/organisaties/{key}/teams", manager, show_teams},
      {Method::post, "/{municipality}/beheer/organisaties/{key}/teams", manager, add_one_team},
      {Method::get, "/{municipality}/beheer/teams/{number}", manager, show_team},
      {Method::post, "/{municipality}/beheer/teams/{number}", manager, change_one_team},
  };
}

}  // namespace wijktafel::organisations
