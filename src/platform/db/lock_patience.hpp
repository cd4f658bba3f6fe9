// How long a migration waits for a table that somebody else uses (PostgreSQL). ALTER TABLE waits at the head
// of a queue in which everybody who wants that table stands behind it: behind a backup of an hour, the whole
// site would wait. So it waits a little, lets the others go first, and tries again.
#pragma once

#include <chrono>
#include <vector>

#include "platform/db/migrate.hpp"

namespace wijktafel::db {

struct LockPatience {
  std::chrono::milliseconds each{5'000};
  int times = 4;
  std::chrono::milliseconds between{1'000};
};

MigrationReport migrate(Database& database, std::vector<Migration> migrations, const LockPatience& patience);

}  // namespace wijktafel::db
