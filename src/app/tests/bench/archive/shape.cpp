#include "app/tests/bench/archive/shape.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "capabilities/themes/themes.hpp"

namespace wijktafel::archive {
namespace {

// Hours from asked to closed, per service of the measured file.
constexpr Quantiles parking{0.03, 0.26, 0.5, 1.3, 3.9, 17.6, 37.4, 41.7, 92.6, 2095};
constexpr Quantiles abandoned{0.14, 1, 5.2, 271, 554, 740, 1055, 1938, 10588, 13686};
constexpr Quantiles pavement{0.06, 1.1, 12.5, 19.5, 43.4, 66.6, 78.3, 92.5, 135, 7472};
constexpr Quantiles other{0.15, 0.9, 1.2, 3.6, 22.4, 235, 2253, 3354, 12023, 23631};

// Code points of a description and of the note with which it was closed.
constexpr Quantiles text_length{8, 12, 18, 33, 77, 166, 275, 333, 457, 2960};
constexpr Quantiles answer_length{10, 13, 21, 29, 43, 62, 79, 106, 296, 844};

// Requests in each hour of the day, of 2,000.
constexpr std::array<int, 24> per_hour{14,  12,  6,   4,   9,   10,  25,  79, 154, 149, 157, 144,
                                       162, 149, 157, 148, 132, 109, 109, 94, 70,  49,  45,  28};

constexpr std::array<std::string_view, 12> streets{
    "Dorpsstraat", "Oranjestraat",   "Wilhelminastraat", "Kerksingel", "Rodenrijseweg",  "Julianastraat",
    "Berkelseweg", "Noordeindseweg", "Planetenweg",      "Sterrenweg", "Boterdorpseweg", "Hoekeindseweg"};

constexpr std::array<std::string_view, 14> more{"Dit is al de derde keer deze maand.",
                                                "Vooral in de avond is het erg.",
                                                "Mijn buurvrouw van 82 durft er niet meer langs.",
                                                "Vorige week heb ik er ook over gebeld.",
                                                "Kinderen spelen hier na school.",
                                                "Kan iemand komen kijken?",
                                                "Het begon toen de straat open lag.",
                                                "Met regen wordt het erger.",
                                                "Wij willen best meehelpen als iemand zegt hoe.",
                                                "Bij de bushalte is het net zo.",
                                                "Fietsers moeten uitwijken naar de weg.",
                                                "Er komt ook hulp met een rollator langs.",
                                                "Ik hoor graag wanneer dit wordt opgelost.",
                                                "Aan de overkant is het vorig jaar wel gedaan."};

constexpr std::array<std::string_view, 6> answers{
    "Opgelost.",
    "Wij zijn geweest en hebben het hersteld.",
    "Dank voor uw bericht. Onze ploeg heeft dit vandaag gedaan.",
    "Wij hebben gekeken en niets gevonden.",
    "Dit staat nu in het werk van de buitendienst.",
    "De aannemer heeft dit gedaan; kijk gerust of het nu goed is."};

void lengthen(std::string& text, double length, const auto& sentences, Chance& chance) {
  while (static_cast<double>(text.size()) < length) {
    text += ' ';
    text += sentences[chance.below(sentences.size())];
  }
}

}  // namespace

const std::vector<ThemeShape>& theme_shapes() {
  static const std::vector<ThemeShape> shapes{
      {"afval",
       "Afval",
       2,
       false,
       pavement,
       {"Naast de container staat grofvuil", "De ondergrondse container is vol",
        "Zwerfafval waait de straat in"}},
      {"parkeren",
       "Parkeren",
       2,
       false,
       parking,
       {"Een busje staat op de stoep geparkeerd", "Auto's staan voor mijn uitrit",
        "Er wordt dubbel geparkeerd"}},
      {"bestrating",
       "Bestrating",
       2,
       false,
       pavement,
       {"De stoeptegels liggen los", "Er zit een gat in het fietspad", "De stoep is gevaarlijk glad"}},
      {"groen",
       "Groen",
       2,
       false,
       other,
       {"De struiken hangen over het pad", "Een tak is afgebroken", "Het onkruid staat een meter hoog"}},
      {"verlichting",
       "Verlichting",
       6,
       false,
       other,
       {"De lantaarnpaal doet het niet", "Drie lampen achter de garages zijn kapot", "Het pad is donker"}},
      {"wrakken",
       "Wrakken",
       2,
       false,
       abandoned,
       {"Een auto zonder kenteken staat hier al weken", "Fietswrakken blokkeren het rek",
        "Een aanhanger blijft staan"}},
      {"verkeer",
       "Verkeer",
       6,
       false,
       other,
       {"Auto's rijden hier te hard", "Het zebrapad is niet te zien", "Scooters rijden over het voetpad"}},
      {"speelplek",
       "Speelplek",
       3,
       false,
       other,
       {"De schommel is stuk", "Er ligt glas bij de speeltuin", "De bank bij de speeltuin is kapot"}},
      {"water",
       "Water",
       2,
       false,
       other,
       {"De put is verstopt", "Na een bui staat het water op straat", "De sloot stinkt"}},
      {"jeugd",
       "Jongeren",
       5,
       false,
       abandoned,
       {"Jongeren hebben geen plek om samen te komen", "Er is overlast bij het pleintje"}},
      {"ontmoeten",
       "Elkaar ontmoeten",
       1,
       false,
       abandoned,
       {"Ouderen in de flat kennen elkaar niet", "Wij zoeken een ruimte voor een buurtmaaltijd"}},
      {"overlast",
       "Overlast van personen",
       4,
       true,
       abandoned,
       {"Ik voel mij niet veilig bij de ingang", "Er wordt gedeald bij de garages"}},
      {"dieren",
       "Dieren",
       2,
       false,
       parking,
       {"Er lopen ratten bij de vuilnisbakken", "Hondenpoep ligt overal op het veldje"}},
      {"graffiti",
       "Graffiti",
       2,
       false,
       pavement,
       {"De muur van de school is beklad", "Stickers zitten op alle borden"}},
  };
  return shapes;
}

void save_themes(db::Transaction& tx) {
  int order = 100;
  for (const auto& shape : theme_shapes()) {
    ++order;
    if (themes::find_theme(tx, shape.key)) continue;
    themes::Theme theme;
    theme.key = shape.key;
    theme.name = shape.name;
    theme.domains = shape.domains;
    theme.is_confidential = shape.is_confidential;
    theme.order = order;
    themes::save_theme(tx, theme);
  }
}

std::string text_about(const ThemeShape& theme, Chance& chance) {
  const double length = chance.from(text_length);
  std::string text = theme.told[chance.below(theme.told.size())];
  if (length > 33)
    text += fmt::format(" bij {} {}", streets[chance.zipf(streets.size())], 1 + chance.below(140));
  text += '.';
  lengthen(text, length, more, chance);
  return text;
}

std::string answer_to(Chance& chance) {
  std::string text(answers[chance.zipf(answers.size())]);
  lengthen(text, chance.from(answer_length), answers, chance);
  return text;
}

int hour_of_day(Chance& chance) {
  static const int all = [] {
    int sum = 0;
    for (const int count : per_hour) sum += count;
    return sum;
  }();
  auto left = static_cast<int>(chance.below(static_cast<std::size_t>(all)));
  int hour = 0;
  while (left >= per_hour[static_cast<std::size_t>(hour)]) left -= per_hour[static_cast<std::size_t>(hour++)];
  return hour;
}

// The measured file does not tell; so much comes by each door in towns that publish it.
std::string channel_word(Chance& chance) {
  static constexpr std::array<std::string_view, 6> words{"web",  "phone",   "open311",
                                                         "mail", "counter", "meeting"};
  return std::string(words[chance.zipf(words.size())]);
}

}  // namespace wijktafel::archive
