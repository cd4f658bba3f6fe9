// The desk of an area changes from a day on. What passed before stays where it went.
#pragma once

#include <variant>

#include "base/result.hpp"
#include "capabilities/safety_net/safety_net.hpp"

namespace wijktafel::safety_net {

struct SetDesk {
  std::string area;  // key
  Desk desk;         // organisation, team, person or none: what lies above says it again
  Date valid_from;
};

struct NoSuchArea {};
struct NoSuchDesk {};
struct BeginsInThePast {};
using SetDeskRefusal = std::variant<NoSuchArea, NoSuchDesk, BeginsInThePast>;

Result<void, SetDeskRefusal> set_desk(db::Transaction& tx, Instant now, const Actor& actor,
                                      const SetDesk& form);

}  // namespace wijktafel::safety_net
