// The list of capabilities: the only place that knows them all.
#pragma once

#include <vector>

#include "platform/web/capability.hpp"

namespace wijktafel::app {

// In order of level. Adding a capability is one include and one line in capabilities.cpp.
std::vector<web::Capability> all_capabilities();

// The migrations of platform and of every capability.
std::vector<db::Migration> all_migrations(const std::vector<web::Capability>& capabilities);

}  // namespace wijktafel::app
