// Which theme a text is about, by the keywords of the themes as Dutch stems. A proposal, never an obligation.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "capabilities/themes/themes.hpp"

namespace wijktafel::signals {

// Key of the theme with the most keywords in the text; of two with as many the first. "" when none is in it.
std::string recognised_theme(const std::vector<themes::Theme>& themes, std::string_view text);

// Whether it is about what people do: nuisance, quarrels, threats. Then the form proposes to keep it
// confidential.
bool is_about_behaviour(std::string_view text);

}  // namespace wijktafel::signals
