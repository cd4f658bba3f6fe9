// Themes whose signals are never public.
#pragma once

#include <string_view>

#include "platform/db/database.hpp"

namespace wijktafel::signals {

bool is_confidential_theme(db::Transaction& tx, std::string_view theme);

}  // namespace wijktafel::signals
