// A fault in a file as a sentence with its place.
#pragma once

#include <string>

#include "app/terminal/language.hpp"
#include "base/input_fault.hpp"

namespace wijktafel::app {

// "regel 12, teken 3: Er is geen plan 15 in dit bestand."
std::string fault_text(const TerminalWords& words, const InputFault& fault);

}  // namespace wijktafel::app
