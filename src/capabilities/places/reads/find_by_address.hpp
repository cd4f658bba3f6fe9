// From a postcode and a house number to the neighbourhood.
#pragma once

#include "capabilities/places/model.hpp"

namespace wijktafel::places {

// The postcode lies in more than one area, so the house number is needed.
struct HouseNumberNeeded {};
struct UnknownAddress {};
using AddressRefusal = std::variant<NotAPostcode, HouseNumberNeeded, UnknownAddress>;

bool has_addresses(db::Transaction& tx);
// A house number that is not in the list does not matter where the whole postcode lies in one area.
Result<Area, AddressRefusal> find_by_address(db::Transaction& tx, std::string_view postcode,
                                             std::string_view house_number);

}  // namespace wijktafel::places
