// Texts that belong at another door than the neighbourhood's: recognised by phrases that each area may
// change. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wijktafel::signals {

// formal: an objection, a complaint, a request for enforcement or under the Woo. worry: about a person.
enum class Door { worry, formal, police, rented_home };
std::string_view word(Door door);
std::optional<Door> door_of(std::string_view word);
const std::vector<Door>& all_doors();  // in the order in which they are tried

inline constexpr std::size_t phrases_most = 4000;  // characters of all phrases of one door
inline constexpr std::size_t phrase_least = 4;     // letters: shorter ones would be found everywhere

// What holds where nobody chose otherwise; one phrase a line.
std::string_view default_phrases(Door door);

// Whether the text says one of the phrases: all its words in one sentence, in this order, with at most two
// other words between two of them, and no "geen", "niet" or "nooit" just before. A word that ends in * is the
// beginning of a word. Capitals, accents and punctuation make no difference.
bool says(std::string_view text, std::string_view phrases);

// The first phrase that is too short, or nothing.
std::optional<std::string> too_short_phrase(std::string_view phrases);

}  // namespace wijktafel::signals
