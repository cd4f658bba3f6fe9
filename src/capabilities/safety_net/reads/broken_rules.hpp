// Rules at whose end nobody is, with the words of what they are about.
#pragma once

#include "capabilities/safety_net/store.hpp"

namespace wijktafel::safety_net {

struct ShownBroken {
  store::BrokenRule rule;
  std::string theme_name;
  std::string area_name;
};
// Of every area when `lineage` is empty; else those that hold in its first area, or lie below it.
std::vector<ShownBroken> shown_broken(const web::Call& call, db::Transaction& tx,
                                      const std::vector<std::string>& lineage);

}  // namespace wijktafel::safety_net
