// Guard over all words of the program: what one language says, the other says too.
#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/text.hpp"
#include "platform/i18n/words.hpp"

namespace wijktafel::i18n {
namespace {

const Words& all() {
  static const Words words = Words::embedded();
  return words;
}

std::vector<std::string> missing(Language from, Language in) {
  std::vector<std::string> result;
  std::ranges::set_difference(all().keys(from), all().keys(in), std::back_inserter(result));
  return result;
}

TEST(EmbeddedWords, EveryDutchTextHasAnEnglishOne) {
  EXPECT_THAT(missing(Language::nl, Language::en), testing::IsEmpty());
}

TEST(EmbeddedWords, EveryEnglishTextHasADutchOne) {
  EXPECT_THAT(missing(Language::en, Language::nl), testing::IsEmpty());
}

TEST(EmbeddedWords, BothLanguagesHaveTheSamePlaceholders) {
  for (const auto& key : all().keys(Language::nl)) {
    if (!all().has(Language::en, key)) continue;
    EXPECT_EQ(all().placeholders(Language::nl, key), all().placeholders(Language::en, key)) << key;
  }
}

TEST(EmbeddedWords, NoTextIsEmpty) {
  for (const auto language : languages)
    for (const auto& key : all().keys(language))
      EXPECT_TRUE(!all().placeholders(language, key).empty() || !trimmed(all().text(language, key)).empty())
          << key;
}

}  // namespace
}  // namespace wijktafel::i18n
