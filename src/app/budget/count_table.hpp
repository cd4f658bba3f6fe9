// The outcome of a count for reading.
#pragma once

#include <string>

#include "app/budget/counting.hpp"

namespace wijktafel::app {

// Rule, money, the plans in the order bought, ties, and how many voters got something.
std::string count_text(const CountedFile& file, const TerminalWords& words);

// "{heading}", rule and money: how every text on a counted file begins.
std::string count_beginning(const CountedFile& file, const TerminalWords& words, const std::string& heading);

}  // namespace wijktafel::app
