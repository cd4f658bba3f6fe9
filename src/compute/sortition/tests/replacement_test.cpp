#include "compute/sortition/replacement.hpp"

#include <algorithm>
#include <gmock/gmock.h>
#include <iterator>

#include "compute/lot/lot.hpp"
#include "compute/sortition/read_pool.hpp"
#include "compute/sortition/tests/brute_force_support.hpp"

namespace wijktafel::sortition {
namespace {

TEST(Replacement, gives_a_panel_within_its_quotas_whenever_there_is_one) {
  lot::Lot lot("test", "replacement");
  int replaced = 0;
  int refused = 0;
  for (int round = 0; round < 150; ++round) {
    const auto pool = random_pool(lot, {.most_people = 10, .households = round % 2 == 0});
    const auto panels = all_panels(pool);
    if (panels.empty()) continue;
    const auto& panel = panels[static_cast<std::size_t>(lot.below(panels.size()))];
    Panel out;
    for (const auto member : panel)
      if (lot.below(3) == 0) out.push_back(member);
    Panel unavailable;
    for (const auto person : everybody_but(pool, panel))
      if (lot.below(3) == 0) unavailable.push_back(person);
    Panel stay;
    std::ranges::set_difference(panel, out, std::back_inserter(stay));
    const auto may_be = [&](const Panel& other) {
      return std::ranges::includes(other, stay) && std::ranges::none_of(other, [&](auto person) {
               return std::ranges::binary_search(out, person) ||
                      std::ranges::binary_search(unavailable, person);
             });
    };
    const auto answer = replace_members(pool, panel, out, unavailable, {.seed = "seed"});
    ASSERT_EQ(answer.has_value(), std::ranges::any_of(panels, may_be)) << described(pool);
    if (!answer) {
      ++refused;
      continue;
    }
    ++replaced;
    EXPECT_TRUE(meets_quotas(pool, answer->panel)) << described(pool);
    EXPECT_TRUE(may_be(answer->panel)) << described(pool);
    EXPECT_EQ(answer->joined.size(), out.size());
    for (const auto person : answer->ranked)
      EXPECT_TRUE(std::ranges::any_of(panels, [&](const Panel& other) {
        return may_be(other) && std::ranges::binary_search(other, person);
      })) << described(pool);
    EXPECT_EQ(replace_members(pool, panel, out, unavailable, {.seed = "seed"})->joined, answer->joined);
  }
  EXPECT_GT(replaced, 40);
  EXPECT_GT(refused, 20);
}

TEST(Replacement, takes_alternates_in_their_order_before_the_lot) {
  const auto pool =
      read_pool("category,feature,min,max\na,x,1,1\na,y,1,1\n", "a\nx\nx\nx\nx\ny\ny\n", {.panel_size = 2});
  ASSERT_TRUE(pool);
  const std::vector<PersonIndex> alternates = {5, 3, 2};
  const auto answer = replace_members(*pool, {0, 4}, {0}, {}, {.seed = "s", .first = alternates});
  ASSERT_TRUE(answer);
  // Person 5 has y, of which one stays: 3 is the first who fits.
  EXPECT_THAT(answer->joined, testing::ElementsAre(3));
  EXPECT_THAT(answer->ranked, testing::ElementsAre(3, 2, 1));
}

TEST(Replacement, names_the_quota_when_nobody_fits) {
  const auto pool =
      read_pool("category,feature,min,max\na,x,1,2\na,y,0,2\n", "a\nx\ny\ny\n", {.panel_size = 2});
  ASSERT_TRUE(pool);
  const auto answer = replace_members(*pool, {0, 1}, {0}, {}, {.seed = "s"});
  ASSERT_FALSE(answer);
  ASSERT_EQ(answer.error().quotas.size(), 1U);
  EXPECT_EQ(answer.error().quotas[0].feature, 0U);
  EXPECT_TRUE(answer.error().quotas[0].is_minimum);
}

}  // namespace
}  // namespace wijktafel::sortition
