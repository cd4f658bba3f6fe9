// How many see the same.
#pragma once

#include "capabilities/signals/signals.hpp"

namespace wijktafel::signals {

struct Support {
  std::int64_t supporters = 0;
  bool can_be_supported = false;  // open, public and no compliment
};
Support support_of(db::Transaction& tx, ItemId item);

}  // namespace wijktafel::signals
