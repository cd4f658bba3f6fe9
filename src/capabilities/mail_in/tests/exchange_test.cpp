// Mails of a story become what mails that come in become.
#include <gmock/gmock.h>

#include "app/testing.hpp"
#include "capabilities/items/items.hpp"

namespace wijktafel::mail_in {
namespace {

using ::testing::HasSubstr;

std::string story_of(const std::string& mail) { return R"({"mails": [)" + mail + "]}"; }

std::string refusal_of(const std::string& mail) { return app::testing::refusal_of_story(story_of(mail)); }

TEST(MailsOfAStory, BecomeSignalsAtTheirOwnTime) {
  app::testing::Town town({.story = story_of(R"({"key": "M-1", "at": "2026-11-14T18:40:00+01:00",
    "from": "jo@voorbeeld.invalid", "to": "signalen+parkbuurt@tafel.invalid", "subject": "Fwd: bankje wiebelt",
    "text": "Het gaat op en neer.\n\n-- \nJo"})")});
  const auto all =
      town.database().read([](db::Transaction& tx) { return items::list(tx, {.area = "GM0001"}); });
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(all[0].title, "bankje wiebelt");
  EXPECT_EQ(all[0].text, "Het gaat op en neer.");
  EXPECT_EQ(all[0].created_at, parse_instant("2026-11-14T18:40:00+01:00"));
}

TEST(MailsOfAStory, SayWithTheirKeyWhatIsWrong) {
  EXPECT_THAT(refusal_of(R"({"at": "2026-11-14T18:40:00+01:00"})"), HasSubstr("a mail has no key"));
  EXPECT_THAT(refusal_of(R"({"key": "M-1", "at": "morgen"})"),
              HasSubstr("mails M-1: \"morgen\" is no moment"));
  EXPECT_THAT(
      refusal_of(R"({"key": "M-1", "at": "2026-11-14T18:40:00+01:00", "from": "jo@voorbeeld.invalid"})"),
      HasSubstr("\"text\" is missing"));
  EXPECT_THAT(refusal_of(R"({"key": "M-1", "at": "2026-11-14T18:40:00+01:00", "from": "jo@voorbeeld.invalid",
                            "to": "signalen+nergens@tafel.invalid", "text": "Een gat."})"),
              HasSubstr("mails M-1: it is held for a person to look at (held_no_area)"));
}

}  // namespace
}  // namespace wijktafel::mail_in
