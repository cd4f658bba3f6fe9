// The pages of the safety net, and what it shows on pages of others.
#pragma once

#include <vector>

#include "platform/web/call.hpp"

namespace wijktafel::safety_net {

http::Response show_desks(const web::Call& call);
http::Response send_desk(const web::Call& call);
http::Response show_act(const web::Call& call);
http::Response send_act(const web::Call& call);
http::Response show_week(const web::Call& call);
http::Response send_week_mail(const web::Call& call);  // every Monday, or no longer
http::Response show_answers(const web::Call& call);

// Slots: on the page of a signal; on that of a meeting; on the own page of an administrator.
html::SafeHtml show_net(const web::Call& call, std::int64_t subject);
html::SafeHtml show_at_table(const web::Call& call, std::int64_t subject);
html::SafeHtml link_to_desks(const web::Call& call, std::int64_t subject);
html::SafeHtml show_broken_here(const web::Call& call, std::int64_t subject);  // to a coordinator
html::SafeHtml show_all_broken(const web::Call& call, std::int64_t subject);   // to an administrator
html::SafeHtml show_own_answers(const web::Call& call,
                                std::int64_t subject);  // on the page of an organisation
html::SafeHtml link_to_answers(const web::Call& call, std::int64_t subject);
html::SafeHtml link_to_week(const web::Call& call, std::int64_t subject);

std::vector<web::Route> routes();

}  // namespace wijktafel::safety_net
