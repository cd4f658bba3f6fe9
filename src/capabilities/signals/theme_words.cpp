#include "capabilities/signals/theme_words.hpp"

#include <algorithm>

#include "capabilities/signals/model/door_words.hpp"
#include "platform/search/dutch_stems.hpp"

namespace wijktafel::signals {
namespace {

// One phrase a line, as in door_words.hpp.
constexpr std::string_view behaviour_phrases =
    "overlast van\noverlast "
    "door\ngeluidsoverlast\nburenoverlast\nburenruzie\nhangjongeren\nhangjeugd\njongeren schelden\n"
    "schelden\nuitgescholden\nintimideren\nintimiderend*\nlastiggevallen\nlastig "
    "gevallen\nbedreig*\nvechten\nvechtpartij*\n"
    "drugs*\ndealen\ndealer*\nmijn buurman\nmijn buurvrouw\nmijn buren\nde buurman\nde buurvrouw\nde "
    "overburen\n"
    "dronken\nvandalen\nvernielen";

// How much of this keyword the text has: 1, 0.7 for a joined word, 0. Of several words the least counts.
double found(const std::vector<std::string>& keyword, const std::vector<std::string>& text) {
  if (keyword.empty()) return 0;
  double least = 1;
  for (const auto& wanted : keyword) {
    double best = 0;
    for (const auto& stem : text) best = std::max(best, search::likeness(wanted, stem));
    least = std::min(least, best);
  }
  return least;
}

}  // namespace

std::string recognised_theme(const std::vector<themes::Theme>& themes, std::string_view text) {
  const auto stems = search::dutch_stems(text);
  std::string recognised;
  double most = 0;
  for (const auto& theme : themes) {
    double sum = 0;
    for (const auto& keyword : theme.keywords) sum += found(search::dutch_stems(keyword), stems);
    if (sum <= most) continue;
    most = sum;
    recognised = theme.key;
  }
  return recognised;
}

bool is_about_behaviour(std::string_view text) { return says(text, behaviour_phrases); }

}  // namespace wijktafel::signals
