#include "capabilities/accounts/web/pages.hpp"

namespace wijktafel::accounts {

std::vector<web::Route> routes() {
  using http::Method;
  using web::anyone;
  using web::signed_in;
  const auto manager = web::permitted("accounts.manage");
  return {
      {Method::get, "/{municipality}/inloggen", anyone(), show_sign_in},
      {Method::post, "/{municipality}/inloggen", anyone(), ask_to_sign_in},
      {Method::get, "/{municipality}/inloggen/code", anyone(), show_code},
      {Method::post, "/{municipality}/inloggen/code", anyone(), enter_code},
      {Method::get, "/{municipality}/inloggen/link/{token}", anyone(), show_link},
      {Method::post, "/{municipality}/inloggen/link/{token}", anyone(), follow_link},
      {Method::post, "/{municipality}/inloggen/demo", anyone(), enter_as_demo_person},
      {Method::post, "/{municipality}/uitloggen", anyone(), leave},
      {Method::get, "/{municipality}/mijn", signed_in(), show_my_page},
      {Method::post, "/{municipality}/mijn", signed_in(), save_profile},
      {Method::post, "/{municipality}/mijn/apparaten/{number}", signed_in(), end_my_session},
      {Method::post, "/{municipality}/mijn/apparaten", signed_in(), end_my_other_sessions},
      {Method::get, "/{municipality}/mijn/afwezig", signed_in(), show_absence},
      {Method::post, "/{municipality}/mijn/afwezig", signed_in(), send_absence},
      {Method::post, "/{municipality}/mijn/afwezig/{number}", signed_in(), take_absence_back},
      {Method::get, "/{municipality}/mijn/verwijderen", signed_in(), show_erase},
      {Method::post, "/{municipality}/mijn/verwijderen", signed_in(), erase},
      {Method::get, "/{municipality}/beheer/mensen", manager, show_people},
      {Method::post, "/{municipality}/beheer/mensen", manager, add_somebody},
      {Method::get, "/{municipality}/beheer/mensen/{number}", manager, show_person},
      {Method::post, "/{municipality}/beheer/mensen/{number}", manager, give_somebody_a_role},
      {Method::post, "/{municipality}/beheer/mensen/{number}/rollen/{role}", manager, end_somebodys_role},
  };
}

}  // namespace wijktafel::accounts
