// Text is UTF-8 everywhere; lengths that people see are in code points.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace wijktafel {

bool is_utf8(std::string_view text);
std::size_t length(std::string_view utf8);  // code points
// The first `count` code points; never cuts one in two.
std::string_view first(std::string_view utf8, std::size_t count);

std::string_view trimmed(std::string_view text);  // without ASCII white space at both ends
// What a person typed, made tidy: line ends to \n, control characters away (but \n and \t), trimmed.
std::string tidy(std::string_view typed);
// A title from a text: its first words on one line, at most `count` code points, ended with an ellipsis when
// cut.
std::string first_words(std::string_view text, std::size_t count);

std::vector<std::string_view> split(std::string_view text, char separator);
std::string lower_ascii(std::string_view text);
bool starts_with_ignoring_case(std::string_view text, std::string_view prefix);

// "Bomen- en Struikenbuurt" becomes "bomen-en-struikenbuurt"; Latin letters lose their accents. Empty when
// nothing is left.
std::string slug(std::string_view name);

}  // namespace wijktafel
