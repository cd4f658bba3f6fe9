// What does not arrive, and what cannot be asked, is seen by who can do something about it.
#include <gmock/gmock.h>

#include "app/testing.hpp"
#include "capabilities/forwarding/store.hpp"
#include "capabilities/forwarding/tests/other_system_support.hpp"

namespace wijktafel::forwarding {
namespace {

using namespace std::chrono_literals;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr std::string_view story = R"({
  "organisations": [{"key": "gemeente", "kind": "municipality", "name": "Gemeente Voorbeeldstad"}],
  "signals": [
    {"key": "S-01", "area": "BU00010101", "reported_at": "2026-11-01T10:00:00+01:00", "kind": "problem",
     "title": "Het pad is donker", "text": "Drie lampen", "place": [4.505, 52.005]}]})";

class ForwardingFaults : public ::testing::Test {
 protected:
  ForwardingFaults() : town_({.story = std::string(story)}) {
    town_.database().read([&](db::Transaction& tx) { item_ = items::find_by_key(tx, "S-01").value(); });
    admin_.enter(town_.person("Ada", {{.role = "administrator", .area = {}, .organisation = {}}}));
    coordinator_.enter(
        town_.person("Sanne", {{.role = "coordinator", .area = "BU00010101", .organisation = {}}}));
  }
  store::Destination destination(const std::string& kind, const std::string& endpoint) {
    return town_.database().read([&](db::Transaction& tx) {
      return store::Destination{.organisation = organisations::find_by_key(tx, "gemeente")->id,
                                .kind = kind,
                                .title = "Groen",
                                .endpoint = endpoint,
                                .created_at = town_.clock().now()};
    });
  }
  std::string form_path() { return "/parkbuurt/doorsturen/" + std::to_string(raw(item_)); }
  // By a coordinator; by mail it has left by now.
  void send(DestinationId id) {
    ASSERT_EQ(coordinator_.post(form_path(), {{"forwarding_destination", std::to_string(raw(id))}}).status,
              303);
    town_.run_jobs();
  }
  DestinationId send_by_mail() {
    const auto groen = destination("mail", "groen@voorbeeld.invalid");
    const auto id = town_.database().write([&](db::Transaction& tx) { return store::insert(tx, groen); });
    send(id);
    return id;
  }
  void later(std::chrono::minutes time) {
    town_.clock().advance(time);
    town_.run_jobs();
  }
  std::string page(app::testing::Browser& browser) {
    return browser.get("/parkbuurt/signalen/" + std::to_string(raw(item_))).content();
  }
  std::string all_destinations() { return admin_.get("/beheer/doorsturen").content(); }
  store::Sent sent() {
    return town_.database().read([&](db::Transaction& tx) { return store::sent_of(tx, item_).at(0); });
  }

  testing::OtherSystem other_;
  app::testing::Town town_;
  app::testing::Browser admin_{town_};
  app::testing::Browser coordinator_{town_};
  app::testing::Browser visitor_{town_};
  ItemId item_{};
};

TEST_F(ForwardingFaults, AMailThatLeftIsNoFault) {
  send_by_mail();
  EXPECT_TRUE(sent().is_mail_underway);
  later(6min);
  EXPECT_FALSE(sent().is_mail_underway);
  EXPECT_EQ(sent().fault, "");
  EXPECT_THAT(page(coordinator_), Not(HasSubstr("Opnieuw proberen")));
}

TEST_F(ForwardingFaults, AMailThatNoServerTakesIsSeenWithItsNextTryAndCanBeHurried) {
  send_by_mail();
  town_.database().write([&](db::Transaction& tx) {
    tx.execute("UPDATE mail_outbox SET sent_at = NULL WHERE message_id LIKE 'forwarding-%'");
    const auto mail =
        tx.find("SELECT id FROM mail_outbox WHERE message_id LIKE 'forwarding-%'")->get<std::int64_t>(0);
    tx.execute(
        "INSERT INTO job (kind, payload, run_at, attempts, last_fault) VALUES ('mail.send', $1, $2, 3, 'x')",
        canonical(Facts{{"mail", mail}}), town_.clock().now() + 4h);
  });
  later(6min);
  EXPECT_THAT(page(coordinator_),
              AllOf(HasSubstr("Nog geen mailserver heeft de mail aangenomen"), HasSubstr("Dit is zo sinds"),
                    HasSubstr("Wij proberen het opnieuw op"), HasSubstr("Opnieuw proberen")));
  EXPECT_THAT(page(visitor_), Not(HasSubstr("mailserver")));
  EXPECT_THAT(all_destinations(), HasSubstr("Nog geen mailserver"));
  const auto next_try = [&] {
    return town_.database().read([](db::Transaction& tx) {
      return tx.find("SELECT run_at FROM job WHERE kind = 'mail.send'")->get<Instant>(0);
    });
  };
  EXPECT_GT(next_try(), town_.clock().now());
  ASSERT_EQ(coordinator_.post(form_path() + "/opnieuw").status, 303);
  EXPECT_EQ(next_try(), town_.clock().now());
}

TEST_F(ForwardingFaults, AMailThatWasGivenUpIsSeenAndAnotherOneCanBeSent) {
  send_by_mail();
  town_.database().write([&](db::Transaction& tx) {
    tx.execute("UPDATE mail_outbox SET sent_at = NULL, given_up_at = 1 WHERE message_id LIKE 'forwarding-%'");
  });
  later(6min);
  EXPECT_EQ(sent().state, State::failed);
  EXPECT_THAT(page(coordinator_),
              AllOf(HasSubstr("Niet doorgestuurd naar Groen"), HasSubstr("geen mailserver nam hem aan"),
                    HasSubstr("Dit is zo sinds"), HasSubstr("Opnieuw proberen")));
  EXPECT_THAT(page(visitor_), AllOf(HasSubstr("De mail aan Gemeente Voorbeeldstad is niet aangekomen"),
                                    Not(HasSubstr("mailserver"))));
  EXPECT_THAT(all_destinations(),
              AllOf(HasSubstr("geen mailserver nam hem aan"), HasSubstr("Alles opnieuw proberen")));
  ASSERT_EQ(admin_.post("/beheer/doorsturen/opnieuw").status, 303);
  town_.run_jobs();
  EXPECT_EQ(sent().state, State::sent);
  EXPECT_EQ(sent().fault, "");
  town_.database().read([](db::Transaction& tx) {
    EXPECT_EQ(
        tx.query("SELECT 1 FROM mail_outbox WHERE message_id LIKE 'forwarding-%' AND sent_at IS NOT NULL")
            .size(),
        1u);
  });
}

TEST_F(ForwardingFaults, ASystemThatCannotBeAskedIsSeenUntilItAnswers) {
  const auto system = destination("open311", other_.base());
  const auto id = town_.database().write([&](db::Transaction& tx) { return store::insert(tx, system); });
  town_.database().write([&](db::Transaction& tx) {
    (void)store::insert(tx, store::Sent{.item = item_,
                                        .destination = id,
                                        .state = State::accepted,
                                        .request_key = "k",
                                        .created_at = town_.clock().now()});
    auto kept = store::sent_of(tx, item_).at(0);
    kept.external_number = "M-1";
    kept.accepted_at = town_.clock().now();
    store::update(tx, kept);
  });
  later(20min);
  const auto said = AllOf(HasSubstr("Hoe het daar staat, kunnen wij nu niet vragen"),
                          HasSubstr("Daar staat: Niet gevonden"), HasSubstr("Dit is zo sinds"),
                          HasSubstr("Wij proberen het opnieuw op"), HasSubstr("pnieuw proberen"));
  EXPECT_THAT(page(coordinator_), said);
  EXPECT_THAT(page(visitor_), Not(HasSubstr("kunnen wij nu niet vragen")));
  EXPECT_THAT(all_destinations(), said);
  EXPECT_THAT(admin_.get("/beheer/doorsturen/" + std::to_string(raw(id))).content(),
              HasSubstr("Hoe het daar staat, is nu niet bekend"));
  EXPECT_THAT(admin_.get("/mijn").content(), HasSubstr("1 niet gelukt"));
  other_.answer("/v2/requests.xml",
                "<service_requests><request><service_request_id>M-1</service_request_id><status>open</status>"
                "</request></service_requests>");
  ASSERT_EQ(coordinator_.post(form_path() + "/opnieuw").status, 303);
  town_.run_jobs();
  EXPECT_THAT(page(coordinator_), AllOf(Not(HasSubstr("niet vragen")), HasSubstr("Stand daar: open")));
  EXPECT_THAT(all_destinations(), Not(HasSubstr("niet vragen")));
}

TEST_F(ForwardingFaults, AReceiptWithoutANumberSaysThatTheSignalIsThere) {
  send_by_mail();
  auto failed = sent();
  failed.state = State::failed;
  failed.receipt = "T-1";
  failed.accepted_at = std::nullopt;
  failed.fault = "no_number_yet";
  town_.database().write([&](db::Transaction& tx) { store::update(tx, failed); });
  EXPECT_THAT(page(coordinator_),
              AllOf(HasSubstr("Het nummer daar is niet gekomen"), Not(HasSubstr("Niet doorgestuurd naar"))));
}

}  // namespace
}  // namespace wijktafel::forwarding
