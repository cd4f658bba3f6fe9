// One honest sentence for how it ended, on the page and in the list, and a filter by it.
#include "capabilities/signals/model/ending.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "capabilities/signals/actions/answer_signal.hpp"
#include "capabilities/signals/actions/confirm_signal.hpp"
#include "capabilities/signals/tests/signals_support.hpp"

namespace wijktafel::signals {
namespace {

using testing::Browser;
using ::testing::HasSubstr;
using testing::Neighbourhood;
using ::testing::Not;

TEST(Endings, have_one_for_every_status_that_is_not_open_and_words_for_each) {
  const auto words = i18n::Words::embedded();
  for (const auto status : all_statuses())
    for (const bool by_neighbours : {false, true}) {
      const auto ending = ending_of(status, by_neighbours);
      EXPECT_EQ(ending.has_value(), !is_open(status)) << word(status);
      if (!ending) continue;
      EXPECT_EQ(ending_named(word(*ending)), ending);
      for (const auto language : i18n::languages)
        EXPECT_TRUE(words.has(language, sentence_key(*ending, status))) << sentence_key(*ending, status);
    }
  for (const auto& name : endings_of_lists())
    for (const auto language : i18n::languages)
      EXPECT_TRUE(words.has(language, "signals.list.ending." + name));
  EXPECT_FALSE(ending_named("onbekend"));
}

class EndingPages : public ::testing::Test {
 protected:
  ItemId ended(const std::string& text, const Outcome& outcome) {
    const auto id = here.report(ReportSignal{.kind = Kind::chance, .text = text});
    here.database()
        .write([&](db::Transaction& tx) {
          return answer_signal(tx, here.now(), here.coordinator(), id,
                               {.text = "Dit is het antwoord.", .outcome = outcome});
        })
        .value();
    return id;
  }
  std::string page(ItemId id) {
    return visitor.get("/rozenbuurt/signalen/" + std::to_string(raw(id))).content();
  }
  std::string list(const std::string& ending) {
    return visitor.get("/rozenbuurt/signalen" + (ending.empty() ? "" : "?uitkomst=" + ending)).content();
  }
  Neighbourhood here;
  Browser visitor{here};
};

TEST_F(EndingPages, say_it_in_one_sentence_on_the_page_and_in_the_list) {
  const auto no = ended("Een zwembad", answer::WillNotBeDone{"Het bad in de wijk ernaast is open."});
  EXPECT_THAT(page(no), HasSubstr("Dit gebeurt niet."));
  EXPECT_THAT(page(no), HasSubstr("Het bad in de wijk ernaast is open."));
  EXPECT_THAT(list(""), HasSubstr("Dit gebeurt niet."));
  const auto done = ended("Het pad", answer::Done{});
  EXPECT_THAT(page(done), HasSubstr("kan nog zeggen of dat klopt"));
  here.database().write([&](db::Transaction& tx) {
    EXPECT_TRUE(confirm_signal(tx, here.now(), identity::visitor(), done, Verdict::solved));
  });
  EXPECT_THAT(page(done), HasSubstr("vindt dat ook"));
  const auto open = here.report("Nog open");
  EXPECT_THAT(page(open), Not(HasSubstr("wt-outcome")));
}

TEST_F(EndingPages, the_list_is_filtered_by_outcome) {
  ended("Een zwembad", answer::WillNotBeDone{"Iets anders."});
  ended("Het pad", answer::Done{});
  here.report("Nog open");
  EXPECT_THAT(list("solved"), HasSubstr("Het pad"));
  EXPECT_THAT(list("solved"), Not(HasSubstr("Een zwembad")));
  EXPECT_THAT(list("solved"), Not(HasSubstr("Nog open")));
  EXPECT_THAT(list("will_not_be_done"), HasSubstr("Een zwembad"));
  EXPECT_THAT(list("neighbours"), HasSubstr("Geen signalen gevonden."));
  EXPECT_THAT(list("referred"), HasSubstr("Nog open"));
}

}  // namespace
}  // namespace wijktafel::signals
