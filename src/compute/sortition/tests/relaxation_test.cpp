#include "compute/sortition/relaxation.hpp"

#include <cmath>
#include <fmt/format.h>
#include <functional>
#include <gmock/gmock.h>

#include "base/tests/shared_folder.hpp"
#include "compute/lot/lot.hpp"
#include "compute/sortition/read_pool.hpp"

namespace wijktafel::sortition {
namespace {

Pool pool_of(std::string_view quotas, std::string_view people, std::int64_t size) {
  auto pool = read_pool(quotas, people, {.panel_size = size, .sums_must_fit = false});
  EXPECT_TRUE(pool);
  return pool.value_or(Pool{});
}

Pool shared_pool(const std::filesystem::path& folder, const std::string& quotas, const std::string& people,
                 std::int64_t size) {
  return pool_of(text_of(folder / quotas), text_of(folder / people), size);
}

// Every panel of the pool, tried one by one.
bool has_panel(const Pool& pool, const AskedQuotas& asked) {
  Pool easier = pool;
  for (std::size_t f = 0; f < pool.features.size(); ++f) {
    if (!asked.minima[f]) easier.features[f].minimum = 0;
    if (!asked.maxima[f]) easier.features[f].maximum = pool.panel_size;
  }
  Panel panel;
  const std::function<bool(PersonIndex)> any = [&](PersonIndex next) {
    if (static_cast<std::int64_t>(panel.size()) == pool.panel_size) return meets_quotas(easier, panel);
    for (auto person = next; person < pool.people.size(); ++person) {
      panel.push_back(person);
      if (any(person + 1)) return true;
      panel.pop_back();
    }
    return false;
  };
  return any(0);
}

bool is_minimal_clash(const Pool& pool, const Clash& clash,
                      const std::function<bool(const AskedQuotas&)>& is_possible) {
  AskedQuotas asked{std::vector<bool>(pool.features.size()), std::vector<bool>(pool.features.size())};
  for (const auto& quota : clash.quotas)
    (quota.is_minimum ? asked.minima : asked.maxima)[quota.feature] = true;
  if (is_possible(asked)) return false;
  for (const auto& quota : clash.quotas) {
    auto without = asked;
    (quota.is_minimum ? without.minima : without.maxima)[quota.feature] = false;
    if (!is_possible(without)) return false;
  }
  return true;
}

// Ten people at most, three categories of two or three values, quotas drawn blindly.
Pool small_pool(lot::Lot& lot) {
  Pool pool;
  pool.panel_size = 2 + static_cast<std::int64_t>(lot.below(3));
  pool.per_household = static_cast<std::int64_t>(lot.below(3));
  std::vector<std::pair<FeatureIndex, std::uint64_t>> ranges;
  for (int c = 0; c < 3; ++c) {
    pool.categories.push_back(fmt::format("c{}", c));
    const auto values = 2 + lot.below(2);
    ranges.emplace_back(static_cast<FeatureIndex>(pool.features.size()), values);
    for (std::uint64_t v = 0; v < values; ++v) {
      Feature feature{.category = pool.categories.back(), .value = fmt::format("v{}", v)};
      feature.minimum = static_cast<std::int64_t>(lot.below(3));
      feature.maximum = feature.minimum + static_cast<std::int64_t>(lot.below(2));
      pool.features.push_back(feature);
    }
  }
  const auto people = 5 + lot.below(5);
  for (std::uint64_t p = 0; p < people; ++p) {
    Person person{
        .id = std::to_string(p + 1), .features = {}, .household = static_cast<HouseholdIndex>(lot.below(4))};
    for (const auto& [first, values] : ranges)
      person.features.push_back(first + static_cast<FeatureIndex>(lot.below(values)));
    pool.people.push_back(person);
  }
  return pool;
}

// Twenty people with eight categories of two values, and exact quotas: hard for a search by halves.
Pool parity_pool(lot::Lot& lot) {
  Pool pool;
  const auto people = std::uint64_t{20};
  pool.panel_size = static_cast<std::int64_t>(people / 2);
  for (std::uint64_t p = 0; p < people; ++p)
    pool.people.push_back(
        {.id = std::to_string(p + 1), .features = {}, .household = static_cast<HouseholdIndex>(p)});
  for (FeatureIndex c = 0; c < 8; ++c) {
    pool.categories.push_back(fmt::format("c{}", c));
    const auto first = 1 + static_cast<std::int64_t>(lot.below(people / 2 - 1));
    for (FeatureIndex v = 0; v < 2; ++v) {
      Feature feature{.category = pool.categories.back(), .value = fmt::format("v{}", v)};
      feature.minimum = feature.maximum = v == 0 ? first : pool.panel_size - first;
      pool.features.push_back(feature);
    }
    for (auto& person : pool.people)
      person.features.push_back(2 * c + static_cast<FeatureIndex>(lot.below(2)));
  }
  return pool;
}

TEST(Relaxation, agrees_with_trying_every_panel_of_small_pools) {
  lot::Lot lot("relaxation test", "1");
  int clashes = 0;
  for (int round = 0; round < 120; ++round) {
    const auto pool = small_pool(lot);
    const Completion completion(pool, {}, everybody(pool));
    const bool is_possible = has_panel(pool, AskedQuotas::all(pool));
    const auto panel = completion.solve(AskedQuotas::all(pool));
    ASSERT_EQ(panel.has_value(), is_possible) << round;
    if (panel) {
      EXPECT_TRUE(meets_quotas(pool, *panel));
    }
    const auto clash = find_clash(pool, completion);
    ASSERT_EQ(clash.has_value(), !is_possible) << round;
    if (!clash) continue;
    ++clashes;
    EXPECT_TRUE(is_minimal_clash(pool, *clash, [&](const auto& asked) { return has_panel(pool, asked); }))
        << round;
    const auto relaxation = relax_quotas(pool);
    const bool households_fit =
        has_panel(pool, {std::vector<bool>(pool.features.size()), std::vector<bool>(pool.features.size())});
    ASSERT_EQ(relaxation.has_value(), households_fit) << round;
    if (relaxation) {
      EXPECT_TRUE(has_panel(relaxed(pool, relaxation->changes), AskedQuotas::all(pool))) << round;
    }
  }
  EXPECT_GT(clashes, 30);
}

// The price of the best relaxation: over every panel, what its counts would cost.
double least_price(const Pool& pool) {
  double least = std::numeric_limits<double>::infinity();
  Panel panel;
  const auto price = [&] {
    Pool open = pool;
    std::vector<std::int64_t> counts(pool.features.size());
    for (const auto member : panel)
      for (const auto feature : pool.people[member].features) ++counts[feature];
    for (auto& feature : open.features) {
      feature.minimum = 0;
      feature.maximum = pool.panel_size;
    }
    if (!meets_quotas(open, panel)) return std::numeric_limits<double>::infinity();
    double sum = 0;
    for (std::size_t f = 0; f < counts.size(); ++f) {
      const auto& quota = pool.features[f];
      if (counts[f] < quota.minimum)
        sum +=
            (1 + 2.0 / static_cast<double>(quota.minimum)) * static_cast<double>(quota.minimum - counts[f]);
      if (counts[f] > quota.maximum) sum += static_cast<double>(counts[f] - quota.maximum);
    }
    return sum;
  };
  const std::function<void(PersonIndex)> all = [&](PersonIndex next) {
    if (static_cast<std::int64_t>(panel.size()) == pool.panel_size) {
      least = std::min(least, price());
      return;
    }
    for (auto person = next; person < pool.people.size(); ++person) {
      panel.push_back(person);
      all(person + 1);
      panel.pop_back();
    }
  };
  all(0);
  return least;
}

// A search that may hardly branch leaves questions open. What it does answer is right.
TEST(Relaxation, says_no_more_than_a_search_with_a_limit_proved) {
  lot::Lot lot("relaxation limit", "1");
  int open = 0;
  for (int round = 0; round < 12; ++round) {
    const auto pool = parity_pool(lot);
    const Completion whole(pool, {}, everybody(pool), Completion::no_limit);
    const auto is_possible = [&](const AskedQuotas& asked) {
      return whole.is_possible(asked) == Possible::yes;
    };
    const Completion completion(pool, {}, everybody(pool), 20 * round);
    const auto answer = completion.is_possible(AskedQuotas::all(pool));
    if (answer != Possible::unsettled) {
      EXPECT_EQ(answer == Possible::yes, is_possible(AskedQuotas::all(pool))) << round;
    }
    const auto clash = find_clash(pool, completion);
    open += clash && !(clash->is_certain && clash->is_smallest) ? 1 : 0;
    if (clash && clash->is_certain && clash->is_smallest) {
      EXPECT_TRUE(is_minimal_clash(pool, *clash, is_possible)) << round;
    }
    const auto found = relax_quotas(pool, completion);
    if (!found || found->changes.empty()) continue;
    const auto mended = relaxed(pool, found->changes);
    EXPECT_TRUE(
        Completion(mended, {}, everybody(mended), Completion::no_limit).solve(AskedQuotas::all(mended)))
        << round;
    if (found->is_smallest) {
      EXPECT_NEAR(found->price, relax_quotas(pool, whole)->price, 1e-9) << round;
    }
  }
  EXPECT_GT(open, 0);
  fmt::print("{} of 12 searches were left open\n", open);
}

TEST(Relaxation, has_the_least_price) {
  lot::Lot lot("relaxation test", "2");
  for (int round = 0; round < 120; ++round) {
    const auto pool = small_pool(lot);
    const auto least = least_price(pool);
    const auto relaxation = relax_quotas(pool);
    ASSERT_EQ(relaxation.has_value(), std::isfinite(least)) << round;
    if (relaxation) {
      EXPECT_NEAR(relaxation->price, least, 1e-9) << round;
    }
  }
}

TEST(Relaxation, keeps_to_the_limits_of_the_quotas_and_says_when_it_cannot) {
  // Three are wanted from Noord, two people live there: the minimum has to give way, and may not.
  const std::string people = "buurt\nnoord\nnoord\nzuid\nzuid\n";
  const auto free = relax_quotas(pool_of(
      "feature,value,min,max,min_flex,max_flex\nbuurt,noord,3,3,0,3\nbuurt,zuid,0,1,0,2\n", people, 3));
  ASSERT_TRUE(free);
  EXPECT_THAT(free->changes, testing::ElementsAre(QuotaChange{0, true, 3, 2}));
  EXPECT_TRUE(free->is_within_limits);
  EXPECT_NEAR(free->price, 1 + 2.0 / 3, 1e-12);
  const auto bound = relax_quotas(pool_of(
      "feature,value,min,max,min_flex,max_flex\nbuurt,noord,3,3,3,3\nbuurt,zuid,0,1,0,2\n", people, 3));
  ASSERT_TRUE(bound);
  EXPECT_FALSE(bound->is_within_limits);
}

TEST(Relaxation, mends_the_pools_of_the_shared_folder_that_clash) {
  const auto folder = shared_folder("data/sortition");
  if (!folder) GTEST_SKIP() << "no pools in ../shared/data/sortition";
  // Both are infeasible according to ../shared/reference/leximin.json.
  for (const auto& pool :
       {shared_pool(*folder / "syn_hd_30", "categories.csv", "respondents.csv", 30),
        shared_pool(*folder / "sortition-foundation", "features.csv", "candidates.csv", 24)}) {
    const Completion completion(pool, {}, everybody(pool));
    const auto clash = find_clash(pool, completion);
    ASSERT_TRUE(clash);
    EXPECT_TRUE(is_minimal_clash(pool, *clash,
                                 [&](const auto& asked) { return completion.solve(asked).has_value(); }));
    for (const auto& quota : clash->quotas)
      fmt::print("  {} {}: {}\n", pool.features[quota.feature].category, pool.features[quota.feature].value,
                 quota.is_minimum ? "minimum" : "maximum");
    const auto relaxation = relax_quotas(pool);
    ASSERT_TRUE(relaxation);
    for (const auto& change : relaxation->changes)
      fmt::print("  {} -> {} {}\n", change.from, change.to, pool.features[change.feature].value);
    const auto mended = relaxed(pool, relaxation->changes);
    const auto panel = Completion(mended, {}, everybody(mended)).solve(AskedQuotas::all(mended));
    ASSERT_TRUE(panel);
    EXPECT_TRUE(meets_quotas(mended, *panel));
  }
}

}  // namespace
}  // namespace wijktafel::sortition
