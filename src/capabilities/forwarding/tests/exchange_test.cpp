// A story tells where signals went and what was heard of them, as if their system had said it.
#include <gmock/gmock.h>

#include "app/testing.hpp"
#include "capabilities/forwarding/store.hpp"

namespace wijktafel::forwarding {
namespace {

using ::testing::HasSubstr;

const std::string system_there =
    R"({"name": "Meldsysteem", "organisation": "gemeente", "kind": "open311", "format": "json",
  "endpoint": "https://meldingen.voorbeeld.invalid/v2", "services": [{"code": "OVERIG", "name": "Alles", "for": [""]}]})";
const std::string department = R"({"name": "Wegen", "organisation": "gemeente", "kind": "mail",
  "endpoint": "wegen@voorbeeld.invalid"})";

std::string story_of(const std::string& destinations, const std::string& forwarded) {
  return R"({"organisations": [{"key": "gemeente", "kind": "municipality", "name": "Gemeente Voorbeeldstad"}],
    "signals": [{"key": "S-01", "area": "BU00010101", "reported_at": "2026-11-01T10:00:00+01:00",
                 "kind": "problem", "text": "Het pad is donker."}],
    "destinations": [)" +
         destinations + R"(], "forwarded": [)" + forwarded + "]}";
}

std::string refusal_of(const std::string& destinations, const std::string& forwarded = "") {
  try {
    app::testing::Town town({.story = story_of(destinations, forwarded)});
  } catch (const std::exception& fault) {
    return fault.what();
  }
  return "";
}

TEST(ForwardedInAStory, HasTheNumberAndTheNewsOfTheOtherSystem) {
  app::testing::Town town(
      {.story = story_of(system_there + "," + system_there,
                         R"({"signal": "S-01", "at": "2026-11-02T09:00:00+01:00", "to": "Meldsysteem",
      "number": "26-0044", "news": [{"at": "2026-11-02T16:00:00+01:00", "status": "closed", "text": "De lamp brandt weer."}]})")});
  town.database().read([](db::Transaction& tx) {
    EXPECT_EQ(store::all(tx).size(), 1u);  // the same name again is the same destination
    const auto id = items::find_by_key(tx, "S-01").value();
    const auto sent = store::sent_of(tx, id);
    ASSERT_EQ(sent.size(), 1u);
    EXPECT_EQ(sent[0].external_number, "26-0044");
    EXPECT_TRUE(sent[0].is_over);
    EXPECT_EQ(sent[0].fault, "");
    EXPECT_EQ(items::find(tx, id)->is_open, false);
  });
}

TEST(ForwardedInAStory, SaysWithItsNameWhatIsWrong) {
  EXPECT_THAT(refusal_of(R"({"name": "A", "organisation": "gemeente", "kind": "pigeon"})"),
              HasSubstr("destinations A: \"pigeon\" is no kind of destination"));
  EXPECT_THAT(refusal_of(R"({"name": "A", "organisation": "x", "kind": "file"})"),
              HasSubstr("destinations A: there is no organisation \"x\""));
  EXPECT_THAT(
      refusal_of(R"({"name": "A", "organisation": "gemeente", "kind": "mail", "endpoint": "nergens"})"),
      HasSubstr("destinations A: "));
  const auto forwarded = [](const std::string& members) {
    return R"({"at": "2026-11-02T09:00:00+01:00", )" + members + "}";
  };
  EXPECT_THAT(refusal_of(department, forwarded(R"("signal": "S-01", "to": "Elders")")),
              HasSubstr("forwarded S-01: there is no destination \"Elders\""));
  EXPECT_THAT(refusal_of(department, forwarded(R"("signal": "S-07", "to": "Wegen")")),
              HasSubstr("forwarded S-07: was not reported"));
  EXPECT_THAT(refusal_of(department, forwarded(R"("signal": "S-01", "to": "Wegen", "number": "3")")),
              HasSubstr("only a system gives a \"number\""));
  const auto twice = forwarded(R"("signal": "S-01", "to": "Wegen")");
  EXPECT_THAT(refusal_of(department, twice + "," + twice), HasSubstr("forwarded S-01: "));
}

}  // namespace
}  // namespace wijktafel::forwarding
