#include "capabilities/signals/web/draft_cookie.hpp"

namespace wijktafel::signals {
namespace {

std::string_view cookie_name(const web::Service& service) {
  return service.is_https() ? "__Host-wijktafel-signaal" : "wijktafel-signaal";
}

// Longer than a draft lives, so that who comes back too late is told so instead of meeting an empty form.
constexpr std::int64_t kept_seconds = std::int64_t{3} * 24 * 60 * 60;

}  // namespace

std::string draft_token(const web::Call& call) {
  return std::string(call.request.cookie(cookie_name(call.service)));
}

void keep_draft_token(const web::Call& call, http::Response& response, std::string_view token) {
  http::set_cookie(response, cookie_name(call.service), token,
                   {.secure = call.service.is_https(), .max_age_seconds = kept_seconds});
}

}  // namespace wijktafel::signals
