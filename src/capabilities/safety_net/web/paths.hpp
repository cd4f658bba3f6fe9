// Addresses of the pages of the safety net.
#pragma once

#include <string>

#include "capabilities/safety_net/safety_net.hpp"

namespace wijktafel::safety_net {

inline std::string desks_path(const web::Service& service) {
  return service.municipality_path + "/beheer/vangnet";
}
inline std::string act_path(const web::Service& service, const items::Item& item) {
  return items::url_of(service, item) + "/vangnet";
}

inline std::string week_path(const web::Service& service) { return service.municipality_path + "/deze-week"; }
inline std::string week_mail_path(const web::Service& service) { return week_path(service) + "/mail"; }

}  // namespace wijktafel::safety_net
