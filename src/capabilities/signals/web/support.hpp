// "Ik ook" on other pages.
#pragma once

#include <string>

#include "platform/html/safe_html.hpp"
#include "platform/web/call.hpp"

namespace wijktafel::signals {

// "3 mensen zeggen: ik ook."
std::string supporters_sentence(const web::Call& call, std::int64_t supporters);
// Fills the slot "signal_actions": how many, and the way to the form.
html::SafeHtml show_support(const web::Call& call, std::int64_t subject);

}  // namespace wijktafel::signals
