#include "compute/budgeting/rule_text.hpp"

#include <gtest/gtest.h>

namespace wijktafel::budgeting {
namespace {

TEST(RuleText, GoesInAndComesOutAsTheSameWords) {
  for (const auto* text : {"greedy", "equal-shares", "phragmen", "phragmen-skip", "optimum"})
    EXPECT_EQ(text_of(rule_name(text).value()), text);
  for (const auto* text : {"cost", "cardinality", "points", "borda"})
    EXPECT_EQ(text_of(utility(text).value()), text);
  for (const auto* text : {"none", "add1", "increase:1%", "increase:0.5%", "increase:12.25%",
                           "increase:0.05%", "greedy:borda", "add1+greedy:cardinality"})
    EXPECT_EQ(text_of(completions(text).value()), text);
  for (const auto* text : {"name", "cheapest", "votes", "lot:Lotto 4+11"})
    EXPECT_EQ(text_of(tie_breaking(text).value()), text);
}

TEST(RuleText, APercentageMayHaveADecimalComma) {
  EXPECT_EQ(completions("increase:0,5%").value().front().increase_permyriad, 50);
}

TEST(RuleText, RefusesWhatIsNoRule) {
  EXPECT_FALSE(rule_name("Greedy"));
  EXPECT_FALSE(utility(""));
  for (const auto* text : {"", "add2", "add1+", "+add1", "none+add1", "greedy", "greedy:votes", "increase:1",
                           "increase:%", "increase:0%", "increase:101%", "increase:0.001%", "increase:.5%",
                           "increase:-1%", "increase:99999999999999999999%"})
    EXPECT_FALSE(completions(text)) << text;
  for (const auto* text : {"", "lot", "lot:", "random"}) EXPECT_FALSE(tie_breaking(text)) << text;
}

}  // namespace
}  // namespace wijktafel::budgeting
