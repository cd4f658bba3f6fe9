#include "platform/db/value.hpp"

#include <fmt/format.h>

#include "base/result.hpp"

namespace wijktafel::db {

void wrong_column(std::size_t column, const char* wanted) {
  throw Failure(fmt::format("column {} of a database row does not hold a {}", column, wanted));
}

}  // namespace wijktafel::db
