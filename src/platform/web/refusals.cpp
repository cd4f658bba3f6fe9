#include "platform/web/refusals.hpp"

namespace wijktafel::web {

std::string_view refusal_word(int status) {
  switch (status) {
    case 405:
    case 501: return "web.refusal.not_possible";
    case 408: return "web.refusal.too_slow";
    case 413: return "web.refusal.too_large";
    case 431: return "web.refusal.too_many_cookies";
    case 505: return "web.refusal.unreadable";
    case 503: return "web.refusal.too_busy";
    default: return status >= 500 ? "web.refusal.failure" : "web.refusal.unreadable";
  }
}

}  // namespace wijktafel::web
