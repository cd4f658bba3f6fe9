#include "capabilities/signals/web/sending.hpp"

#include <chrono>

#include "capabilities/signals/tokens.hpp"
#include "capabilities/signals/web/report_views.hpp"
#include "design/page.hpp"
#include "platform/web/network.hpp"

namespace wijktafel::signals {
namespace {

// This machine itself is a proxy that is not trusted to say for whom it asks, so everybody: not counted.
bool is_this_machine(std::string_view network) {
  return network == "127.0.0.0/24" || network == "0:0:0::/48";
}

}  // namespace

Sender sender_of(const web::Call& call, std::string_view device) {
  const auto network = web::network_of(call.request.peer);
  return {.device_hash = hash_of_token(device),
          .network = is_this_machine(network) ? std::string() : network};
}

http::Response too_many_page(const web::Call& call, const TooManySent& limit, const std::string& back_url) {
  const auto again = local_time(limit.again_at);
  const auto time = i18n::time_of_day(call.language, again.hour, again.minute);
  const MessageView view{.title = call.text("signals.too_many.title"),
                         .text = call.text("signals.too_many.text", {{"time", time}}),
                         .url = back_url,
                         .link_text = call.text("signals.too_many.again")};
  auto response = design::page(call, {.title = view.title, .form_steps = true, .is_private = true},
                               "signals/message", view, 429);
  const auto seconds = std::chrono::ceil<std::chrono::seconds>(limit.again_at - call.now).count();
  return std::move(response.set("Retry-After", std::to_string(seconds)));
}

}  // namespace wijktafel::signals
