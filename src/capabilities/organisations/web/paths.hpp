// The addresses of this capability's pages.
#pragma once

#include <string>
#include <string_view>

#include "platform/web/service.hpp"

namespace wijktafel::organisations {

std::string list_path(const web::Service& service);                        // "/.../organisaties"
std::string page_path(const web::Service& service, std::string_view key);  // "/.../organisaties/politie"
std::string manage_path(const web::Service& service);                      // "/.../beheer/organisaties"
std::string change_path(const web::Service& service,
                        std::string_view key);  // "/.../beheer/organisaties/politie"

}  // namespace wijktafel::organisations
