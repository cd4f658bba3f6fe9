// What the safety net has to do with one signal: its term, where it goes, what happened already.
#pragma once

#include "capabilities/safety_net/desks.hpp"
#include "capabilities/safety_net/store.hpp"

namespace wijktafel::safety_net {

struct NetOfSignal {
  items::Item item;
  signals::TermRule term = {};
  std::string theme_name = {};
  std::string term_area = {};  // name of the area whose rule it is; "" for the general term
  std::optional<Date> warned_on = std::nullopt;
  std::optional<store::Passing> passing = std::nullopt;  // of the date that stands, when it has passed
  Desk desk = {};                                        // where it lies, or would go
  std::string desk_name = {};
  std::string desk_area = {};  // name of the area that named it; "" when nobody did
  std::optional<std::string> broken = std::nullopt;
  std::string broken_name = {};
  bool may_act = false;  // is at the desk, or coordinates the area
};
// Nothing for what is closed, does not exist or may not be seen.
std::optional<NetOfSignal> find_net(const web::Call& call, db::Transaction& tx, ItemId id);

}  // namespace wijktafel::safety_net
