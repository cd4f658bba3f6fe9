// When the services last changed: programs that keep a copy ask for them anew.
#pragma once

#include <optional>
#include <string>

#include "base/time.hpp"
#include "platform/db/database.hpp"

namespace wijktafel::open311 {

// Since when the services are as this digest says; nothing when they changed after they were last looked at.
std::optional<Instant> known_changeset(db::Transaction& tx, const std::string& digest);
// The moment at which this digest was first seen.
Instant note_changeset(db::Transaction& tx, Instant now, const std::string& digest);

}  // namespace wijktafel::open311
