#include "compute/sortition/alternates.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <gmock/gmock.h>

#include "base/tests/shared_folder.hpp"
#include "compute/sortition/completion.hpp"
#include "compute/sortition/read_pool.hpp"

namespace wijktafel::sortition {
namespace {

// Six of x and six of y; a panel of two each.
Pool twelve() {
  std::string people = "a\n";
  for (int i = 0; i < 6; ++i) people += "x\ny\n";
  return read_pool("category,feature,min,max\na,x,2,2\na,y,2,2\n", people, {.panel_size = 4}).value();
}

TEST(Alternates, are_like_the_members_who_drop_out) {
  const auto pool = twelve();
  // Only members with x drop out, nearly all of them: two alternates must both have x.
  const auto drop_out = read_drop_out("category,feature,chance\na,X,0.95\n", pool, 0);
  ASSERT_TRUE(drop_out);
  EXPECT_NEAR(drop_out->chance(pool.people[0]), 0.95, 1e-12);
  EXPECT_EQ(drop_out->chance(pool.people[1]), 0);
  const auto alternates = choose_alternates(pool, {0, 1, 2, 3}, *drop_out, 2, "seed");
  ASSERT_EQ(alternates.ranked.size(), 2U);
  for (const auto person : alternates.ranked)
    EXPECT_THAT(pool.people[person].features, testing::ElementsAre(0));
  EXPECT_EQ(alternates.whole, 1);
  EXPECT_NEAR(alternates.drop_outs, 1.9, 1e-12);
  EXPECT_EQ(choose_alternates(pool, {0, 1, 2, 3}, *drop_out, 2, "seed").ranked, alternates.ranked);
}

TEST(Alternates, know_what_they_cannot_do) {
  const auto pool = twelve();
  // Everybody drops out with chance 0.5, and one alternate waits: whole when at most that one is needed.
  const auto alternates = choose_alternates(pool, {0, 1, 2, 3}, {.everybody = 0.5, .added = {}}, 1, "seed");
  // Nobody out: 1/16. Exactly one out and of the right value: 2/16. Together 0.1875; 200 scenarios.
  EXPECT_NEAR(alternates.whole, 0.1875, 0.11);
  EXPECT_EQ(alternates.whole_by_anybody, 1);
  EXPECT_EQ(choose_alternates(pool, {0, 1, 2, 3}, {.everybody = 0.5, .added = {}}, 99, "seed").ranked.size(),
            8U);
}

TEST(Alternates, refuse_chances_that_are_none) {
  const auto refused =
      read_drop_out("category,feature,chance\na,x,1.5\na,z,0.1\na,y,0.1\na,Y,0.2\n", twelve(), 0);
  ASSERT_FALSE(refused);
  ASSERT_EQ(refused.error().size(), 3U);
  EXPECT_EQ(refused.error()[0].reason, "not_a_chance");
  EXPECT_EQ(refused.error()[1].reason, "unknown_value");
  EXPECT_EQ(refused.error()[2].reason, "double_feature");
}

TEST(Alternates, keep_a_neighbourhood_panel_whole_more_often_than_people_drawn_blindly) {
  const auto folder = shared_folder("data/sortition/wijkpanel_klein_24");
  if (!folder) GTEST_SKIP() << "no pools in ../shared/data/sortition";
#ifdef __SANITIZE_ADDRESS__
  GTEST_SKIP() << "some hundreds of programmes: not under a sanitizer";
#endif
  const auto pool = read_pool(text_of(*folder / "categories.csv"), text_of(*folder / "respondents.csv"),
                              {.panel_size = 24});
  ASSERT_TRUE(pool);
  const auto panel = Completion(*pool, {}, everybody(*pool)).solve(AskedQuotas::all(*pool));
  ASSERT_TRUE(panel);
  const auto alternates = choose_alternates(*pool, *panel, {.everybody = 0.1, .added = {}}, 6, "seed");
  ASSERT_EQ(alternates.ranked.size(), 6U);
  // The same number of people without a method: one in 26.
  Panel blind;
  for (const auto person : everybody_but(*pool, *panel))
    if (person % 26 == 0 && blind.size() < 6) blind.push_back(person);
  std::size_t whole = 0;
  for (std::size_t first = 0; first < panel->size(); ++first)
    for (std::size_t second = first + 1; second < panel->size(); ++second) {
      Panel stay = *panel;
      stay.erase(stay.begin() + static_cast<std::ptrdiff_t>(second));
      stay.erase(stay.begin() + static_cast<std::ptrdiff_t>(first));
      whole += Completion(*pool, stay, blind).solve(AskedQuotas::all(*pool)) ? 1U : 0U;
    }
  const double blindly = static_cast<double>(whole) / 276;  // pairs of 24
  fmt::print("whole {:.2f}, by anybody {:.2f}; two out with people drawn blindly {:.2f}\n", alternates.whole,
             alternates.whole_by_anybody, blindly);
  EXPECT_GE(alternates.whole, blindly);
}

}  // namespace
}  // namespace wijktafel::sortition
