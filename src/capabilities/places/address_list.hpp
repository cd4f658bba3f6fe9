// The text of a list of addresses, checked for its form: no database, so that it can be fuzzed. What may
// stand in it is told in actions/import_addresses.hpp.
#pragma once

#include "capabilities/places/model.hpp"
#include "capabilities/places/store.hpp"

namespace wijktafel::places {

using AreaKeys = std::map<std::string, std::string, std::less<>>;  // code or slug to code

// Each house once, or everything that is wrong with its line.
Result<std::vector<store::Address>, std::vector<Fault>> read_address_list(AreaKeys keys,
                                                                          std::string_view csv);

}  // namespace wijktafel::places
