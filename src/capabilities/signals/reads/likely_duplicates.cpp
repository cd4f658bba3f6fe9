#include "capabilities/signals/reads/likely_duplicates.hpp"

#include <algorithm>
#include <cmath>

#include "capabilities/signals/likeness.hpp"
#include "capabilities/signals/likeness_store.hpp"
#include "capabilities/signals/store.hpp"
#include "capabilities/signals/support_store.hpp"
#include "platform/search/dutch_stems.hpp"

namespace wijktafel::signals {
namespace {

// Bounds of what is compared, so that a busy square costs no more than a quiet one: about a thousand short
// texts.
constexpr int of_a_cell = 100;
constexpr int of_an_area = 300;
// How many of the best are looked up as items; some may no longer be shown.
constexpr std::size_t looked_up = 10;

struct Scored {
  ItemId item{};
  double likeness = 0;
  std::optional<int> metres;
};

void add_likely(std::vector<Scored>& likely, const Likened& told,
                const std::vector<store::LikenessRow>& rows) {
  for (const auto& row : rows) {
    const double likeness = likeness_of(told, row.likened);
    if (likeness < likely_from) continue;
    std::optional<int> metres;
    if (told.place && row.likened.place)
      metres = static_cast<int>(std::lround(geo::distance_m(*told.place, *row.likened.place)));
    likely.push_back({row.item, likeness, metres});
  }
}

}  // namespace

std::vector<LikelySame> likely_duplicates(db::Transaction& tx, const AboutToBeTold& about, Instant now) {
  const Likened told{.stems = search::dutch_stems(about.text),
                     .place = about.place,
                     .theme = about.theme,
                     .reported_at = now};
  if (told.stems.empty()) return {};
  std::vector<Scored> likely;
  if (about.place) {
    for (const auto& cell : cells_around(*about.place))
      add_likely(likely, told, store::likeness_in_cell(tx, cell, now, of_a_cell));
    add_likely(likely, told, store::likeness_in_cell(tx, cell_without_place(about.area), now, of_a_cell));
  } else {
    add_likely(likely, told, store::likeness_in_area(tx, about.area, now, of_an_area));
  }
  std::ranges::sort(likely, [](const Scored& one, const Scored& other) {
    return one.likeness != other.likeness ? one.likeness > other.likeness : one.item > other.item;
  });
  std::vector<LikelySame> shown;
  for (std::size_t i = 0; i < likely.size() && i < looked_up && shown.size() < likely_most; ++i) {
    auto item = items::find(tx, likely[i].item);
    const auto row = store::find_signal(tx, likely[i].item);
    // Whatever the rows say: what may not be seen is not shown.
    if (!item || !row || !may_be_likened(*item, row->is_held)) continue;
    const auto supporters = store::count_supporters(tx, likely[i].item);
    shown.push_back({std::move(*item), likely[i].likeness, likely[i].metres, supporters});
  }
  return shown;
}

}  // namespace wijktafel::signals
