#include "capabilities/signals/model/promise_words.hpp"

#include <gtest/gtest.h>

namespace wijktafel::signals {
namespace {

// As the program begins.
std::optional<std::string> promise_in(std::string_view text) {
  static const auto rules = [] {
    std::vector<PromiseRule> all;
    for (const auto& rule : default_promise_rules()) all.push_back(parse_promise_rule(rule).value());
    return all;
  }();
  return signals::promise_in(text, rules);
}

class APromise : public testing::TestWithParam<const char*> {};
TEST_P(APromise, is_seen) { EXPECT_TRUE(promise_in(GetParam())) << GetParam(); }
INSTANTIATE_TEST_SUITE_P(
    PromiseWords, APromise,
    testing::Values("Dat nemen we mee.", "Uw punt nemen wij mee in het plan.", "De gemeente neemt het mee.",
                    "Ik neem dit mee naar het overleg.", "Er komt één extra lamp.", "ER KOMT EEN BANK",
                    "Daar komt er een bij.", "Er komen twee bomen.", "Dit pakken we op.",
                    "De woonstichting pakt dit op.", "Ik pak dit zelf op.", "Dat gaan we doen!",
                    "Wij gaan de lamp morgen maken.", "De gemeente gaat dit uitzoeken.",
                    "Daar zorgen we voor.", "Wij zorgen ervoor dat het licht weer brandt.",
                    "De politie zorgt ervoor.", "De lampen worden volgende week hersteld.",
                    "Wij zullen de bomen snoeien.", "Hier komen wij op terug.",
                    "Dank u wel.\nEr komt een bank.", "We zetten het op de lijst."));

class NoPromise : public testing::TestWithParam<const char*> {};
TEST_P(NoPromise, is_left_alone) { EXPECT_FALSE(promise_in(GetParam())) << *promise_in(GetParam()); }
INSTANTIATE_TEST_SUITE_P(PromiseWords, NoPromise,
                         testing::Values("", "De lampen zijn gemaakt.", "Bedankt voor uw bericht.",
                                         "Er komt geen extra lamp.", "Er komt niets meer bij.",
                                         "Wij gaan dit niet doen.", "Neemt u een foto mee?",
                                         "Gaat u dit zelf maken?", "U kunt grof vuil meenemen naar de werf.",
                                         "Dit is gisteren opgelost.", "Het kind komt er niet door.",
                                         "Herkomt en verkomt zijn geen woorden.",
                                         "Wij nemen geen grof vuil mee.",
                                         // Two sentences: what belongs together stands in one.
                                         "Wij nemen afscheid. Loopt u mee?"));

TEST(PromiseWords, gives_the_sentence_that_promises) {
  EXPECT_EQ(promise_in("De lampen zijn gemaakt. Er komt één extra lamp. Groet van de gemeente."),
            "Er komt één extra lamp.");
}

TEST(PromiseRules, are_written_in_words_with_gaps_and_alternatives) {
  const auto rule = parse_promise_rule("nemen|neemt ..5 mee");
  ASSERT_TRUE(rule);
  ASSERT_EQ(rule->steps.size(), 2U);
  EXPECT_EQ(rule->steps[0].any_of, (std::vector<std::string>{"nemen", "neemt"}));
  EXPECT_EQ(rule->steps[1].gap, 5U);
  EXPECT_EQ(parse_promise_rule("er komt ..2")->look_ahead, 2U);
  EXPECT_EQ(tidy_promise_rule("  Wij  REGELEN het "), "wij regelen het");
  for (const auto* wrong :
       {"", "..2", "..2 mee", "mee ..x op", "mee ..2 ..3 op", "mee ..99 op", "a||b", "|", "wij.", "<b>"})
    EXPECT_FALSE(parse_promise_rule(wrong)) << wrong;
}

}  // namespace
}  // namespace wijktafel::signals
