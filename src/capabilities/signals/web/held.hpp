// The way to held reports, on the work page of an area.
#pragma once

#include "platform/html/safe_html.hpp"
#include "platform/web/call.hpp"

namespace wijktafel::signals {

// Fills the slot "area_work".
html::SafeHtml link_to_held(const web::Call& call, std::int64_t subject);

}  // namespace wijktafel::signals
