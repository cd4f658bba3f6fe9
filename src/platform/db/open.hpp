// The two engines behind Database::open.
#pragma once

#include "platform/db/database.hpp"

namespace wijktafel::db {

std::unique_ptr<Database> open_sqlite(const std::string& file, const Options& options);
std::unique_ptr<Database> open_postgresql(const std::string& address, const Options& options);

}  // namespace wijktafel::db
