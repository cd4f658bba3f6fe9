// A state in a word, with a colour that says the same: done, late, ok (on its way), goal, chance, new.
// An unknown tone looks like "new". Never without the word.
#pragma once

#include <boost/describe.hpp>
#include <string>
#include <string_view>

namespace wijktafel::design {

struct StatusBadge {
  static constexpr std::string_view component = "design/status_badge";
  std::string word;
  std::string tone = "new";
};
BOOST_DESCRIBE_STRUCT(StatusBadge, (), (word, tone))

}  // namespace wijktafel::design
