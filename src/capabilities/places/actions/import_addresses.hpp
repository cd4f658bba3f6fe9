// The list of addresses: which house lies in which area. A whole list each time; the one before it is
// replaced.
//
//   postcode;huisnummer;straat;gebied
//   2651AB;12;Oranjelaan;BU16212131
//
// The columns may stand in any order and `straat` may be left out; `gebied` is a code or a slug. Letters
// behind a house number are left out.
#pragma once

#include "capabilities/places/model.hpp"

namespace wijktafel::places {

// The number of addresses, or everything that is wrong with its line; then nothing changes.
Result<std::size_t, std::vector<Fault>> import_addresses(db::Transaction& tx, std::string_view csv);

}  // namespace wijktafel::places
