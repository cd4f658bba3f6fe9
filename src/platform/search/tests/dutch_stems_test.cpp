#include "platform/search/dutch_stems.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <thread>

namespace wijktafel::search {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST(DutchStems, plural_and_singular_have_the_same_stem) {
  EXPECT_EQ(dutch_stems("lantaarnpalen"), dutch_stems("lantaarnpaal"));
  EXPECT_EQ(dutch_stems("De fietsen"), dutch_stems("een fiets"));
  EXPECT_EQ(dutch_stems("kapotte tegels"), dutch_stems("Kapot, tegel!"));
}

TEST(DutchStems, leave_out_words_that_every_text_has) {
  EXPECT_THAT(dutch_stems("Het is hier niet van ons"), IsEmpty());
  EXPECT_THAT(dutch_stems(""), IsEmpty());
  EXPECT_THAT(dutch_stems("... ?! 'n"), IsEmpty());
}

TEST(DutchStems, know_no_accents_and_count_a_word_once) {
  EXPECT_EQ(dutch_stems("café"), dutch_stems("CAFE"));
  EXPECT_THAT(dutch_stems("afval afval afval"), ElementsAre("afval"));
}

TEST(DutchStems, are_bounded_for_a_long_text) {
  std::string text;
  for (char a = 'a'; a <= 'z'; ++a)
    for (char b = 'a'; b <= 'z'; ++b) text += std::string("woord") + a + b + ' ';
  EXPECT_THAT(dutch_stems(text), SizeIs(stems_most));
  EXPECT_THAT(dutch_stems(text, 5), SizeIs(5));
}

TEST(DutchStems, of_two_threads_do_not_disturb_each_other) {
  const auto alone = dutch_stems("lantaarnpalen en fietsen");
  std::vector<std::string> beside;
  std::thread other([&] {
    for (int i = 0; i < 200; ++i) beside = dutch_stems("lantaarnpalen en fietsen");
  });
  for (int i = 0; i < 200; ++i) EXPECT_EQ(dutch_stems("lantaarnpalen en fietsen"), alone);
  other.join();
  EXPECT_EQ(beside, alone);
}

TEST(Likeness, of_a_joined_word_and_its_part_is_less_than_that_of_the_same_word) {
  EXPECT_EQ(likeness("lantaarn", "lantaarn"), 1);
  EXPECT_EQ(likeness("lantaarn", "straatlantaarn"), 0.7);
  EXPECT_EQ(likeness("lantaarnpal", "lantaarn"), 0.7);
  EXPECT_EQ(likeness("boom", "boomgaard"), 0);  // too short to be sure
  EXPECT_EQ(likeness("fiets", "tegel"), 0);
}

}  // namespace
}  // namespace wijktafel::search
