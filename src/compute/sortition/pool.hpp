// The people who said yes, and the panel that is wanted: how many, and how many of each kind. Immutable once
// it is made; safe to read from several threads. The reader is read_pool.hpp; docs/methods/leximin.md gives
// the words.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace wijktafel::sortition {

using PersonIndex = std::uint32_t;   // place in Pool::people
using FeatureIndex = std::uint32_t;  // place in Pool::features
using HouseholdIndex = std::uint32_t;

// One value of one category, with its quota: at least `minimum` and at most `maximum` panel members have it.
struct Feature {
  std::string category;  // "leeftijd"
  std::string value;     // "30-44"
  std::int64_t minimum = 0;
  std::int64_t maximum = 0;
  // How far a relaxation may go; nothing: as far as it must.
  std::optional<std::int64_t> lowest_minimum{};
  std::optional<std::int64_t> highest_maximum{};
  // How many of all residents have it, or which share: for reports, not for the draw.
  std::optional<double> population{};
};

struct Person {
  std::string id;                      // as in the file, otherwise the number of the row, from 1
  std::vector<FeatureIndex> features;  // one for each category, in the order of Pool::categories
  HouseholdIndex household = 0;        // people at one address share it; meaningless without a household rule
};

struct Pool {
  std::vector<std::string> categories;
  std::vector<Feature> features;  // the values of a category stand together, in the order of the file
  std::vector<Person> people;
  std::int64_t panel_size = 0;
  std::int64_t per_household = 0;  // at most so many of one household; 0: no rule
};

// A panel: members in ascending order.
using Panel = std::vector<PersonIndex>;

// Whether a panel has the right size and meets every quota and the household rule. Knows nothing of how it
// was found.
bool meets_quotas(const Pool& pool, std::span<const PersonIndex> panel);

}  // namespace wijktafel::sortition
