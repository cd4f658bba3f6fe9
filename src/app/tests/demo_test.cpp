// The demo is what the product made of a story: told through the same actions, in order of time, with the
// clock of each day. What a civil servant can check by reading the story is checked here.
#include <filesystem>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/capabilities.hpp"
#include "app/import_file.hpp"
#include "app/municipality.hpp"
#include "base/digest.hpp"
#include "capabilities/goals/goals.hpp"
#include "capabilities/items/items.hpp"
#include "capabilities/tables/tables.hpp"
#include "platform/embedded/embedded.hpp"

namespace wijktafel::app {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::HasSubstr;

const std::string neighbourhood = "BU16212131";

// Filled once for all tests: a whole year takes a moment.
class DemoTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = std::filesystem::temp_directory_path() / ("wijktafel-demo-" + random_token(8));
    program_ = new Program();
    auto clock = std::make_unique<FixedClock>(demo_morning());
    auto* told_by = clock.get();
    {
      const auto database = db::Database::open("sqlite:" + folder_.string() + ".sqlite");
      db::migrate(*database, all_migrations(program_->capabilities));
      database->write([](db::Transaction& tx) { mark_as_demo(tx); });
    }
    municipality_ = new Municipality(*program_, {.database = "sqlite:" + folder_.string() + ".sqlite",
                                                 .files = (folder_ / "files").string(),
                                                 .mail = "file:" + (folder_ / "mail").string(),
                                                 .base_url = "http://127.0.0.1:8080",
                                                 .clock = std::move(clock)});
    import_text(*municipality_, *told_by, embedded::find("app/data/oranjebuurt-2026.json").value());
  }
  static void TearDownTestSuite() {
    delete municipality_;
    delete program_;
    std::filesystem::remove_all(folder_);
    for (const auto* end : {".sqlite", ".sqlite-wal", ".sqlite-shm"})
      std::filesystem::remove(folder_.string() + end);
  }

  template <class F>
  static auto read(F&& work) {
    return municipality_->database().read(std::forward<F>(work));
  }
  static items::Item item(db::Transaction& tx, std::string_view key) {
    return items::find(tx, items::find_by_key(tx, key).value()).value();
  }
  static web::Call call() {
    auto made =
        web::job_call(municipality_->service(), i18n::Language::nl, municipality_->service().clock.now());
    made.actor = identity::visitor();
    return made;
  }

  static std::filesystem::path folder_;
  static Program* program_;
  static Municipality* municipality_;
};
std::filesystem::path DemoTest::folder_;
Program* DemoTest::program_ = nullptr;
Municipality* DemoTest::municipality_ = nullptr;

TEST_F(DemoTest, EveryHistoryIsWhole) {
  EXPECT_TRUE(read([](db::Transaction& tx) { return items::verify(tx); }).empty());
}

TEST_F(DemoTest, TheBulkyWasteIsSevenDaysLateAndItsFirstDateStaysVisible) {
  const auto today = municipality_->service().clock.today();
  const auto late =
      read([&](db::Transaction& tx) { return goals::late_commitments(tx, neighbourhood, today); });
  ASSERT_EQ(late.size(), 1u);
  EXPECT_EQ(late[0].days_late, 7);
  EXPECT_EQ(iso_date(late[0].first_due), "2026-06-30");
  EXPECT_EQ(iso_date(late[0].due), "2026-11-15");
}

TEST_F(DemoTest, TheBrokenChainsArePointedOut) {
  const auto gaps = read([](db::Transaction& tx) { return items::gaps_of_area(tx, neighbourhood); });
  std::vector<std::string> titles;
  for (const auto& gap : gaps)
    if (gap.gap == "signals.gap.promise_without_commitment") titles.push_back(gap.item.title);
  EXPECT_THAT(titles, ElementsAre("Het pad achter de garages is donker", "Een drempel in de Schoolstraat"));
}

TEST_F(DemoTest, ASignalsChainRunsFromTheResidentToTheKeptPromise) {
  const auto sentences = read([](db::Transaction& tx) {
    std::vector<std::string> told;
    for (const auto& step : items::chain(call(), tx, items::find_by_key(tx, "S-01").value()))
      told.push_back(step.sentence);
    return told;
  });
  // It was on the agenda within the date that was said: the safety net had no part in it.
  EXPECT_THAT(sentences, ::testing::Not(Contains(HasSubstr("vangnet"))));
  for (const auto* part :
       {"Verteld door", "Op de agenda van de wijktafel van donderdag 29 januari", "Besloten",
        "Beloofd door Gemeente Rozenland", "Nagekomen door Gemeente Rozenland"})
    EXPECT_THAT(sentences, Contains(HasSubstr(part))) << part;
}

TEST_F(DemoTest, TheChainReadsBackwardsFromTheCommitmentToTheSignal) {
  const auto titles = read([](db::Transaction& tx) {
    std::vector<std::string> found;
    for (const auto& step : items::chain(call(), tx, items::find_by_key(tx, "A-4").value()))
      found.push_back(step.item_title);
    return found;
  });
  EXPECT_THAT(titles, Contains("Grof vuil naast de containers"));
}

TEST_F(DemoTest, TheWorryAboutAPersonIsGoneButForTheFactThatItWasReferred) {
  read([](db::Transaction& tx) {
    const auto referred = item(tx, "S-08");
    EXPECT_EQ(referred.status, "referred");
    EXPECT_EQ(referred.text, "");
    EXPECT_NE(referred.visibility, items::Visibility::everyone);
  });
}

TEST_F(DemoTest, TheMeetingOfThirdDecemberIsStillToCome) {
  const auto next = read([](db::Transaction& tx) {
    return tables::next_meeting(tx, neighbourhood, municipality_->service().clock.now());
  });
  ASSERT_TRUE(next);
  EXPECT_EQ(iso_instant(next->begins_at), "2026-12-03T18:30:00Z");
  EXPECT_EQ(next->agenda_items, 4);
}

// Figures of fewer than five are hidden: the year has enough answers of two organisations to read some.
TEST_F(DemoTest, TwoOrganisationsHaveAnsweredOftenEnoughForTheirMediansToShow) {
  const auto shown = read([](db::Transaction& tx) {
    std::vector<std::string> all;
    for (const auto& row : tx.query(
             "SELECT o.key, a.theme FROM safety_net_answer a JOIN organisation o ON o.id = a.organisation "
             "GROUP BY o.key, a.theme HAVING COUNT(*) >= 5 ORDER BY o.key, a.theme"))
      all.push_back(row.get<std::string>(0) + "/" + row.get<std::string>(1));
    return all;
  });
  EXPECT_THAT(shown, ElementsAre("gemeente/groen", "gemeente/verlichting", "welzijn/ontmoeten",
                                 "woonstichting/afval"));
}

TEST_F(DemoTest, WhatLiesTogetherOnTheSquareIsADraftOfAPointOnTheAgenda) {
  const auto drafts = read([](db::Transaction& tx) {
    std::vector<std::string> all;
    for (const auto& row : tx.query("SELECT area, theme FROM cluster WHERE state = 'draft'"))
      all.push_back(row.get<std::string>(0) + "/" + row.get<std::string>(1));
    return all;
  });
  EXPECT_THAT(drafts, ElementsAre(neighbourhood + "/verkeer"));
}

// By key: numbers shift when the story grows.
TEST_F(DemoTest, EveryEndOfASignalIsThereToSee) {
  read([](db::Transaction& tx) {
    EXPECT_EQ(item(tx, "S-40").status, "duplicate");
    EXPECT_EQ(item(tx, "S-41").status, "in_progress");  // neighbours picked it up
    EXPECT_EQ(item(tx, "S-48").status, "open_to_neighbours");
    EXPECT_EQ(item(tx, "S-21").status, "became_initiative");
    EXPECT_EQ(item(tx, "S-35").status, "planned");
    EXPECT_EQ(item(tx, "S-45").status, "waiting");
    EXPECT_EQ(item(tx, "S-31").status, "reopened");
    EXPECT_EQ(item(tx, "S-58").status, "forwarded");
    EXPECT_LT(item(tx, "S-44").next_date.value(), municipality_->service().clock.today());
    for (const auto* hidden : {"S-53", "S-54", "S-55", "S-56"})
      EXPECT_NE(item(tx, hidden).visibility, items::Visibility::everyone) << hidden;
  });
}

TEST_F(DemoTest, TheReporterHeardOfEachStepByMail) {
  std::size_t mails = 0;
  for (const auto& file : std::filesystem::directory_iterator(folder_ / "mail"))
    mails += file.path().extension() == ".eml";
  EXPECT_GE(mails, 20u);  // S-01 alone: receipt, agenda, decision, promise, done, kept
}

}  // namespace
}  // namespace wijktafel::app
