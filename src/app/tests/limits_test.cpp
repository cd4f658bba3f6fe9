// The limits on signing in and on reporting: a whole school behind one address passes, one flood does not.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/testing.hpp"

namespace wijktafel::app {
namespace {

using testing::Browser;
using ::testing::HasSubstr;
using testing::Town;

// The same words twice of one browser are one report: `number` makes another one of it.
http::Response report(Browser& browser, int number = 0) {
  browser.post("/parkbuurt/signalen/nieuw",
               {{"kind", "problem"}, {"text", "Het pad is donker bij " + std::to_string(number)}});
  return browser.post("/parkbuurt/signalen/nieuw/hoe", {{"neighbours", "no"}, {"reach", "none"}});
}

class Limits : public ::testing::Test {
 protected:
  std::int64_t signals() {
    return town.database().read(
        [](db::Transaction& tx) { return tx.find("SELECT COUNT(*) FROM signal")->get<std::int64_t>(0); });
  }
  Town town;
};

TEST_F(Limits, AWholeSchoolBehindOneAddressReports) {
  for (int i = 0; i < 300; ++i) {
    Browser pupil(town);
    ASSERT_EQ(report(pupil).status, 303) << i;
  }
  EXPECT_EQ(signals(), 300);
}

TEST_F(Limits, AWholeSchoolBehindOneAddressAsksToSignIn) {
  for (int i = 0; i < 300; ++i) {
    Browser pupil(town);
    const auto answer =
        pupil.post("/inloggen", {{"mail", "leerling" + std::to_string(i) + "@voorbeeld.invalid"}});
    ASSERT_EQ(answer.status, 303) << i;
  }
  EXPECT_EQ(town.mails().size(), 300u);
}

TEST_F(Limits, OneBrowserThatReportsOnAndOnIsAskedToWaitUntilATimeAndOthersAreNot) {
  Browser flood(town);
  for (int i = 0; i < 20; ++i) ASSERT_EQ(report(flood, i).status, 303) << i;
  const auto refused = report(flood, 20);
  EXPECT_EQ(refused.status, 429);
  EXPECT_EQ(refused.header("Retry-After"), "3600");
  EXPECT_THAT(std::string(refused.content()), HasSubstr("Na 13.00 uur kunt u dit versturen."));
  EXPECT_EQ(signals(), 20);
  Browser neighbour(town);
  EXPECT_EQ(report(neighbour).status, 303);
}

TEST_F(Limits, WhatWasWrittenIsKeptAndIsSentWhenTheTimeIsThere) {
  Browser flood(town);
  for (int i = 0; i < 21; ++i) report(flood, i);
  town.clock().set(town.clock().now() + std::chrono::minutes(60));
  EXPECT_EQ(flood.post("/parkbuurt/signalen/nieuw/hoe", {{"neighbours", "no"}, {"reach", "none"}}).status,
            303);
  EXPECT_EQ(signals(), 21);
}

TEST_F(Limits, AFloodThatThrowsItsCookiesAwayIsCountedByItsNetwork) {
  town.database().write([&](db::Transaction& tx) {
    for (int i = 0; i < 600; ++i)
      tx.execute(
          "INSERT INTO signal_sending (device_hash, network, sent_at) VALUES ($1, '203.0.113.0/24', $2)",
          std::to_string(i), town.clock().now());
  });
  Browser fresh(town);
  EXPECT_EQ(report(fresh).status, 429);
  Browser elsewhere(town);
  elsewhere.peer = "198.51.100.7";
  EXPECT_EQ(report(elsewhere).status, 303);
}

TEST_F(Limits, CountsAreGoneAfterADay) {
  Browser browser(town);
  report(browser);
  town.clock().set(town.clock().now() + std::chrono::hours(49));
  town.run_jobs();
  EXPECT_EQ(town.database().read([](db::Transaction& tx) {
    return tx.find("SELECT COUNT(*) FROM signal_sending")->get<std::int64_t>(0);
  }),
            0);
}

}  // namespace
}  // namespace wijktafel::app
