// The pages of the table, its meetings, agenda items and decisions, and what people who run it do there.
#pragma once

#include <vector>

#include "platform/web/call.hpp"

namespace wijktafel::tables {

// The table.
http::Response show_table(const web::Call& call);
http::Response show_rules(const web::Call& call);
http::Response change_rules(const web::Call& call);

// Planning.
http::Response show_plan(const web::Call& call);
http::Response plan(const web::Call& call);
http::Response show_change(const web::Call& call);
http::Response change(const web::Call& call);
http::Response cancel(const web::Call& call);

// One meeting.
http::Response show_meeting(const web::Call& call);
http::Response begin(const web::Call& call);
http::Response end(const web::Call& call);
http::Response show_attendance(const web::Call& call);
http::Response keep_attendance(const web::Call& call);
http::Response show_minutes(const web::Call& call);
http::Response keep_minutes(const web::Call& call);
http::Response adopt(const web::Call& call);

// Its agenda.
http::Response put_on_agenda(const web::Call& call);
http::Response show_agenda_item(const web::Call& call);
http::Response move_point(const web::Call& call);
http::Response keep_discussion(const web::Call& call);

// Its decisions.
http::Response show_decisions(const web::Call& call);
http::Response show_decide(const web::Call& call);
http::Response decide(const web::Call& call);
http::Response show_decision(const web::Call& call);

// For calendars.
http::Response table_calendar(const web::Call& call);
http::Response meeting_calendar(const web::Call& call);

std::vector<web::Route> routes();

// Slots "signal_actions" and "goal_actions": put it on the agenda.
html::SafeHtml agenda_button(const web::Call& call, std::int64_t subject);

}  // namespace wijktafel::tables
