// What was told already and looks like what somebody is about to send.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "capabilities/signals/model/likeness.hpp"
#include "capabilities/signals/signals.hpp"

namespace wijktafel::signals {

struct AboutToBeTold {
  std::string area;
  std::string text;  // all that was typed
  std::optional<geo::Point> place = std::nullopt;
  std::string theme = {};
};

struct LikelySame {
  items::Item item;
  double likeness = 0;
  std::optional<int> metres = std::nullopt;  // apart, when both have a place
  std::int64_t supporters = 0;
};

// The most likely first, at most likely_most. Only what everyone may see.
std::vector<LikelySame> likely_duplicates(db::Transaction& tx, const AboutToBeTold& told, Instant now);

}  // namespace wijktafel::signals
