// Numbers as people read them on the terminal; i18n::number() has those with a point or comma in thousands.
#pragma once

#include <string>

#include "platform/i18n/words.hpp"

namespace wijktafel::app {

// With so many decimals and the sign of the language: "0,35". Never "-0". For small numbers.
std::string decimal_text(i18n::Language language, double value, int decimals);

// A part of 1 with one decimal: "12,5 %".
std::string share_text(i18n::Language language, double part);

}  // namespace wijktafel::app
