// What an organisation answers about a signal that not everyone may see any more.
#include <gmock/gmock.h>

#include "app/testing.hpp"
#include "capabilities/forwarding/by_mail.hpp"
#include "capabilities/forwarding/hearing.hpp"
#include "capabilities/forwarding/store.hpp"

namespace wijktafel::forwarding {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr std::string_view story = R"({
  "organisations": [{"key": "gemeente", "kind": "municipality", "name": "Gemeente Voorbeeldstad"}],
  "signals": [
    {"key": "S-01", "area": "BU00010101", "reported_at": "2026-11-01T10:00:00+01:00", "kind": "problem",
     "title": "Het pad is donker", "text": "Drie lampen", "place": [4.505, 52.005]},
    {"key": "S-02", "area": "BU00010101", "reported_at": "2026-11-02T10:00:00+01:00", "kind": "problem",
     "title": "Nog een", "text": "Ook donker", "place": [4.505, 52.005]}]})";

// A department has the first signal, by mail.
class Replies : public ::testing::Test {
 protected:
  Replies() : town_({.story = std::string(story)}) {
    town_.database().write([&](db::Transaction& tx) {
      first_ = items::find_by_key(tx, "S-01").value();
      second_ = items::find_by_key(tx, "S-02").value();
      const auto destination =
          store::insert(tx, store::Destination{.organisation = organisations::find_by_key(tx, "gemeente")->id,
                                               .kind = "mail",
                                               .title = "Groen",
                                               .endpoint = "groen@voorbeeld.invalid",
                                               .created_at = town_.clock().now()});
      const auto id = store::insert(tx, store::Sent{.item = first_,
                                                    .destination = destination,
                                                    .state = State::sent,
                                                    .request_key = "0123456789abcdef",
                                                    .created_at = town_.clock().now()});
      sent_ = store::find_sent(tx, id).value();
    });
    admin_.enter(town_.person("Ada", {{.role = "administrator", .area = {}, .organisation = {}}}));
    coordinator_.enter(
        town_.person("Sanne", {{.role = "coordinator", .area = "BU00010101", .organisation = {}}}));
  }
  bool reply(const std::string& text) {
    const auto address = reply_address("a@b.invalid", sent_);
    const auto detail = address.substr(2, address.find('@') - 2);
    return town_.database().write([&](db::Transaction& tx) {
      return take_reply(town_.service(), tx, town_.clock().now(), detail, text);
    });
  }
  std::string page(app::testing::Browser& browser, ItemId item) {
    return std::string(browser.get("/parkbuurt/signalen/" + std::to_string(raw(item))).content());
  }
  std::string action(ItemId item, const std::string& verb) {
    return "/parkbuurt/signalen/" + std::to_string(raw(item)) + "/" + verb;
  }

  app::testing::Town town_;
  app::testing::Browser admin_{town_};
  app::testing::Browser coordinator_{town_};
  app::testing::Browser visitor_{town_};
  ItemId first_{};
  ItemId second_{};
  store::Sent sent_;
};

TEST_F(Replies, ToASignalThatIsConfidentialByNowAreReadByWhoMaySeeIt) {
  town_.database().write([&](db::Transaction& tx) {
    (void)items::change(tx, town_.clock().now(), identity::system_actor(), first_,
                        {.visibility = items::Visibility::confidential}, {.what = "signals.assigned"});
  });
  EXPECT_TRUE(reply("Wij komen dinsdag"));
  EXPECT_THAT(page(coordinator_, first_), HasSubstr("Wij komen dinsdag"));
  EXPECT_THAT(page(visitor_, first_), Not(HasSubstr("Wij komen dinsdag")));
  EXPECT_THAT(admin_.get("/beheer/doorsturen").content(), Not(HasSubstr("niet bewaard")));
}

TEST_F(Replies, ThatSayInWhichStateAConfidentialSignalIsChangeIt) {
  town_.database().write([&](db::Transaction& tx) {
    (void)items::change(tx, town_.clock().now(), identity::system_actor(), first_,
                        {.visibility = items::Visibility::confidential}, {.what = "signals.assigned"});
    take_in(town_.service(), tx, town_.clock().now(), sent_, {.status = "fixed", .text = "Lampen vervangen"});
    EXPECT_EQ(items::find(tx, first_)->status, "done");
  });
  EXPECT_THAT(page(coordinator_, first_), HasSubstr("Lampen vervangen"));
}

TEST_F(Replies, ToADuplicateAreReadAtTheFirst) {
  ASSERT_EQ(coordinator_.post(action(first_, "dubbel"), {{"original", std::to_string(raw(second_))}}).status,
            303);
  EXPECT_TRUE(reply("Wij komen dinsdag"));
  EXPECT_THAT(page(visitor_, second_), HasSubstr("Wij komen dinsdag"));
}

TEST_F(Replies, ToASignalThatWasReferredAreNotKeptAndTheAdministratorReadsWhy) {
  ASSERT_EQ(coordinator_.post(action(first_, "doorverwijzen"), {{"care", "social_team"}}).status, 303);
  EXPECT_TRUE(reply("Mevrouw Kanarie is gesproken"));
  town_.database().read([&](db::Transaction& tx) {
    EXPECT_FALSE(tx.find("SELECT 1 FROM item_history_text WHERE text LIKE '%Kanarie%'").has_value());
    EXPECT_FALSE(tx.find("SELECT 1 FROM signal_update WHERE waiting_text LIKE '%Kanarie%'").has_value());
  });
  EXPECT_THAT(page(coordinator_, first_), Not(HasSubstr("Kanarie")));
  EXPECT_THAT(
      admin_.get("/beheer/doorsturen").content(),
      AllOf(HasSubstr("Antwoorden die niet bewaard zijn"), HasSubstr("Gemeente Voorbeeldstad antwoordde"),
            HasSubstr("vernietigd"), Not(HasSubstr("Kanarie"))));
}

}  // namespace
}  // namespace wijktafel::forwarding
