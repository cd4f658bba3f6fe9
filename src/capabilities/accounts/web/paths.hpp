// The addresses of this capability's pages. The sign-in page's own is design::sign_in_path.
#pragma once

#include <string>
#include <string_view>

#include "capabilities/accounts/accounts.hpp"
#include "capabilities/accounts/model.hpp"

namespace wijktafel::accounts {

std::string code_path(const web::Service& service);                           // "/.../inloggen/code"
std::string link_path(const web::Service& service, std::string_view token);   // "/.../inloggen/link/<token>"
std::string demo_path(const web::Service& service);                           // POST "/.../inloggen/demo"
std::string my_path(const web::Service& service);                             // "/.../mijn"
std::string my_sessions_path(const web::Service& service);                    // POST: end the others
std::string my_session_path(const web::Service& service, SessionId session);  // POST: end this one
std::string erase_path(const web::Service& service);                          // "/.../mijn/verwijderen"
std::string people_path(const web::Service& service);                         // "/.../beheer/mensen"
std::string person_path(const web::Service& service, PersonId person);
std::string role_path(const web::Service& service, PersonId person, RoleId role);  // POST: end it

}  // namespace wijktafel::accounts
