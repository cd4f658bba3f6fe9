#include "platform/db/open.hpp"

namespace wijktafel::db {

std::unique_ptr<Database> Database::open(const std::string& address, Options options) {
  constexpr std::string_view sqlite = "sqlite:";
  if (address.starts_with("postgresql://") || address.starts_with("postgres://"))
    return open_postgresql(address, options);
  if (address.starts_with(sqlite) && address.size() > sqlite.size())
    return open_sqlite(address.substr(sqlite.size()), options);
  // The address itself is not repeated: it may hold a password.
  throw Failure("The database address must be sqlite:FILE, sqlite::memory: or postgresql://USER@HOST/NAME.");
}

}  // namespace wijktafel::db
