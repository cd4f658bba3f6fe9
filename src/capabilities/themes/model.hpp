// What a theme may be: doors, domains in words. Pure.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "capabilities/themes/themes.hpp"

namespace wijktafel::themes {

// Words: themes.door.<door>.
inline constexpr std::array<std::string_view, 5> doors{"none", "formal", "police", "rented_home", "worry"};
inline constexpr std::array<std::pair<std::string_view, unsigned>, 3> domains{
    {{"social", 1}, {"physical", 2}, {"safety", 4}}};

std::vector<std::string> domain_words(unsigned set);
unsigned domains_of(const std::vector<std::string>& words);  // what is no domain is left out
// Words as people type them in one field: between commas or on lines, in lower case, each once.
std::vector<std::string> keywords_of(std::string_view typed);
std::string typed_keywords(const std::vector<std::string>& keywords);  // "lamp, lantaarn"

}  // namespace wijktafel::themes
