// The map of opinions as a drawing (SVG): near is alike. A mark per place and group, its area as the people
// that stand there; groups differ by shape and letter as well as colour. No participants are named in it.
#pragma once

#include <cstddef>
#include <string>

#include "app/terminal/language.hpp"
#include "compute/opinion/analysis.hpp"

namespace wijktafel::app {

std::string opinion_map(const opinion::Analysis& analysis, const TerminalWords& words);

std::string group_letter(std::size_t group);  // A, B, ... the largest group is A

}  // namespace wijktafel::app
