// The database is there and works, only not now: away, full, locked for too long, or not to be written in.
// Nothing was kept, or nobody knows whether it was; trying again later may help. Everything else that is
// wrong with a database is a Failure and stays wrong.
#pragma once

#include "base/result.hpp"

namespace wijktafel::db {

class Unavailable : public Failure {
 public:
  using Failure::Failure;
};

}  // namespace wijktafel::db
