#include "compute/sortition/tests/sortition_support.hpp"

#include <algorithm>
#include <numeric>

namespace wijktafel::sortition {

Pool plain_pool(const std::vector<std::size_t>& values, const std::vector<std::vector<std::size_t>>& vectors,
                std::int64_t size) {
  Pool pool;
  pool.panel_size = size;
  std::vector<FeatureIndex> begins;
  for (std::size_t c = 0; c < values.size(); ++c) {
    pool.categories.push_back("c" + std::to_string(c));
    begins.push_back(static_cast<FeatureIndex>(pool.features.size()));
    for (std::size_t v = 0; v < values[c]; ++v)
      pool.features.push_back({.category = pool.categories.back(),
                               .value = "v" + std::to_string(v),
                               .minimum = 0,
                               .maximum = size,
                               .lowest_minimum = {},
                               .highest_maximum = {}});
  }
  for (std::size_t i = 0; i < vectors.size(); ++i) {
    Person person{.id = std::to_string(i + 1), .features = {}, .household = static_cast<HouseholdIndex>(i)};
    for (std::size_t c = 0; c < values.size(); ++c)
      person.features.push_back(begins[c] + static_cast<FeatureIndex>(vectors[i][c]));
    pool.people.push_back(std::move(person));
  }
  return pool;
}

Pool random_pool(std::mt19937_64& random, std::size_t people, std::int64_t size, std::int64_t per_household) {
  std::vector<std::size_t> values{2 + random() % 2, 2 + random() % 2, 2};
  std::vector<std::vector<std::size_t>> vectors(people);
  for (auto& vector : vectors)
    for (const auto count : values) vector.push_back(std::min(random() % count, random() % count));
  auto pool = plain_pool(values, vectors, size);
  pool.per_household = per_household;
  HouseholdIndex household = 0;
  for (std::size_t i = 0; i < people; ++household)
    for (auto members = 1 + random() % 3; members > 0 && i < people; --members)
      pool.people[i++].household = household;
  // One panel at random (as many households as it needs), and quotas that it meets, mostly by a hair.
  std::vector<PersonIndex> order(people);
  std::iota(order.begin(), order.end(), PersonIndex{0});
  for (std::size_t i = people; i > 1; --i) std::swap(order[i - 1], order[random() % i]);
  std::vector<std::int64_t> taken(household), counts(pool.features.size());
  std::int64_t seats = 0;
  for (const auto person : order) {
    auto& of_household = taken[pool.people[person].household];
    if (seats == size || (per_household > 0 && of_household == per_household)) continue;
    ++of_household;
    ++seats;
    for (const auto feature : pool.people[person].features) ++counts[feature];
  }
  pool.panel_size = seats;
  for (std::size_t f = 0; f < counts.size(); ++f) {
    pool.features[f].minimum = std::max<std::int64_t>(0, counts[f] - static_cast<std::int64_t>(random() % 2));
    pool.features[f].maximum = counts[f] + static_cast<std::int64_t>(random() % 2);
  }
  return pool;
}

std::vector<TypeCounts> every_count(const Types& types) {
  std::vector<TypeCounts> found;
  TypeCounts counts(types.size());
  const std::function<void(std::size_t, std::int64_t)> place = [&](std::size_t type, std::int64_t left) {
    if (type == types.size()) {
      if (left == 0 && meets_rows(types, counts)) found.push_back(counts);
      return;
    }
    for (counts[type] = 0; counts[type] <= std::min(left, types.types[type].most); ++counts[type])
      place(type + 1, left - counts[type]);
    counts[type] = 0;
  };
  place(0, types.rows.front().minimum);
  return found;
}

}  // namespace wijktafel::sortition
