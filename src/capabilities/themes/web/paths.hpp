// Addresses of the pages of themes.
#pragma once

#include <string>
#include <string_view>

#include "platform/web/service.hpp"

namespace wijktafel::themes {

inline std::string list_path(const web::AreaRef& area) { return area.path + "/themas"; }
inline std::string manage_path(const web::Service& service) {
  return service.municipality_path + "/beheer/themas";
}
inline std::string change_path(const web::Service& service, std::string_view key) {
  return manage_path(service) + "/" + std::string(key);
}

}  // namespace wijktafel::themes
