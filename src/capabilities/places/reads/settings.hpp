// What holds in an area on a day, for whoever may change it.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "capabilities/places/places.hpp"

namespace wijktafel::places {

struct StandingSetting {
  std::string name;  // "signals.answer_days"
  web::Setting::Type type{};
  std::string value;  // as it is stored: yes, no, digits or a text
  std::string from;   // name of the area that set it; "" when nobody did and the declared value holds
};
// In the order in which they are declared.
std::vector<StandingSetting> standing_settings(db::Transaction& tx, std::span<const web::Setting> declared,
                                               std::string_view area, Date on);

}  // namespace wijktafel::places
