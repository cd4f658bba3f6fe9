// Where in a file of another system a request stands, so that what is left out can be found by a person.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace wijktafel::open311 {

// The line on which each element of a JSON list begins. The text is valid JSON.
std::vector<std::size_t> lines_of_elements(std::string_view json);

}  // namespace wijktafel::open311
