#include "platform/web/call.hpp"

namespace wijktafel::web {

Call job_call(const Service& service, i18n::Language language, Instant now) {
  static const http::Request no_request;
  return Call{.service = service,
              .request = no_request,
              .actor = identity::system_actor(),
              .language = language,
              .now = now,
              .today = local_date(now),
              .area = std::nullopt};
}

}  // namespace wijktafel::web
