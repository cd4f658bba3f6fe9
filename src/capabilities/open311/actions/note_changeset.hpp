// When the services last changed: programs that keep a copy ask for them anew.
#pragma once

#include <string>

#include "base/time.hpp"
#include "platform/db/database.hpp"

namespace wijktafel::open311 {

// The moment at which this digest was first seen.
Instant note_changeset(db::Transaction& tx, Instant now, const std::string& digest);

}  // namespace wijktafel::open311
