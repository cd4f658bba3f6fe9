#include "capabilities/accounts/web/paths.hpp"

#include "platform/http/message.hpp"

namespace wijktafel::accounts {

std::string code_path(const web::Service& service) { return service.municipality_path + "/inloggen/code"; }

std::string link_path(const web::Service& service, std::string_view token) {
  return service.municipality_path + "/inloggen/link/" + http::percent_encoded(token);
}

std::string demo_path(const web::Service& service) { return service.municipality_path + "/inloggen/demo"; }

std::string my_path(const web::Service& service) { return service.municipality_path + "/mijn"; }

std::string my_sessions_path(const web::Service& service) { return my_path(service) + "/apparaten"; }

std::string my_session_path(const web::Service& service, SessionId session) {
  return my_sessions_path(service) + "/" + std::to_string(raw(session));
}

std::string erase_path(const web::Service& service) { return my_path(service) + "/verwijderen"; }

std::string people_path(const web::Service& service) { return service.municipality_path + "/beheer/mensen"; }

std::string person_path(const web::Service& service, PersonId person) {
  return people_path(service) + "/" + std::to_string(raw(person));
}

std::string role_path(const web::Service& service, PersonId person, RoleId role) {
  return person_path(service, person) + "/rollen/" + std::to_string(raw(role));
}

}  // namespace wijktafel::accounts
