#include "platform/db/open.hpp"

namespace wijktafel::db {

std::unique_ptr<Database> open_postgresql(const std::string&, const Options&) {
  throw Failure("PostgreSQL is not part of this program yet.");
}

}  // namespace wijktafel::db
