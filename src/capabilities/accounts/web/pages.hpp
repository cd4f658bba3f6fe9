// The pages of accounts: signing in and out, the own page, and what an administrator does with people and
// roles.
#pragma once

#include <vector>

#include "platform/web/call.hpp"

namespace wijktafel::accounts {

// sign_in_pages.cpp
http::Response show_sign_in(const web::Call& call);
http::Response ask_to_sign_in(const web::Call& call);
http::Response show_code(const web::Call& call);
http::Response enter_code(const web::Call& call);
http::Response enter_as_demo_person(const web::Call& call);
http::Response leave(const web::Call& call);
// link_pages.cpp
http::Response show_link(const web::Call& call);
http::Response follow_link(const web::Call& call);
// my_pages.cpp
http::Response show_my_page(const web::Call& call);
http::Response save_profile(const web::Call& call);
http::Response end_my_session(const web::Call& call);
http::Response end_my_other_sessions(const web::Call& call);
http::Response show_erase(const web::Call& call);
http::Response erase(const web::Call& call);
// absence_pages.cpp
http::Response show_absence(const web::Call& call);
http::Response send_absence(const web::Call& call);
http::Response take_absence_back(const web::Call& call);
html::SafeHtml link_to_absence(const web::Call& call, std::int64_t);
// people_pages.cpp
http::Response show_people(const web::Call& call);
http::Response add_somebody(const web::Call& call);
// person_pages.cpp
http::Response show_person(const web::Call& call);
http::Response give_somebody_a_role(const web::Call& call);
http::Response end_somebodys_role(const web::Call& call);

// For the slot "organisation_people": the names of those who speak for the organisation.
html::SafeHtml show_people_of_organisation(const web::Call& call, std::int64_t organisation);

std::vector<web::Route> routes();

}  // namespace wijktafel::accounts
