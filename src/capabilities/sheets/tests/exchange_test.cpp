// Strips of a story do what the form does.
#include <gmock/gmock.h>

#include "app/testing.hpp"
#include "capabilities/sheets/store.hpp"

namespace wijktafel::sheets {
namespace {

using ::testing::HasSubstr;

std::string town_with(const std::string& strips) {
  return R"({"people": [{"key": "sanne", "name": "Sanne", "mail": "sanne@voorbeeld.invalid",
                         "roles": [{"role": "coordinator", "area": "BU00010101", "from": "2025-09-01"}]}],
    "signals": [{"key": "S-01", "area": "BU00010101", "reported_at": "2026-11-01T10:00:00+01:00",
                 "kind": "problem", "text": "Het pad is donker."}],
    "strips": [)" +
         strips + "]}";
}

std::string refusal_of(const std::string& strip) { return app::testing::refusal_of_story(town_with(strip)); }

TEST(StripsOfAStory, AreEnteredAtTheirOwnTime) {
  app::testing::Town town({.story = town_with(R"({"at": "2026-11-12T10:20:00+01:00", "by": "sanne",
    "signal": "S-01", "ticked": ["me_too", "help"], "phone": "06 00 00 00 00"})")});
  town.database().read([](db::Transaction& tx) {
    const auto waiting = store::waiting_help(tx, "BU00010101", 10);
    ASSERT_EQ(waiting.size(), 1u);
    EXPECT_EQ(waiting[0].phone, "06 00 00 00 00");
    EXPECT_EQ(waiting[0].offered_at, parse_instant("2026-11-12T10:20:00+01:00"));
    EXPECT_EQ(tx.find("SELECT COUNT(*) FROM signal_support")->get<std::int64_t>(0), 1);
  });
}

TEST(StripsOfAStory, SayWithTheSignalWhatIsWrong) {
  const auto strip = [](const std::string& members) {
    return R"({"at": "2026-11-12T10:20:00+01:00", "by": "sanne", )" + members + "}";
  };
  EXPECT_THAT(refusal_of(strip(R"("ticked": ["help"])")), HasSubstr("a strip names no \"signal\""));
  EXPECT_THAT(refusal_of(strip(R"("signal": "S-01", "ticked": [])")),
              HasSubstr("strips S-01: nothing is \"ticked\""));
  EXPECT_THAT(refusal_of(strip(R"("signal": "S-01", "ticked": ["hug"])")),
              HasSubstr("\"hug\" is nothing that can be ticked"));
  EXPECT_THAT(refusal_of(strip(R"("signal": "S-01", "ticked": ["help"], "phone": "bel me")")),
              HasSubstr("no telephone number"));
  EXPECT_THAT(refusal_of(strip(R"("signal": "S-09", "ticked": ["help"])")),
              HasSubstr("strips S-09: there is no signal that everybody may read"));
  EXPECT_THAT(
      refusal_of(R"({"at": "2026-11-12T10:20:00+01:00", "by": "wie", "signal": "S-01", "ticked": ["help"]})"),
      HasSubstr("there is no person \"wie\""));
  EXPECT_THAT(refusal_of(R"({"at": "gisteren", "by": "sanne", "signal": "S-01", "ticked": ["help"]})"),
              HasSubstr("\"gisteren\" is no moment"));
  // What the form refuses is refused here too.
  EXPECT_THAT(refusal_of(strip(R"("signal": "S-01", "ticked": ["not_solved"])")), HasSubstr("strips S-01: "));
}

}  // namespace
}  // namespace wijktafel::sheets
