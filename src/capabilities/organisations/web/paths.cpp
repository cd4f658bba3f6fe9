#include "capabilities/organisations/web/paths.hpp"

#include "platform/http/message.hpp"

namespace wijktafel::organisations {

std::string list_path(const web::Service& service) { return service.municipality_path + "/organisaties"; }

std::string page_path(const web::Service& service, std::string_view key) {
  return list_path(service) + "/" + http::percent_encoded(key);
}

std::string manage_path(const web::Service& service) {
  return service.municipality_path + "/beheer/organisaties";
}

std::string change_path(const web::Service& service, std::string_view key) {
  return manage_path(service) + "/" + http::percent_encoded(key);
}

}  // namespace wijktafel::organisations
