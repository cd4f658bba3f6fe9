// How much one network may read without a key: generous, because a whole office stands behind one address,
// and enough against somebody who takes everything over and over. Kept answers and the machine itself do not
// count.
#pragma once

#include <map>
#include <mutex>
#include <string>
#include <string_view>

#include "base/time.hpp"

namespace wijktafel::open311 {

// Thread-safe; in memory, so that reading writes nothing.
class ReadingLimit {
 public:
  explicit ReadingLimit(int most) : most_(most) {}
  // Counts this reading.
  bool allows(std::string_view peer, Instant now);

 private:
  int most_;  // in ten minutes
  std::mutex mutex_;
  std::int64_t window_ = 0;
  std::map<std::string, int, std::less<>> read_;  // by network
};

}  // namespace wijktafel::open311
