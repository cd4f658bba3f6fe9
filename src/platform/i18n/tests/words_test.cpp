#include "platform/i18n/words.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <thread>

#include "base/result.hpp"

namespace wijktafel::i18n {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::string nl(const std::string& pattern, const Arguments& arguments) {
  const auto words = Words::from({{"nl", "text = '''" + pattern + "'''"}});
  return words.text(Language::nl, "text", arguments);
}

std::string failure_of(const std::string& toml) {
  try {
    Words::from({{"nl", toml}});
  } catch (const Failure& failure) {
    return failure.what();
  }
  return "";
}

TEST(Words, AreFoundByTheirDottedKeyInEachLanguage) {
  const auto words =
      Words::from({{"nl", "[page.head]\ntitle = 'Overleg'"}, {"en", "[page.head]\ntitle = 'Meeting'"}});
  EXPECT_EQ(words.text(Language::nl, "page.head.title"), "Overleg");
  EXPECT_EQ(words.text(Language::en, "page.head.title"), "Meeting");
  EXPECT_TRUE(words.has(Language::nl, "page.head.title"));
  EXPECT_FALSE(words.has(Language::nl, "page.head"));
  EXPECT_THAT(words.keys(Language::en), ElementsAre("page.head.title"));
}

TEST(Words, AKeyThatDoesNotExistIsShownBetweenBrackets) {
  const auto words = Words::from({{"nl", "a = 'A'"}});
  EXPECT_EQ(words.text(Language::nl, "b"), "⟦b⟧");
  EXPECT_EQ(words.text(Language::en, "a"), "⟦a⟧");
}

TEST(Words, ApostrophesOfDutchStayInPlainTextsAndAroundPlaceholders) {
  EXPECT_EQ(nl("Foto's en 's avonds", {}), "Foto's en 's avonds");
  EXPECT_EQ(nl("Auto's in '{street}'", {{"street", "de Kerkstraat"}}), "Auto's in 'de Kerkstraat'");
}

TEST(Words, ApostrophesOfDutchStayInPluralsToo) {
  const std::string pattern = "Auto's: {count, plural, one {# auto} other {# auto's}}, 's avonds";
  EXPECT_EQ(nl(pattern, {{"count", std::int64_t{1}}}), "Auto's: 1 auto, 's avonds");
  EXPECT_EQ(nl(pattern, {{"count", std::int64_t{1234}}}), "Auto's: 1.234 auto's, 's avonds");
}

TEST(Words, AnApostropheBeforeABraceQuotesItInAnIcuMessageOnly) {
  EXPECT_EQ(nl("{count, plural, one {'{'één'}'} other {#}}", {{"count", std::int64_t{1}}}), "{één}");
}

TEST(Words, PluralsFollowTheLanguage) {
  const auto words =
      Words::from({{"nl", "n = '{count, plural, =0 {geen signalen} one {# signaal} other {# signalen}}'"},
                   {"en", "n = '{count, plural, =0 {no signals} one {# signal} other {# signals}}'"}});
  const auto at = [&](Language language, std::int64_t count) {
    return words.text(language, "n", {{"count", count}});
  };
  EXPECT_EQ(at(Language::nl, 0), "geen signalen");
  EXPECT_EQ(at(Language::nl, 1), "1 signaal");
  EXPECT_EQ(at(Language::nl, 2), "2 signalen");
  EXPECT_EQ(at(Language::en, 10000), "10,000 signals");
}

TEST(Words, SelectChoosesByText) {
  const std::string pattern = "{kind, select, chance {een kans} other {iets anders}}";
  EXPECT_EQ(nl(pattern, {{"kind", "chance"}}), "een kans");
  EXPECT_EQ(nl(pattern, {{"kind", "problem"}}), "iets anders");
}

TEST(Words, AYearOrAnItemNumberIsNotGrouped) {
  EXPECT_EQ(
      nl("Signaal {number} uit {year}", {{"number", std::int64_t{12345}}, {"year", std::int64_t{2026}}}),
      "Signaal 12345 uit 2026");
  EXPECT_EQ(nl("{count, plural, one {# reactie} other {# reacties}} in {year}",
               {{"count", std::int64_t{2}}, {"year", std::int64_t{2026}}}),
            "2 reacties in 2026");
}

TEST(Words, ArgumentsAreNeverReadAsPatterns) {
  EXPECT_EQ(nl("Van {name}: {text}", {{"name", "{text}"}, {"text", "'{#}"}}), "Van {text}: '{#}");
  EXPECT_EQ(nl("{n, plural, one {# x van {name}} other {# x van {name}}}",
               {{"n", std::int64_t{1}}, {"name", "{n}#'"}}),
            "1 x van {n}#'");
}

TEST(Words, AForgottenArgumentShowsItsName) {
  EXPECT_EQ(nl("Beste {name}", {}), "Beste ⟦name⟧");
  EXPECT_EQ(nl("{count, plural, one {#} other {#}} van {name}", {{"count", std::int64_t{2}}}),
            "2 van ⟦name⟧");
}

TEST(Words, ATextWhereANumberIsCountedDoesNotStopThePage) {
  EXPECT_THAT(nl("{count, plural, one {# a} other {# b}}", {{"count", "twee"}}), HasSubstr("⟦"));
}

TEST(Words, FaultsNameTheFileAndTheKey) {
  EXPECT_THAT(failure_of("[a]\nb = 'Beste {name'"), AllOf(HasSubstr("nl.toml"), HasSubstr("a.b")));
  EXPECT_THAT(failure_of("a = '{count, plural, one {x}}'"), HasSubstr("a:"));
  EXPECT_THAT(failure_of("a = '{Name}'"), HasSubstr("small letters"));
  EXPECT_THAT(failure_of("a = 3"), HasSubstr("not a text"));
  EXPECT_THAT(failure_of("a = 'x'\nb = "), AllOf(HasSubstr("nl.toml"), HasSubstr("line 2")));
  EXPECT_THROW(Words::from({{"fr", "a = 'x'"}}), Failure);
}

TEST(Words, KnowTheirPlaceholders) {
  const auto words =
      Words::from({{"nl", "a = '{n, plural, one {# van {name}} other {# van {name} en {other_name}}}'"}});
  EXPECT_THAT(words.placeholders(Language::nl, "a"), ElementsAre("n", "name", "other_name"));
}

TEST(Words, MayBeAskedByManyThreads) {
  const auto words = Words::from({{"nl", "n = '{count, plural, one {# signaal} other {# signalen}}'"}});
  std::vector<std::jthread> threads;
  std::atomic<int> wrong = 0;
  for (int t = 0; t < 4; ++t)
    threads.emplace_back([&] {
      for (std::int64_t i = 2; i < 300; ++i)
        if (words.text(Language::nl, "n", {{"count", i}}) != std::to_string(i) + " signalen") ++wrong;
    });
  threads.clear();
  EXPECT_EQ(wrong, 0);
}

}  // namespace
}  // namespace wijktafel::i18n
