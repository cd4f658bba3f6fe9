// A made-up town with known sides, for tests.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "compute/lot/lot.hpp"
#include "compute/opinion/votes.hpp"

namespace wijktafel::opinion {

struct Town {
  std::vector<std::string> people;
  std::vector<std::string> statements;
  std::vector<CastVote> cast;

  Votes votes() const { return {people, statements, cast}; }
};

// `sizes`: people on each side. Every side has its own pattern over the statements; one vote in ten goes the
// other way and one in five is not given. No sides: everybody votes as a coin falls.
inline Town town(const std::vector<std::size_t>& sizes, std::size_t statements, const std::string& seed,
                 bool has_sides = true) {
  lot::Lot lot("test", seed);
  Town made;
  std::vector<std::vector<int>> patterns;
  for (std::size_t side = 0; side < sizes.size(); ++side) {
    patterns.emplace_back();
    for (std::size_t s = 0; s < statements; ++s) patterns.back().push_back(lot.below(2) == 0 ? 1 : -1);
  }
  for (std::size_t s = 0; s < statements; ++s) made.statements.push_back(std::to_string(s));
  for (std::size_t side = 0; side < sizes.size(); ++side)
    for (std::size_t i = 0; i < sizes[side]; ++i) {
      const auto person = static_cast<PersonIndex>(made.people.size());
      made.people.push_back(std::to_string(person));
      for (StatementIndex s = 0; s < statements; ++s) {
        if (lot.below(5) == 0) continue;
        const bool turned = has_sides ? lot.below(10) == 0 : lot.below(2) == 0;
        made.cast.push_back(
            {person, s, static_cast<Vote>(turned ? -patterns[side][s] : patterns[side][s]), 0});
      }
    }
  return made;
}

}  // namespace wijktafel::opinion
