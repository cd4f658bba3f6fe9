// Which themes may be chosen for a text, and which one it seems to be about.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "capabilities/themes/themes.hpp"

namespace wijktafel::signals {

struct ThemeChoice {
  std::vector<themes::Theme> themes;  // in their order
  std::string proposed;               // key; "" when the text says nothing
  bool about_behaviour = false;       // better confidential

  // nullptr for "" and for what is no longer offered.
  const themes::Theme* find(std::string_view key) const;
};
ThemeChoice theme_choice(db::Transaction& tx, std::string_view text);

}  // namespace wijktafel::signals
