// The words of a Dutch text as stems, for comparing texts: "Lantaarnpalen zijn kapot" and "kapotte
// lantaarnpaal" have the same ones. Snowball's Dutch stemmer (libstemmer) behind one function. Thread-safe.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace wijktafel::search {

inline constexpr std::size_t stems_most = 40;

// Each once, in the order of the text, at most `most`: without accents, without words of one or two letters
// and without words that every text has ("het", "niet", "straat").
std::vector<std::string> dutch_stems(std::string_view text, std::size_t most = stems_most);

// How much two words say the same: 1 the same stem, 0.7 when one is the head or tail of the other, as Dutch
// joins words ("lantaarn" in "straatlantaarn"), 0 otherwise.
double likeness(std::string_view stem, std::string_view other);

}  // namespace wijktafel::search
