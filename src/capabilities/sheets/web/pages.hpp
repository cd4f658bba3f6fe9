// The pages of sheets.
#pragma once

#include <vector>

#include "platform/web/capability.hpp"

namespace wijktafel::sheets {

http::Response lead_to_sheet(const web::Call& call);  // of this month
http::Response show_sheet(const web::Call& call);
http::Response show_strip(const web::Call& call);
http::Response send_strip(const web::Call& call);
http::Response show_help(const web::Call& call);
http::Response send_called(const web::Call& call);

std::vector<web::Route> routes();

// Slot "area_overview": the way to the sheet of this month; slot "area_work": to what came back.
html::SafeHtml link_to_sheet(const web::Call& call, std::int64_t subject);
html::SafeHtml link_to_help(const web::Call& call, std::int64_t subject);

}  // namespace wijktafel::sheets
