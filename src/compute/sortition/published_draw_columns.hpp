// The columns of pool.csv that are no category; with underscores behind them when a category has the name.
#pragma once

#include <string>

#include "compute/sortition/pool.hpp"
#include "compute/sortition/read_pool.hpp"

namespace wijktafel::sortition {

struct PoolColumns {
  std::string id;
  std::string household;
};

PoolColumns pool_columns(const Pool& pool);

}  // namespace wijktafel::sortition
