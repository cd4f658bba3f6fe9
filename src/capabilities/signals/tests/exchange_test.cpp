// A story that is imported goes through the actions at its own time.
#include "capabilities/signals/web/exchange.hpp"

#include <boost/json.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/result.hpp"
#include "capabilities/signals/tests/signals_support.hpp"

namespace wijktafel::signals {
namespace {

using ::testing::HasSubstr;
using testing::Neighbourhood;

class SignalExchange : public ::testing::Test {
 protected:
  void tell(const std::string& json) {
    for (const auto& step : exchange().steps(here.service(), boost::json::parse(json)))
      here.database().write([&](db::Transaction& tx) { step.apply(tx, here.service()); });
  }
  std::string refusal_of(const std::string& json) {
    try {
      tell(json);
    } catch (const Failure& failure) {
      return failure.what();
    }
    return "";
  }
  Neighbourhood here;
};

TEST_F(SignalExchange, a_story_comes_out_as_if_it_had_been_lived) {
  tell(
      R"([{"key": "S-01", "area": "BU00010101", "reported_at": "2026-01-08T19:12:00+01:00", "channel": "web", "kind": "problem",
    "title": "Het pad achter de garages is donker", "text": "Drie lampen doen het niet.", "chance": "Met licht kan het weer.",
    "domains": ["safety", "physical"], "themes": ["licht"], "place": [4.505, 52.005], "place_words": "Achter de garages",
    "by": "sanne", "events": [
      {"at": "2026-01-09T10:05:00+01:00", "do": "assign", "by": "sanne", "holder": "gemeente", "next_date": "2026-01-30"},
      {"at": "2026-02-03T15:40:00+01:00", "do": "answer", "by": "gemeente", "status": "done",
       "text": "De lampen zijn gemaakt. Er komt één extra lamp.", "without_commitment": true},
      {"at": "2026-02-05T18:20:00+01:00", "do": "confirm", "verdict": "solved"}]}])");
  const auto id = here.database().read([](db::Transaction& tx) { return items::find_by_key(tx, "S-01"); });
  ASSERT_TRUE(id);
  const auto item = here.item(*id);
  EXPECT_EQ(item.status, "confirmed");
  EXPECT_EQ(item.domains, static_cast<items::Domains>(items::safety | items::physical));
  EXPECT_EQ(item.themes, std::vector<std::string>{"licht"});
  EXPECT_EQ(item.holder, here.municipality());
  EXPECT_EQ(item.created_at, parse_instant("2026-01-08T19:12:00+01:00"));
  const auto moments = here.database().read([&](db::Transaction& tx) {
    std::vector<std::pair<std::string, std::string>> all;
    for (const auto& row :
         tx.query("SELECT what, recorded_at FROM item_history WHERE item = $1 ORDER BY sequence", *id))
      all.emplace_back(row.get<std::string>(0), iso_instant(row.get<Instant>(1)));
    return all;
  });
  EXPECT_EQ(moments, (std::vector<std::pair<std::string, std::string>>{
                         {"signals.reported", "2026-01-08T18:12:00Z"},
                         {"signals.assigned", "2026-01-09T09:05:00Z"},
                         {"signals.answered_done", "2026-02-03T14:40:00Z"},
                         {"signals.confirmed", "2026-02-05T17:20:00Z"}}));
  EXPECT_FALSE(here.database().read([&](db::Transaction& tx) { return items::gaps_of(tx, *id); }).empty());
}

TEST_F(SignalExchange, a_worry_about_a_person_leaves_nothing) {
  tell(
      R"([{"key": "S-08", "area": "BU00010101", "reported_at": "2026-05-20T09:05:00+02:00", "channel": "professional",
    "kind": "problem", "title": "Zorg over iemand", "text": "Deze tekst is vernietigd.", "by": "gemeente", "events": [
      {"at": "2026-05-20T09:20:00+02:00", "do": "refer", "by": "sanne", "care": "social_team"}]}])");
  const auto id = here.database().read([](db::Transaction& tx) { return items::find_by_key(tx, "S-08"); });
  ASSERT_TRUE(id);
  EXPECT_EQ(here.status(*id), "referred");
  EXPECT_EQ(here.item(*id).text, "");
}

TEST_F(SignalExchange, what_is_wrong_is_said_with_the_key_of_the_signal) {
  const auto signal = [](const std::string& members) {
    return R"([{"key": "S-02", "area": "BU00010101", "reported_at": "2026-01-08T19:12:00+01:00", "kind": "problem", "text": "x")" +
           (members.empty() ? "" : ", " + members) + "}]";
  };
  EXPECT_THAT(refusal_of(signal(R"("kind": "gripe")")), HasSubstr("S-02"));
  EXPECT_THAT(refusal_of(signal(R"("channel": "smoke")")), HasSubstr("no channel"));
  EXPECT_THAT(refusal_of(signal(R"("domains": ["economy"])")), HasSubstr("none of the domains"));
  EXPECT_THAT(refusal_of(signal(R"("theme": "unheard")")), HasSubstr("S-02: there is no theme \"unheard\""));
  EXPECT_THAT(refusal_of(signal(R"("by": "nobody")")), HasSubstr("there is no person or organisation"));
  EXPECT_THAT(refusal_of(signal(R"("events": [{"at": "2026-01-09T10:00:00+01:00", "do": "vote"}])")),
              HasSubstr("vote"));
  EXPECT_THAT(refusal_of(signal(R"("events": [{"do": "answer"}])")), HasSubstr("at"));
  EXPECT_THAT(refusal_of(signal(R"("place": [5.5, 52.5])")), HasSubstr("buiten de gemeente"));
  EXPECT_THAT(
      refusal_of(
          R"([{"key": "S-03", "area": "BU99999999", "reported_at": "2026-01-08T19:12:00+01:00", "kind": "problem",
    "text": "x"}])"),
      HasSubstr("there is no area"));
  EXPECT_THAT(refusal_of(R"({"key": "S-03"})"), HasSubstr("a list is expected"));
  EXPECT_EQ(refusal_of(signal("")), "");
  EXPECT_THAT(refusal_of(signal("")), HasSubstr("was imported before"));
}

TEST_F(SignalExchange, an_answer_that_promises_must_say_that_it_has_no_commitment) {
  EXPECT_THAT(
      refusal_of(
          R"([{"key": "S-04", "area": "BU00010101", "reported_at": "2026-01-08T19:12:00+01:00", "kind": "problem",
    "text": "x", "events": [{"at": "2026-01-09T10:00:00+01:00", "do": "answer", "status": "done", "text": "Dat nemen we mee."}]}])"),
      HasSubstr("Er is nog geen afspraak."));
}

}  // namespace
}  // namespace wijktafel::signals
