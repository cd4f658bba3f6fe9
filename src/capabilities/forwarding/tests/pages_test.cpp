// Forwarding through the whole program, to another system that is strict.
#include <cstdlib>
#include <gmock/gmock.h>

#include "app/testing.hpp"
#include "capabilities/forwarding/by_mail.hpp"
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
     "title": "Het pad is donker", "text": "Drie lampen <b> & meer.", "place": [4.505, 52.005]},
    {"key": "S-02", "area": "BU00010101", "reported_at": "2026-11-02T10:00:00+01:00", "kind": "problem",
     "title": "Nog een", "text": "Zonder plek", "place_words": "achter de garages"}]})";

class Forwarding : public ::testing::Test {
 protected:
  Forwarding() : town_({.story = std::string(story)}) {
    setenv("WIJKTAFEL_SECRET_SYSTEEM", "geheim", 1);
    town_.database().read([&](db::Transaction& tx) {
      first_ = raw(items::find_by_key(tx, "S-01").value());
      second_ = raw(items::find_by_key(tx, "S-02").value());
      organisation_ = std::to_string(raw(organisations::find_by_key(tx, "gemeente")->id));
    });
    admin_.enter(town_.person("Ada", {{.role = "administrator", .area = {}, .organisation = {}}}));
    coordinator_.enter(
        town_.person("Sanne", {{.role = "coordinator", .area = "BU00010101", .organisation = {}}}));
  }

  http::Pairs form(const http::Pairs& more = {}) {
    http::Pairs all{{"kind", "open311"},         {"name", "Meldsysteem"}, {"organisation", organisation_},
                    {"endpoint", other_.base()}, {"format", "xml"},       {"credential", "systeem"}};
    for (const auto& pair : more) {
      std::erase_if(all, [&](const auto& old) { return old.first == pair.first; });
      all.push_back(pair);
    }
    return all;
  }
  // Added, tried, and every theme goes to OVERIG.
  std::string add(const http::Pairs& more = {}) {
    const auto added = admin_.post("/beheer/doorsturen/nieuw", form(more));
    EXPECT_EQ(added.status, 303) << added.content();
    const auto path = std::string(added.header("Location")).substr(std::string("/voorbeeldstad").size());
    town_.run_jobs();
    EXPECT_EQ(admin_.post(path + "/diensten", {{"line_0", "OVERIG"}}).status, 303);
    number_ = path.substr(path.rfind('/') + 1);
    return path;
  }
  std::string page(std::int64_t item) { return "/parkbuurt/signalen/" + std::to_string(item); }
  void send(std::int64_t item) {
    const auto sent = coordinator_.post("/parkbuurt/doorsturen/" + std::to_string(item),
                                        {{"forwarding_destination", number_}});
    EXPECT_EQ(sent.status, 303) << sent.content();
    town_.run_jobs();
  }
  store::Sent sent(std::int64_t item) {
    return town_.database().read([&](db::Transaction& tx) { return store::sent_of(tx, ItemId{item}).at(0); });
  }

  testing::OtherSystem other_;
  app::testing::Town town_;
  app::testing::Browser admin_{town_};
  app::testing::Browser coordinator_{town_};
  app::testing::Browser visitor_{town_};
  std::int64_t first_ = 0;
  std::int64_t second_ = 0;
  std::string organisation_;
  std::string number_;
};

TEST_F(Forwarding, SendsASignalAndShowsTheNumberToEverybody) {
  add();
  EXPECT_THAT(visitor_.get(page(first_)).content(), Not(HasSubstr("Bij de organisatie")));
  EXPECT_THAT(coordinator_.get(page(first_)).content(), HasSubstr("Waarheen stuurt u dit door?"));
  send(first_);
  ASSERT_EQ(other_.posts().size(), 1u);
  const auto post = other_.posts().front();
  EXPECT_EQ(post.get("service_code"), "OVERIG");
  EXPECT_EQ(post.get("lat"), "52.005000");
  EXPECT_EQ(post.get("long"), "4.505000");
  EXPECT_THAT(post.get("description"), AllOf(HasSubstr("Drie lampen <b> & meer."),
                                             HasSubstr("http://127.0.0.1:8080/voorbeeldstad/parkbuurt")));
  EXPECT_EQ(post.get("email") + post.get("phone") + post.get("first_name") + post.get("last_name"), "");
  EXPECT_FALSE(post.idempotency_key.empty());
  EXPECT_THAT(visitor_.get(page(first_)).content(),
              AllOf(HasSubstr("Doorgestuurd naar Gemeente Voorbeeldstad"),
                    HasSubstr("Het nummer daar is M-1"), Not(HasSubstr("Opnieuw proberen"))));
  send(second_);
  EXPECT_EQ(other_.posts().back().get("address_string"), "achter de garages, Parkbuurt, Voorbeeldstad");
}

TEST_F(Forwarding, TriesAgainWithGrowingPausesAndTheSameKeyAndShowsWhatIsWrong) {
  add();
  for (int i = 0; i < 3; ++i) other_.answer_next(503, "");
  send(first_);
  EXPECT_THAT(coordinator_.get(page(first_)).content(),
              AllOf(HasSubstr("Nog niet doorgestuurd naar Meldsysteem"),
                    HasSubstr("kan het nu niet aannemen"), HasSubstr("Opnieuw proberen")));
  EXPECT_THAT(visitor_.get(page(first_)).content(), Not(HasSubstr("aannemen")));
  EXPECT_THAT(coordinator_.get("/parkbuurt/signalen/werk").content(),
              HasSubstr("1 signaal is niet doorgestuurd"));
  EXPECT_THAT(admin_.get("/beheer/doorsturen").content(), HasSubstr("1 signaal is niet doorgestuurd"));
  EXPECT_THAT(admin_.get("/mijn").content(), HasSubstr("1 niet gelukt"));
  town_.run_jobs();
  EXPECT_EQ(other_.posts().size(), 1u);
  for (const auto pause : {1min, 5min, 15min}) {
    town_.clock().advance(pause);
    town_.run_jobs();
  }
  const auto posts = other_.posts();
  ASSERT_EQ(posts.size(), 4u);
  for (const auto& post : posts) EXPECT_EQ(post.idempotency_key, posts.front().idempotency_key);
  EXPECT_EQ(sent(first_).state, State::accepted);
  EXPECT_EQ(sent(first_).fault, "");
  EXPECT_THAT(coordinator_.get("/parkbuurt/signalen/werk").content(), Not(HasSubstr("niet doorgestuurd")));
}

TEST_F(Forwarding, StopsAtARefusalUntilSomebodyTriesAgain) {
  add();
  other_.answer_next(
      400, "<errors><error><code>400</code><description>Buiten ons gebied</description></error></errors>");
  send(first_);
  EXPECT_EQ(sent(first_).state, State::failed);
  EXPECT_THAT(coordinator_.get(page(first_)).content(), AllOf(HasSubstr("Niet doorgestuurd naar Meldsysteem"),
                                                              HasSubstr("Daar staat: Buiten ons gebied")));
  town_.clock().advance(6h);
  town_.run_jobs();
  EXPECT_EQ(other_.posts().size(), 1u);
  EXPECT_EQ(coordinator_.post("/parkbuurt/doorsturen/" + std::to_string(first_) + "/opnieuw").status, 303);
  town_.run_jobs();
  EXPECT_EQ(sent(first_).external_number, "M-2");
  EXPECT_EQ(coordinator_.post("/parkbuurt/doorsturen/" + std::to_string(first_) + "/opnieuw").status, 409);
}

TEST_F(Forwarding, AsksAfterATokenUntilThereIsANumber) {
  other_.give_token(true);
  add();
  send(first_);
  EXPECT_EQ(sent(first_).state, State::pending);
  EXPECT_THAT(visitor_.get(page(first_)).content(), HasSubstr("Het nummer daar volgt nog"));
  town_.clock().advance(1min);
  town_.run_jobs();
  EXPECT_EQ(sent(first_).state, State::pending);
  EXPECT_EQ(sent(first_).fault, "");
  other_.token_is_ready(true);
  town_.clock().advance(5min);
  town_.run_jobs();
  EXPECT_EQ(sent(first_).external_number, "M-77");
  EXPECT_EQ(other_.posts().size(), 1u);
}

TEST_F(Forwarding, SaysThatItMayBeThereTwiceWhenAnAnswerMakesNoSense) {
  add();
  other_.answer_next(200, "<html>ok</html>");
  send(first_);
  EXPECT_EQ(sent(first_).state, State::failed);
  EXPECT_TRUE(sent(first_).may_be_double);
  EXPECT_THAT(coordinator_.get(page(first_)).content(), HasSubstr("is misschien toch aangekomen"));
}

TEST_F(Forwarding, SendsNothingThatIsNotPublic) {
  add();
  const auto id = town_.database().write([&](db::Transaction& tx) {
    return store::insert(tx, store::Sent{.item = ItemId{first_},
                                         .destination = store::current(tx).front().id,
                                         .request_key = "k",
                                         .next_try = town_.clock().now(),
                                         .created_at = town_.clock().now()});
  });
  town_.database().write([&](db::Transaction& tx) {
    (void)items::change(tx, town_.clock().now(), identity::system_actor(), ItemId{first_},
                        {.visibility = items::Visibility::confidential}, {.what = "signals.assigned"});
    jobs::enqueue(tx, "forwarding.proceed", {{"sent", raw(id)}}, town_.clock().now());
  });
  town_.run_jobs();
  EXPECT_TRUE(other_.posts().empty());
  EXPECT_EQ(sent(first_).fault, "not_public");
}

TEST_F(Forwarding, GoesByItselfForTheAreasAndThemesThatWereChosen) {
  add({{"automatic", "yes"}, {"areas", "BU00010102"}});
  const auto tell = [&](const std::string& area, const std::string& title) {
    const auto call = web::job_call(town_.service(), i18n::Language::nl, town_.clock().now());
    town_.database().write([&](db::Transaction& tx) {
      (void)signals::tell(
          call, tx, *town_.service().find_area(area),
          {.title = title, .text = title, .mail_address = "noor@voorbeeld.invalid", .name = "Noor"});
    });
    town_.run_jobs();
  };
  tell("BU00010101", "In Parkbuurt");
  EXPECT_TRUE(other_.posts().empty());
  tell("BU00010102", "In Havenbuurt");
  ASSERT_EQ(other_.posts().size(), 1u);
  const auto post = other_.posts().front();
  EXPECT_THAT(post.get("description"), HasSubstr("In Havenbuurt"));
  for (const auto& [name, value] : post.form)
    EXPECT_THAT(value, AllOf(Not(HasSubstr("noor@")), Not(HasSubstr("Noor")))) << name;
}

TEST_F(Forwarding, ShowsTheServicesAndAsksWhatTheyAsk) {
  const auto path = add();
  EXPECT_THAT(admin_.get(path).content(),
              AllOf(HasSubstr("Het systeem heeft 2 diensten"), HasSubstr("2026-11-01")));
  EXPECT_THAT(admin_.get(path + "/diensten").content(), HasSubstr("Lantaarn &amp; lamp"));
  EXPECT_EQ(admin_.post(path + "/diensten", {{"line_0", "LANTAARN"}}).status, 303);
  EXPECT_THAT(admin_.get(path + "/diensten").content(), HasSubstr("Welke lamp?"));
  send(first_);
  EXPECT_EQ(sent(first_).fault, "attribute_missing");
  EXPECT_EQ(admin_.post(path + "/diensten", {{"line_0", "LANTAARN"}, {"question_0_0", "led"}}).status, 303);
  EXPECT_EQ(coordinator_.post("/parkbuurt/doorsturen/" + std::to_string(first_) + "/opnieuw").status, 303);
  town_.run_jobs();
  ASSERT_EQ(other_.posts().size(), 1u);
  EXPECT_EQ(other_.posts().front().get("attribute[SOORT]"), "led");
}

TEST_F(Forwarding, NeverShowsAKeyAndSaysWhenItIsNotThere) {
  const auto path = add({{"credential", "onbekend"}});
  send(first_);
  EXPECT_EQ(sent(first_).fault, "no_key");
  EXPECT_TRUE(other_.posts().empty());
  admin_.post(path, form());
  EXPECT_THAT(admin_.get(path).content(), AllOf(HasSubstr("systeem"), Not(HasSubstr("geheim"))));
  town_.clock().advance(1min);
  town_.run_jobs();
  EXPECT_EQ(sent(first_).state, State::accepted);
}

TEST_F(Forwarding, TellsWhatTheOtherSystemSaysInTheNameOfItsOrganisation) {
  add();
  send(first_);
  const auto say = [&](const std::string& status, const std::string& notes) {
    other_.answer("/v2/requests.xml",
                  "<service_requests><request><service_request_id>M-1</service_request_id><status>" + status +
                      "</status><status_notes>" + notes + "</status_notes></request></service_requests>");
    town_.clock().advance(20min);
    town_.run_jobs();
  };
  say("open", "");
  EXPECT_THAT(visitor_.get(page(first_)).content(),
              AllOf(HasSubstr("Stand daar: open"), Not(HasSubstr("Antwoord van"))));
  say("closed", "De lampen zijn vervangen");
  EXPECT_THAT(visitor_.get(page(first_)).content(),
              AllOf(HasSubstr("Stand daar: gesloten"), HasSubstr("De lampen zijn vervangen"),
                    HasSubstr("Opgelost, zegt Gemeente Voorbeeldstad")));
  say("closed", "De lampen zijn vervangen");
  const std::string said(visitor_.get(page(first_)).content());
  const std::string line = "Opgelost, zegt";
  EXPECT_EQ(said.find(line, said.find(line) + 1), std::string::npos) << "told once";
}

TEST_F(Forwarding, ExchangesUpdatesBothWaysWithoutAnEcho) {
  add({{"updates", "yes"}});
  send(first_);
  const auto posts_of_updates = [&] {
    std::vector<testing::Seen> found;
    for (const auto& post : other_.posts())
      if (post.target == "/v2/servicerequestupdates.xml") found.push_back(post);
    return found;
  };
  const auto add_update = [&](const std::string& text) {
    auto call = web::job_call(town_.service(), i18n::Language::nl, town_.clock().now());
    town_.database().write([&](db::Transaction& tx) {
      ASSERT_TRUE(signals::add_update(call, tx, ItemId{first_}, {.text = text}));
    });
    town_.run_jobs();
  };
  add_update("Nu is het helemaal donker");
  ASSERT_EQ(posts_of_updates().size(), 1u);
  const auto told = posts_of_updates().front();
  EXPECT_EQ(told.get("service_request_id"), "M-1");
  EXPECT_EQ(told.get("description"), "Nu is het helemaal donker");
  EXPECT_EQ(told.get("status"), "OPEN");
  EXPECT_EQ(told.get("first_name") + told.get("last_name") + told.get("email"), "--");
  EXPECT_FALSE(told.get("update_id").empty());

  other_.answer(
      "/v2/servicerequestupdates.xml",
      "<service_request_updates><request_update><update_id>77</update_id><service_request_id>M-1"
      "</service_request_id><status>IN_PROGRESS</status><updated_datetime>2026-11-22T12:00:00Z"
      "</updated_datetime><description>Wij komen kijken</description></request_update><request_update>"
      "<update_id>" +
          told.get("update_id") +
          "</update_id><service_request_id>M-1</service_request_id>"
          "<status>OPEN</status><description>Nu is het helemaal donker</description></request_update>"
          // The number that they gave it when it came.
          "<request_update><update_id>u-2</update_id><service_request_id>M-1</service_request_id>"
          "<status>OPEN</status><description>Een bewoner zei: Nu is het helemaal "
          "donker</description></request_update>"
          "</service_request_updates>");
  for (int i = 0; i < 3; ++i) {
    town_.clock().advance(20min);
    town_.run_jobs();
  }
  EXPECT_THAT(visitor_.get(page(first_)).content(),
              AllOf(HasSubstr("Wij komen kijken"), HasSubstr("Stand daar: in behandeling"),
                    Not(HasSubstr("Een bewoner zei"))));
  EXPECT_EQ(posts_of_updates().size(), 1u) << "what came from there does not go back";
  add_update("Dank u wel");
  ASSERT_EQ(posts_of_updates().size(), 2u);
  EXPECT_EQ(posts_of_updates().back().get("status"), "IN_PROGRESS");
}

TEST_F(Forwarding, ShowsAnUpdateThatDidNotArriveAndTriesItAgain) {
  add({{"updates", "yes"}});
  send(first_);
  other_.answer_next(400, "<errors><error><description>Nee</description></error></errors>");
  const auto call = web::job_call(town_.service(), i18n::Language::nl, town_.clock().now());
  town_.database().write([&](db::Transaction& tx) {
    ASSERT_TRUE(signals::add_update(call, tx, ItemId{first_}, {.text = "Nog iets"}));
  });
  town_.run_jobs();
  EXPECT_THAT(coordinator_.get(page(first_)).content(),
              HasSubstr("Een bericht van later is daar niet aangekomen"));
  EXPECT_THAT(coordinator_.get("/parkbuurt/signalen/werk").content(),
              HasSubstr("1 signaal is niet doorgestuurd"));
  EXPECT_EQ(coordinator_.post("/parkbuurt/doorsturen/" + std::to_string(first_) + "/opnieuw").status, 303);
  town_.run_jobs();
  EXPECT_THAT(coordinator_.get(page(first_)).content(), Not(HasSubstr("niet aangekomen")));
}

TEST_F(Forwarding, GivesAFileToItsOrganisationAndNobodyElse) {
  const auto added =
      admin_.post("/beheer/doorsturen/nieuw", form({{"kind", "csv"}, {"endpoint", ""}, {"credential", ""}}));
  ASSERT_EQ(added.status, 303) << added.content();
  const std::string location(added.header("Location"));
  number_ = location.substr(location.rfind('/') + 1);
  town_.database().write([&](db::Transaction& tx) {
    (void)items::change(tx, town_.clock().now(), identity::system_actor(), ItemId{first_},
                        {.title = "=HYPERLINK(\"x\"), en meer"}, {.what = "signals.assigned"});
  });
  send(first_);
  EXPECT_EQ(sent(first_).state, State::sent);
  const auto path = "/doorgestuurd/" + number_ + "/signalen.csv";
  app::testing::Browser member(town_);
  member.enter(town_.person(
      "Bram",
      {{.role = "member", .area = {}, .organisation = identity::OrganisationId{std::stoll(organisation_)}}}));
  const auto file = member.get(path);
  EXPECT_EQ(file.status, 200);
  EXPECT_THAT(file.content(),
              AllOf(HasSubstr("number,reported_at"), HasSubstr("\"'=HYPERLINK(\"\"x\"\"), en meer\""),
                    HasSubstr("52.005000,4.505000")));
  EXPECT_THAT(member.get(path + "?vanaf=2026-12-01").content(), Not(HasSubstr("HYPERLINK")));
  EXPECT_EQ(coordinator_.get(path).status, 404);
  EXPECT_EQ(admin_.get(path).status, 200);
}

TEST_F(Forwarding, GoesByMailToADepartmentWhoseAnswerIsNews) {
  town_.database().write([&](db::Transaction& tx) {
    tx.execute(
        "INSERT INTO place_setting (area, name, value, valid_from, set_at) VALUES ('GM0001', "
        "'forwarding.reply_address', 'signalen@tafel.voorbeeld.invalid', '2020-01-01', 0)");
  });
  const auto added =
      admin_.post("/beheer/doorsturen/nieuw",
                  form({{"kind", "mail"}, {"endpoint", "groen@voorbeeld.invalid"}, {"credential", ""}}));
  ASSERT_EQ(added.status, 303) << added.content();
  const std::string location(added.header("Location"));
  number_ = location.substr(location.rfind('/') + 1);
  EXPECT_EQ(
      coordinator_
          .post("/parkbuurt/doorsturen/" + std::to_string(first_), {{"forwarding_destination", number_}})
          .status,
      303);
  EXPECT_EQ(sent(first_).state, State::waiting);
  town_.run_jobs();
  EXPECT_EQ(sent(first_).state, State::sent);
  EXPECT_THAT(visitor_.get(page(first_)).content(), HasSubstr("Doorgestuurd naar Gemeente Voorbeeldstad"));
  const auto address = reply_address("signalen@tafel.voorbeeld.invalid", sent(first_));
  ASSERT_THAT(address, ::testing::StartsWith("signalen+antwoord-"));
  const auto detail = address.substr(9, address.find('@') - 9);
  const auto take = [&](const std::string& with, const std::string& text) {
    return town_.database().write([&](db::Transaction& tx) {
      return take_reply(town_.service(), tx, town_.clock().now(), with, text);
    });
  };
  EXPECT_TRUE(is_reply_detail(detail));
  EXPECT_FALSE(take(detail.substr(0, detail.size() - 1) + "x", "Nep"));
  EXPECT_FALSE(take("antwoord-", "Nep"));
  EXPECT_FALSE(take("antwoord-99999999999999999999-a", "Nep"));
  EXPECT_TRUE(take(detail, "Wij komen volgende week"));
  EXPECT_THAT(visitor_.get(page(first_)).content(),
              AllOf(HasSubstr("Wij komen volgende week"), Not(HasSubstr("Nep"))));
}

TEST_F(Forwarding, AMailThatHasNotLeftCanBeKeptFromLeaving) {
  const auto added =
      admin_.post("/beheer/doorsturen/nieuw",
                  form({{"kind", "mail"}, {"endpoint", "groen@voorbeeld.invalid"}, {"credential", ""}}));
  const std::string location(added.header("Location"));
  number_ = location.substr(location.rfind('/') + 1);
  ASSERT_EQ(
      coordinator_
          .post("/parkbuurt/doorsturen/" + std::to_string(first_), {{"forwarding_destination", number_}})
          .status,
      303);
  town_.database().write([&](db::Transaction& tx) {
    const auto waits = [&] {
      return tx.find("SELECT id FROM mail_outbox WHERE text LIKE '%Drie lampen%'").has_value();
    };
    const auto sent = store::sent_of(tx, ItemId{first_}).at(0);
    const auto destination = store::find(tx, sent.destination).value();
    const auto item = items::find(tx, ItemId{first_}).value();
    const auto signal = signals::find_signal(tx, ItemId{first_}).value();
    queue_mail(town_.service(), tx, town_.clock().now(), {sent, destination, item, signal});
    EXPECT_TRUE(waits());
    drop_mail(tx, town_.clock().now(), sent);
    EXPECT_FALSE(waits());
  });
}

TEST_F(Forwarding, WhatASystemSaidOfAFaultGoesWithTheText) {
  add();
  send(first_);
  auto failed = sent(first_);
  failed.fault = "refused";
  failed.fault_detail = "description 'kanarie' is too long";
  town_.database().write([&](db::Transaction& tx) { store::update(tx, failed); });
  ASSERT_EQ(coordinator_.post(page(first_) + "/doorverwijzen", {{"care", "social_team"}}).status, 303);
  town_.run_jobs();
  EXPECT_EQ(sent(first_).fault_detail, "");
}

TEST_F(Forwarding, RefusesAddressesThatAreNone) {
  for (const auto* wrong : {"", "voorbeeld.nl", "file:///etc/passwd", "https://a:b@voorbeeld.nl"})
    EXPECT_THAT(admin_.post("/beheer/doorsturen/nieuw", form({{"endpoint", wrong}})).content(),
                HasSubstr("Vul een adres in dat begint met https"))
        << wrong;
  EXPECT_EQ(admin_.post("/beheer/doorsturen/nieuw", {}).status, 422);
  EXPECT_EQ(coordinator_.get("/beheer/doorsturen").status, 403);
}

TEST_F(Forwarding, StopsWhenADestinationEnds) {
  const auto path = add();
  EXPECT_EQ(admin_.post(path + "/einde").status, 303);
  EXPECT_THAT(admin_.get("/beheer/doorsturen").content(), HasSubstr("Beëindigd"));
  EXPECT_EQ(
      coordinator_
          .post("/parkbuurt/doorsturen/" + std::to_string(first_), {{"forwarding_destination", number_}})
          .status,
      422);
  EXPECT_EQ(
      coordinator_
          .post("/havenbuurt/doorsturen/" + std::to_string(first_), {{"forwarding_destination", number_}})
          .status,
      403);
}

}  // namespace
}  // namespace wijktafel::forwarding
