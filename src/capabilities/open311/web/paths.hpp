// Addresses of the administrator's pages.
#pragma once

#include <string>

#include "platform/web/service.hpp"

namespace wijktafel::open311 {

inline std::string manage_path(const web::Service& service) {
  return service.municipality_path + "/beheer/open311";
}
inline std::string end_path(const web::Service& service, std::int64_t key) {
  return manage_path(service) + "/sleutels/" + std::to_string(key);
}
inline std::string service_path(const web::Service& service, std::string_view code) {
  return manage_path(service) + "/diensten/" + std::string(code);
}
inline std::string attribute_path(const web::Service& service, std::string_view code, std::int64_t id) {
  return service_path(service, code) + "/" + std::to_string(id);
}

}  // namespace wijktafel::open311
