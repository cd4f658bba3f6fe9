// SQL for the map of what is open and public: one walk along an index of its own.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "capabilities/signals/signals.hpp"

namespace wijktafel::signals::store {

struct MapRow {
  ItemId item{};
  std::string title;
  std::string status;
  std::string area;
  geo::Point place;
  std::string theme;
};
// Open, public and with a place, newest first; within the box when one is given.
std::vector<MapRow> open_on_map(db::Transaction& tx, std::string_view area,
                                const std::optional<geo::Box>& box, int most);

}  // namespace wijktafel::signals::store
