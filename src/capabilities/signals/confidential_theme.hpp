// What is never public: by its theme, or because whoever told it asked for that.
#pragma once

#include <string_view>

#include "capabilities/items/items.hpp"

namespace wijktafel::signals {

bool is_confidential_theme(db::Transaction& tx, std::string_view theme);
// Also of what is held: that alone does not make it so.
bool is_told_in_confidence(db::Transaction& tx, items::ItemId item, std::string_view theme);

}  // namespace wijktafel::signals
