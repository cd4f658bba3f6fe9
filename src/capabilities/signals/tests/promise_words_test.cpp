#include "capabilities/signals/model/promise_words.hpp"

#include <gtest/gtest.h>

namespace wijktafel::signals {
namespace {

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

}  // namespace
}  // namespace wijktafel::signals
