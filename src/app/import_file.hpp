// The product's own exchange format: one JSON object with a section per kind of thing; each capability reads
// its own.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "app/municipality.hpp"

namespace wijktafel::app {

// How many records each section held. What simply is comes first, a section a transaction; what happened
// follows in order of time, a step a transaction, with `clock` (the clock of `municipality`) set to each
// moment and jobs run in between. At the end the clock is back where it was. Throws Failure naming record and
// fault; what came before it stays.
std::map<std::string, std::size_t> import_text(Municipality& municipality, FixedClock& clock,
                                               std::string_view json);

}  // namespace wijktafel::app
