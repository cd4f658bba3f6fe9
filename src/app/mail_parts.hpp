// What a mail says of things that may be confidential or destroyed by the time it leaves
// (platform/mail/later.hpp).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "platform/db/database.hpp"

namespace wijktafel::app {

// "title" of an item, "waiting_for" of a signal, the text of a milestone, "walk_point_nl" of a point of an
// inspection walk. Nothing of what not everyone may see.
std::optional<std::string> look_up_for_mail(db::Transaction& tx, std::string_view name, std::int64_t id);

}  // namespace wijktafel::app
