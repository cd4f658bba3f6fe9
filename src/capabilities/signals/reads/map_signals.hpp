// The open, public signals of an area with a place: for the map as data.
#pragma once

#include <map>

#include "capabilities/signals/map_store.hpp"

namespace wijktafel::signals {

inline constexpr int map_most = 1000;

struct MapSignals {
  std::vector<store::MapRow> signals;         // newest first, at most map_most
  std::map<std::string, std::string> themes;  // key to Dutch name
  bool is_complete = true;                    // false: there are more than these
};
MapSignals map_signals(db::Transaction& tx, std::string_view area, const std::optional<geo::Box>& box);

}  // namespace wijktafel::signals
