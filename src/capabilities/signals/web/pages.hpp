// Every page and every form of signals; their addresses and who may use them are in routes.cpp.
#pragma once

#include <vector>

#include "platform/web/call.hpp"

namespace wijktafel::signals {

// Reporting: what, where, how; then the receipt.
http::Response show_what(const web::Call& call);
http::Response send_what(const web::Call& call);
http::Response show_where(const web::Call& call);
http::Response send_where(const web::Call& call);
http::Response show_how(const web::Call& call);
http::Response send_how(const web::Call& call);
http::Response show_receipt(const web::Call& call);
// Pictures on these pages: the map with the chosen place, a photo of the draft.
http::Response draw_place_picture(const web::Call& call);
http::Response show_draft_photo(const web::Call& call);
// What a browser keeps to open the first screen without a connection.
http::Response show_report_worker(const web::Call& call);

// Reading.
http::Response show_list(const web::Call& call);
http::Response show_signal(const web::Call& call);
http::Response show_photo(const web::Call& call);
http::Response show_map_data(const web::Call& call);

// Telling more about it.
http::Response send_update(const web::Call& call);
http::Response send_followed_update(const web::Call& call);
http::Response show_waiting_updates(const web::Call& call);
http::Response send_update_shown(const web::Call& call);
http::Response send_update_left_out(const web::Call& call);
html::SafeHtml link_to_waiting_updates(const web::Call& call, std::int64_t subject);
// Another door, and what waits for a look.
http::Response show_door_words(const web::Call& call);
http::Response send_door_words(const web::Call& call);
http::Response send_forward(const web::Call& call);
http::Response show_held(const web::Call& call);
http::Response send_let_through(const web::Call& call);
http::Response send_removal(const web::Call& call);
http::Response send_removal_back(const web::Call& call);

// For who answers the telephone or stands at the counter.
http::Response show_enter(const web::Call& call);
http::Response send_enter(const web::Call& call);
http::Response show_entered(const web::Call& call);

// "Ik ook".
http::Response show_support_form(const web::Call& call);
http::Response send_support(const web::Call& call);
http::Response show_supported(const web::Call& call);

// Neighbours first.
http::Response send_pick_up(const web::Call& call);
http::Response send_pickup_news(const web::Call& call);
http::Response send_help(const web::Call& call);
http::Response send_stop_helping(const web::Call& call);

// Following by secret link.
http::Response show_followed(const web::Call& call);
http::Response send_verdict(const web::Call& call);
http::Response send_stop(const web::Call& call);
http::Response send_still_so(const web::Call& call);

// Working on them.
http::Response show_work(const web::Call& call);
http::Response show_my_work(const web::Call& call);
http::Response show_split(const web::Call& call);
http::Response send_split(const web::Call& call);
http::Response send_undo_duplicate(const web::Call& call);
http::Response send_view(const web::Call& call);
http::Response remove_view_asked(const web::Call& call);
http::Response send_bulk(const web::Call& call);
http::Response show_templates(const web::Call& call);
http::Response send_template(const web::Call& call);
http::Response remove_template_asked(const web::Call& call);
http::Response send_note(const web::Call& call);
http::Response send_arrangement(const web::Call& call);
http::Response send_assignment(const web::Call& call);
http::Response send_answer(const web::Call& call);
http::Response send_referral(const web::Call& call);
http::Response send_duplicate(const web::Call& call);
http::Response show_reporter(const web::Call& call);
http::Response send_confidential(const web::Call& call);
http::Response show_looks(const web::Call& call);
http::Response show_promise_rules(const web::Call& call);
http::Response send_promise_rule(const web::Call& call);
html::SafeHtml link_to_promise_rules(const web::Call& call, std::int64_t subject);
html::SafeHtml link_to_looks(const web::Call& call, std::int64_t subject);

std::vector<web::Route> routes();

}  // namespace wijktafel::signals
