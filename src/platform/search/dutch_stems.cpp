#include "platform/search/dutch_stems.hpp"

#include <algorithm>
#include <array>
#include <libstemmer.h>
#include <memory>

#include "base/result.hpp"
#include "base/text.hpp"

namespace wijktafel::search {
namespace {

// Sorted. Words without a subject of their own, and words that stand in every report of a neighbourhood.
constexpr std::array<std::string_view, 119> common_words{
    "aan",      "aangeven", "achter",  "alle",   "alles",   "als",      "altijd",   "andere", "beste",
    "bij",      "blijft",   "buurt",   "daar",   "dag",     "dagen",    "dan",      "dat",    "deze",
    "die",      "dit",      "doen",    "door",   "dus",     "echt",     "een",      "eens",   "elke",
    "ene",      "erg",      "ervoor",  "gaan",   "gaat",    "geen",     "gemeente", "graag",  "haar",
    "had",      "heb",      "hebben",  "heeft",  "heel",    "hem",      "hen",      "het",    "hier",
    "hij",      "hoe",      "hun",     "iemand", "iets",    "ieder",    "iedere",   "ik",     "jaar",
    "jullie",   "kan",      "keer",    "komen",  "komt",    "kunnen",   "kunt",     "laat",   "maanden",
    "maar",     "meer",     "melding", "men",    "met",     "mij",      "mijn",     "moet",   "moeten",
    "mogelijk", "naar",     "naast",   "niet",   "niets",   "nog",      "nooit",    "onder",  "ons",
    "onze",     "ook",      "over",    "plaats", "plek",    "probleem", "sinds",    "soms",   "staan",
    "staat",    "steeds",   "straat",  "tegen",  "toch",    "tot",      "uit",      "van",    "vaak",
    "veel",     "vandaag",  "volgens", "voor",   "wanneer", "waar",     "waarom",   "want",   "wat",
    "weer",     "weken",    "wel",     "werd",   "wie",     "wij",      "wil",      "worden", "wordt",
    "zeer",     "zijn",
};

bool is_common(std::string_view word) { return std::ranges::find(common_words, word) != common_words.end(); }

struct Release {
  void operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }
};

// One for each thread: a stemmer holds the word it is working on.
sb_stemmer* stemmer_of_thread() {
  thread_local const std::unique_ptr<sb_stemmer, Release> stemmer(sb_stemmer_new("dutch", "UTF_8"));
  WIJKTAFEL_ASSERT(stemmer != nullptr, "libstemmer knows Dutch");
  return stemmer.get();
}

std::string stem_of(std::string_view word) {
  auto* const stemmer = stemmer_of_thread();
  const auto* stem = sb_stemmer_stem(stemmer, reinterpret_cast<const sb_symbol*>(word.data()),
                                     static_cast<int>(word.size()));
  if (stem == nullptr) return std::string(word);  // no memory: the word itself is near enough
  std::string_view root(reinterpret_cast<const char*>(stem),
                        static_cast<std::size_t>(sb_stemmer_length(stemmer)));
  // The algorithm takes the s of "fiets" for a plural and that of "fietsen" not: without it both are one
  // word.
  if (root.size() > 4 && root.ends_with('s')) root.remove_suffix(1);
  return std::string(root);
}

}  // namespace

std::vector<std::string> dutch_stems(std::string_view text, std::size_t most) {
  std::vector<std::string> stems;
  // Small letters without accents, everything else a hyphen.
  const std::string plain = slug(text);
  for (const auto word : split(plain, '-')) {
    if (stems.size() >= most) break;
    if (word.size() < 3 || is_common(word)) continue;
    auto stem = stem_of(word);
    if (std::ranges::find(stems, stem) == stems.end()) stems.push_back(std::move(stem));
  }
  return stems;
}

double likeness(std::string_view stem, std::string_view other) {
  constexpr std::size_t shortest_part = 5;
  if (stem == other) return 1;
  const auto part = stem.size() < other.size() ? stem : other;
  const auto whole = stem.size() < other.size() ? other : stem;
  if (part.size() < shortest_part || part.size() == whole.size()) return 0;
  return whole.starts_with(part) || whole.ends_with(part) ? 0.7 : 0;
}

}  // namespace wijktafel::search
