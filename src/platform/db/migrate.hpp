// Migrations: forward only, numbered per capability, run in order (level, capability, number), each in a
// transaction, recorded with a checksum in schema_change, under a lock so that two starting nodes do not both
// run them. One portable file per change; $IDENTITY becomes the engine's numbered primary key and $BYTES its
// binary type.
#pragma once

#include <string>
#include <vector>

#include "platform/db/database.hpp"

namespace wijktafel::db {

struct Migration {
  int level = 0;  // of the capability; the platform's own come first with -1
  std::string capability;
  int number = 0;
  std::string name;  // 0001_create_signals
  std::string sql;
};

struct MigrationReport {
  std::vector<std::string> applied;  // capability/name, in order
};

// The migrations of a capability among the embedded files:
// src/capabilities/<name>/migrations/NNNN_verb_object.sql (or src/platform/<name>/migrations); `folder` is
// that path without src/. Sorted by number.
std::vector<Migration> embedded_migrations(int level, const std::string& folder,
                                           const std::string& capability);

// The platform's own: area_change, job. `migrate` adds them itself when they are not given.
std::vector<Migration> platform_migrations();

// Throws Failure when a recorded migration is missing here or its text has changed since it ran. Give all
// migrations of the program at once. INTEGER and REAL become BIGINT and DOUBLE PRECISION on PostgreSQL, where
// they are narrow.
MigrationReport migrate(Database& database, std::vector<Migration> migrations);

}  // namespace wijktafel::db
