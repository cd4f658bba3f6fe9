// What real signals look like: when in the day they come, how long their texts are, how long they take and
// how often each theme comes. Measured on data/signals/georeport-boston-2000.json (2,000 requests of 2016 to
// 2020 in four services); the words are Dutch and made up, so that looking for words by their stem has
// something to do.
#pragma once

#include <string>
#include <vector>

#include "app/tests/bench/archive/chance.hpp"
#include "platform/db/database.hpp"

namespace wijktafel::archive {

struct ThemeShape {
  std::string key;
  std::string name;
  unsigned domains = 0;  // as in items
  bool is_confidential = false;
  Quantiles hours_to_close{};
  std::vector<std::string> told;  // sentences people write about it
};

// The most frequent first.
const std::vector<ThemeShape>& theme_shapes();
// Those that the municipality does not have yet are added to its catalogue.
void save_themes(db::Transaction& tx);

std::string text_about(const ThemeShape& theme, Chance& chance);
std::string answer_to(Chance& chance);
int hour_of_day(Chance& chance);
std::string channel_word(Chance& chance);

}  // namespace wijktafel::archive
