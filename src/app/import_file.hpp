// The product's own exchange format: one JSON object with a section per kind of thing; each capability reads its own.
#pragma once

#include "app/municipality.hpp"

#include <map>
#include <string>
#include <string_view>

namespace wijktafel::app {

// How many records each section held. Sections are read in order of level; each is one transaction. Throws Failure naming
// the section and the fault; sections before it stay.
std::map<std::string, std::size_t> import_text(Municipality& municipality, std::string_view json);

}  // namespace wijktafel::app
