// The handlers of this capability, and what it puts on pages of others.
#pragma once

#include <cstdint>
#include <vector>

#include "platform/web/call.hpp"

namespace wijktafel::comments {

std::vector<web::Route> routes();

// Slot "item_footer": what people say about this item, and the form.
html::SafeHtml show_conversation(const web::Call& call, std::int64_t subject);
// Slot "my_page": the areas where a moderator must look at something.
html::SafeHtml show_queue_links(const web::Call& call, std::int64_t subject);

http::Response show_all(const web::Call& call);
http::Response lead_to_comment(const web::Call& call);

http::Response send_comment(const web::Call& call);
http::Response show_reply(const web::Call& call);
http::Response send_reply(const web::Call& call);
http::Response show_look_in_mail(const web::Call& call);
http::Response show_received(const web::Call& call);

http::Response show_own(const web::Call& call);
http::Response confirm_own(const web::Call& call);
http::Response remove_by_link(const web::Call& call);
http::Response show_remove(const web::Call& call);
http::Response send_remove(const web::Call& call);

http::Response show_report(const web::Call& call);
http::Response send_report(const web::Call& call);

http::Response show_queue(const web::Call& call);
http::Response show_hide(const web::Call& call);
http::Response send_hide(const web::Call& call);
http::Response send_show(const web::Call& call);

}  // namespace wijktafel::comments
