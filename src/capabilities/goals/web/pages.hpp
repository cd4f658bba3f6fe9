// Every page and form of goals and commitments; addresses and access are in routes.cpp.
#pragma once

#include <vector>

#include "platform/web/call.hpp"

namespace wijktafel::goals {

// --- goals ---
http::Response show_goals(const web::Call& call);
http::Response show_goal(const web::Call& call);
http::Response show_new_goal(const web::Call& call);
http::Response make_new_goal(const web::Call& call);
http::Response send_measurement(const web::Call& call);
http::Response send_gain(const web::Call& call);
http::Response send_closing(const web::Call& call);

// --- commitments ---
http::Response show_commitments(const web::Call& call);
http::Response show_commitment(const web::Call& call);
http::Response show_new_commitment(const web::Call& call);
http::Response make_new_commitment(const web::Call& call);
http::Response send_acceptance(const web::Call& call);
http::Response send_conditional_acceptance(const web::Call& call);
http::Response send_consent(const web::Call& call);
http::Response send_refusal(const web::Call& call);
http::Response send_progress(const web::Call& call);
http::Response send_judgement(const web::Call& call);
http::Response send_new_due(const web::Call& call);
http::Response send_giving_back(const web::Call& call);
http::Response send_lapse(const web::Call& call);
http::Response send_replacement(const web::Call& call);
http::Response send_contact(const web::Call& call);

std::vector<web::Route> routes();

// --- on pages of others ---
// Slots "signal_actions", "decision_actions": what may come of the item with this number.
html::SafeHtml show_next_steps(const web::Call& call, std::int64_t subject);
// Slot "my_page".
html::SafeHtml show_waiting(const web::Call& call, std::int64_t subject);

}  // namespace wijktafel::goals
