#include "capabilities/accounts/web/cookies.hpp"

#include "capabilities/accounts/model.hpp"

namespace wijktafel::accounts {

namespace {

// Beside the session's cookie and bound to the host in the same way.
std::string_view asking_cookie(const web::Service& service) {
  return service.is_https() ? "__Host-wijktafel-inloggen" : "wijktafel-inloggen";
}

void set(http::Response& response, const web::Call& call, std::string_view name, std::string_view value,
         std::chrono::seconds life) {
  http::set_cookie(response, name, value,
                   {.secure = call.service.is_https(), .max_age_seconds = life.count()});
}

}  // namespace

std::string_view session_token_of(const web::Call& call) {
  return call.request.cookie(call.service.session_cookie());
}

Browser browser_of(const web::Call& call) {
  return {.device = device_of(call.request.header("User-Agent")),
          .session_token = std::string(session_token_of(call))};
}

std::string_view asking_token_of(const web::Call& call) {
  return call.request.cookie(asking_cookie(call.service));
}

void remember_asking(http::Response& response, const web::Call& call, std::string_view browser_token) {
  set(response, call, asking_cookie(call.service), browser_token, link_life);
}

http::Response go_on_signed_in(const web::Call& call, const SignedIn& signed_in) {
  auto response = http::see_other(signed_in.return_path);
  set(response, call, call.service.session_cookie(), signed_in.session_token, signed_in.life);
  set(response, call, asking_cookie(call.service), "", std::chrono::seconds(0));
  return response;
}

http::Response go_on_signed_out(const web::Call& call) {
  auto response = http::see_other(own_path(call.service.municipality_path, {}));
  set(response, call, call.service.session_cookie(), "", std::chrono::seconds(0));
  return response;
}

}  // namespace wijktafel::accounts
