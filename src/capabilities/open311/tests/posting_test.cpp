// Conformance groups 3, 4, 5, 8, 12 and 13 of GeoReport v2: what needs a key.
#include <boost/json.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "capabilities/open311/actions/make_key.hpp"
#include "capabilities/open311/actions/save_attribute.hpp"
#include "capabilities/open311/reads/administration.hpp"
#include "capabilities/open311/tests/open311_support.hpp"

namespace wijktafel::open311 {
namespace {

using testing::Client;
using ::testing::HasSubstr;
using ::testing::Not;

class Posting : public ::testing::Test {
 protected:
  Posting() {
    secret = client.town.database().write([&](db::Transaction& tx) {
      return make_key(tx, client.town.clock().now(), {.client = "App", .per_hour = 50, .may_update = false})
          .secret;
    });
  }

  http::Pairs valid() const {
    return {{"api_key", secret},
            {"service_code", "afval"},
            {"lat", "52.005"},
            {"long", "4.505"},
            {"description", "Vuil bij de vijver"}};
  }
  http::Pairs with(std::string_view name, std::string_view value) const {
    auto fields = valid();
    std::erase_if(fields, [&](const auto& field) { return field.first == name; });
    fields.emplace_back(name, value);
    return fields;
  }
  http::Response post(const http::Pairs& fields, const http::Pairs& headers = {}) {
    return client.post_fields("requests.json", fields, headers);
  }
  std::string id_of(const http::Response& response) {
    EXPECT_EQ(response.status, 200) << response.content();
    const auto answer = boost::json::parse(response.content());
    return std::string(answer.at(0).at("service_request_id").as_string());
  }
  boost::json::object read(const std::string& id) {
    return client.json("requests/" + id + ".json").at(0).as_object();
  }
  void ask(std::string_view code, Datatype datatype, bool is_required, std::vector<Choice> choices = {}) {
    client.town.database().write([&](db::Transaction& tx) {
      ASSERT_TRUE(save_attribute(tx, {.service_code = "afval",
                                      .code = std::string(code),
                                      .datatype = datatype,
                                      .is_required = is_required,
                                      .description = "Vraag " + std::string(code),
                                      .datatype_description = "",
                                      .choices = std::move(choices)}));
    });
  }

  Client client;
  std::string secret;
};

TEST_F(Posting, ARequestIsASignalOfThePlaceWhereItIs) {
  const auto response = post(valid());
  const auto id = id_of(response);
  EXPECT_EQ(boost::json::parse(response.content()).at(0).as_object().contains("token"), false);
  const auto request = read(id);
  EXPECT_EQ(request.at("description"), "Vuil bij de vijver");
  EXPECT_EQ(request.at("service_code"), "afval");
  client.town.database().read([&](db::Transaction& tx) {
    const auto signal = signals::find_signal(tx, items::ItemId{std::stoll(id)});
    EXPECT_EQ(signal->channel, "open311");
    EXPECT_EQ(items::find(tx, signal->item)->area, "BU00010101");
  });
}

TEST_F(Posting, EachFormOfAPlaceWillDoAloneAndNoneOrHalfWillNot) {
  http::Pairs plain = {{"api_key", secret}, {"service_code", "afval"}, {"description", "x"}};
  EXPECT_EQ(post(plain).status, 400);
  auto words = plain;
  words.emplace_back("address_string", "Dorpsstraat 1");
  EXPECT_EQ(read(id_of(post(words))).at("address"), "Dorpsstraat 1");
  auto number = plain;
  number.emplace_back("address_id", "0001200000000001");
  EXPECT_EQ(read(id_of(post(number))).at("address_id"), "0001200000000001");
  auto half = plain;
  half.emplace_back("lat", "52.005");
  EXPECT_EQ(post(half).status, 400);
  half.emplace_back("long", "");
  EXPECT_EQ(post(half).status, 400);
  EXPECT_EQ(post(with("lat", "noord")).status, 400);
  EXPECT_EQ(post(with("lat", "53.9")).status, 400);
}

TEST_F(Posting, WithoutAKeyOrWithAWrongOneItIsForbidden) {
  EXPECT_EQ(post(with("api_key", "")).status, 403);
  EXPECT_EQ(post(with("api_key", "verkeerd")).status, 403);
  EXPECT_EQ(post(valid()).status, 200);
  client.town.database().write(
      [&](db::Transaction& tx) { end_key(tx, client.town.clock().now(), KeyId{1}); });
  const auto ended = client.post_fields("requests.xml", with("description", "anders"));
  EXPECT_EQ(ended.status, 403);
  EXPECT_THAT(ended.content(), HasSubstr("<errors><error><code>403</code><description>"));
}

TEST_F(Posting, OfTheKeyOnlyAHashIsKept) {
  client.town.database().read([&](db::Transaction& tx) {
    EXPECT_FALSE(tx.find("SELECT id FROM open311_key WHERE key_hash = $1", secret));
  });
}

TEST_F(Posting, AnUnknownServiceIsNotFoundAndAMissingOneIsWrong) {
  EXPECT_EQ(post(with("service_code", "onbekend")).status, 404);
  EXPECT_EQ(post(with("service_code", "overlast")).status, 404);
  EXPECT_EQ(post(with("service_code", "zorgen")).status, 404);
  EXPECT_EQ(post(with("service_code", "")).status, 400);
  EXPECT_EQ(post(with("jurisdiction_id", "elders.nl")).status, 404);
}

TEST_F(Posting, EverythingThatIsWrongIsSaidAtOnce) {
  auto fields = with("email", "geen adres");
  fields.emplace_back("media_url", "javascript:alert(1)");
  fields.emplace_back("attribute[WEG]", "1");
  fields.emplace_back("phone", "abc");
  const auto response = post(fields);
  EXPECT_EQ(response.status, 400);
  EXPECT_EQ(boost::json::parse(response.content()).as_array().size(), 4u);
}

TEST_F(Posting, FourThousandCharactersFitAndOneMoreDoesNot) {
  std::string text;
  for (int count = 0; count < 4000; ++count) text += "é";
  EXPECT_EQ(post(with("description", text)).status, 200);
  EXPECT_EQ(post(with("description", text + "é")).status, 400);
}

TEST_F(Posting, TextComesBackAsItWasSent) {
  const std::string text = "Eén & <b>twee</b> \"drie\"\nregel";
  auto sent = text;
  sent.insert(sent.find('\n'), "\r");
  EXPECT_EQ(read(id_of(post(with("description", sent)))).at("description").as_string(), text);
}

TEST_F(Posting, AMultipartFormIsAFormToo) {
  std::string body;
  for (const auto& [name, value] : valid())
    body += "--grens\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
  body += "--grens--\r\n";
  const http::Pairs headers = {{"Content-Type", "multipart/form-data; boundary=grens"}};
  EXPECT_EQ(client.post("requests.json", body, headers).status, 200);
  EXPECT_EQ(client.post("requests.json", "{}", {{"Content-Type", "application/json"}}).status, 400);
}

TEST_F(Posting, AFileThatIsNoPhotoIsRefused) {
  std::string body;
  for (const auto& [name, value] : valid())
    body += "--grens\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
  body +=
      "--grens\r\nContent-Disposition: form-data; name=\"media\"; filename=\"a.jpg\"\r\n"
      "Content-Type: image/jpeg\r\n\r\ngeen foto\r\n--grens--\r\n";
  EXPECT_EQ(
      client.post("requests.json", body, {{"Content-Type", "multipart/form-data; boundary=grens"}}).status,
      400);
}

TEST_F(Posting, EveryDatatypeIsInTheDefinitionAndChecked) {
  const std::vector<Choice> choices = {{"rood", "Rode zak"}, {"grijs", "Grijze zak"}};
  ask("TEKST", Datatype::string, true);
  ask("AANTAL", Datatype::number, false);
  ask("SINDS", Datatype::datetime, false);
  ask("UITLEG", Datatype::text, false);
  ask("ZAK", Datatype::singlevaluelist, false, choices);
  ask("ZAKKEN", Datatype::multivaluelist, false, choices);
  const auto definition = client.json("services/afval.json");
  std::set<std::int64_t> orders;
  std::vector<std::string> types;
  for (const auto& attribute : definition.at("attributes").as_array()) {
    orders.insert(attribute.at("order").as_int64());
    types.emplace_back(attribute.at("datatype").as_string());
  }
  EXPECT_EQ(orders.size(), 6u);
  EXPECT_EQ(*orders.begin(), 1);
  EXPECT_EQ(types, all_datatypes());
  EXPECT_EQ(definition.at("attributes").at(4).at("values").at(0).at("key"), "rood");
  EXPECT_THAT(client.get("services.json").content(), HasSubstr("\"metadata\":true"));

  EXPECT_EQ(post(valid()).status, 400) << "a required answer is missing";
  auto fields = valid();
  fields.emplace_back("attribute[TEKST]", "kort");
  const auto taken = [&](std::string_view name, std::string_view value) {
    auto more = fields;
    more.emplace_back(name, value);
    return post(more).status == 200;
  };
  EXPECT_TRUE(taken("attribute[AANTAL]", "3.5"));
  EXPECT_FALSE(taken("attribute[AANTAL]", "drie"));
  EXPECT_TRUE(taken("attribute[SINDS]", "2026-11-20T10:00:00 01:00"));
  EXPECT_FALSE(taken("attribute[SINDS]", "2026-11-20T10:00:00"));
  EXPECT_TRUE(taken("attribute[UITLEG]", "een\ntwee"));
  EXPECT_FALSE(taken("attribute[TEKST]", "nog een"));
  EXPECT_TRUE(taken("attribute[ZAK]", "rood"));
  EXPECT_FALSE(taken("attribute[ZAK]", "blauw"));
  EXPECT_TRUE(taken("attribute[ZAK]", ""));
  fields.emplace_back("attribute[ZAKKEN][]", "rood");
  EXPECT_TRUE(taken("attribute[ZAKKEN][]", "grijs"));
  EXPECT_FALSE(taken("attribute[ZAKKEN][]", "blauw"));
}

TEST_F(Posting, AnswersAreForThoseWhoWorkOnItOnly) {
  ask("WIE", Datatype::string, false);
  auto fields = with("email", "kanarie@voorbeeld.invalid");
  fields.emplace_back("first_name", "Kanarie");
  fields.emplace_back("attribute[WIE]", "KANARIE-antwoord");
  fields.emplace_back("media_url", "https://voorbeeld.invalid/KANARIE.jpg");
  const auto id = id_of(post(fields));
  for (const auto* address :
       {"requests.json?extensions=true", "requests.xml?extensions=true", "services/afval.json"})
    for (const auto* canary : {"kanarie", "KANARIE", "Kanarie"})
      EXPECT_THAT(client.get(address).content(), Not(HasSubstr(canary))) << address;
  const auto path = "/parkbuurt/signalen/" + id;
  app::testing::Browser visitor(client.town);
  EXPECT_THAT(visitor.get(path).content(), Not(HasSubstr("KANARIE")));
  app::testing::Browser coordinator(client.town);
  coordinator.enter(client.town.person("Sanne", {{"coordinator", "BU00010101", {}}}));
  EXPECT_THAT(coordinator.get(path).content(), HasSubstr("KANARIE-antwoord"));
}

TEST_F(Posting, ATokenLeadsToTheNumberOnceEverybodyMaySeeIt) {
  client.town.database().write([](db::Transaction& tx) { set_answering(tx, "afval", Answers::batch); });
  const auto answer = boost::json::parse(post(valid()).content()).at(0).as_object();
  EXPECT_FALSE(answer.contains("service_request_id"));
  const std::string token(answer.at("token").as_string());
  const auto item = client.town.database().read([](db::Transaction& tx) {
    return items::ItemId{tx.find("SELECT MAX(item) FROM open311_request")->get<std::int64_t>(0)};
  });
  client.execute("UPDATE signal SET is_held = 1 WHERE item = $1", item);
  auto pending = client.json("tokens/" + token + ".json").at(0);
  EXPECT_TRUE(pending.at("service_request_id").is_null());
  client.execute("UPDATE signal SET is_held = 0 WHERE item = $1", item);
  EXPECT_EQ(client.json("tokens/" + token + ".json").at(0).at("service_request_id").as_string(),
            Client::number(item));
  EXPECT_EQ(client.get("tokens/onbekend.xml").status, 404);
}

TEST_F(Posting, ABlackBoxGivesNeitherNumberNorToken) {
  client.town.database().write([](db::Transaction& tx) { set_answering(tx, "afval", Answers::blackbox); });
  const auto response = client.post_fields("requests.xml", valid());
  EXPECT_EQ(response.status, 200);
  EXPECT_THAT(response.content(), HasSubstr("<service_requests><request><service_notice>"));
  EXPECT_THAT(response.content(), Not(HasSubstr("token")));
}

TEST_F(Posting, TheNoticeSaysWhereSomethingBelongsAsWell) {
  const auto notice = [&](const http::Response& response) {
    return std::string(boost::json::parse(response.content()).at(0).at("service_notice").as_string());
  };
  EXPECT_THAT(notice(post(with("description", "Ik maak bezwaar tegen de dakkapel"))),
              AllOf(HasSubstr("Uiterlijk"), HasSubstr("officiële brief")));
  EXPECT_THAT(notice(post(with("description", "Ik maak bezwaar tegen de dakkapel"))),
              AllOf(HasSubstr("al ontvangen"), HasSubstr("officiële brief")))
      << "sent again";
  EXPECT_THAT(notice(post(with("description", "Ik word bedreigd"))), HasSubstr("Is er nu gevaar? Bel 112."));
  EXPECT_THAT(notice(post(valid())), Not(HasSubstr("officiële brief")));
}

TEST_F(Posting, TheSameRequestSentAgainIsTheSameRequest) {
  const auto first = id_of(post(valid()));
  EXPECT_EQ(id_of(post(valid())), first);
  EXPECT_NE(id_of(post(with("device_id", "ander toestel"))), first);
  client.town.clock().advance(std::chrono::minutes(11));
  EXPECT_NE(id_of(post(valid())), first);
}

TEST_F(Posting, AnIdempotencyKeyHoldsForADayAndForOneRequest) {
  const http::Pairs header = {{"Idempotency-Key", "a-1"}};
  const auto first = id_of(post(valid(), header));
  client.town.clock().advance(std::chrono::hours(2));
  EXPECT_EQ(id_of(post(valid(), header)), first);
  EXPECT_EQ(post(with("description", "anders"), header).status, 400);
  EXPECT_NE(id_of(post(valid(), {{"Idempotency-Key", "a-2"}})), first);
}

TEST_F(Posting, AKeyIsGoodForSoManyRequestsAnHour) {
  for (int count = 0; count < 50; ++count)
    ASSERT_EQ(post(with("description", "nummer " + std::to_string(count))).status, 200);
  EXPECT_EQ(post(with("description", "te veel")).status, 429);
  client.town.clock().advance(std::chrono::hours(1));
  EXPECT_EQ(post(with("description", "weer")).status, 200);
}

TEST_F(Posting, WhatWasDestroyedTakesWhatCameWithIt) {
  ask("WIE", Datatype::string, false);
  auto fields = valid();
  fields.emplace_back("attribute[WIE]", "iemand");
  const items::ItemId item{std::stoll(id_of(post(fields)))};
  client.town.database().write([&](db::Transaction& tx) {
    items::erase_text(tx, client.town.clock().now(), identity::system_actor(), item, "Weg",
                      {.what = "signals.text_destroyed"});
  });
  client.town.run_jobs();
  client.town.database().read(
      [&](db::Transaction& tx) { EXPECT_TRUE(beside_signal(tx, item)->answers.empty()); });
}

TEST_F(Posting, TheAdministratorMakesAKeyThatIsShownOnceAndEndsIt) {
  app::testing::Browser browser(client.town);
  browser.enter(client.town.person("Noor", {{"administrator", "", {}}}));
  const auto made = browser.post("/beheer/open311", {{"client", "Buitenbeter"}, {"per_hour", "10"}});
  ASSERT_EQ(made.status, 200);
  ASSERT_THAT(made.body, HasSubstr("<code>"));
  const auto start = made.body.find("<code>") + std::string("<code>").size();
  const auto fresh = made.body.substr(start, made.body.find('<', start) - start);
  EXPECT_EQ(post(with("api_key", fresh)).status, 200);
  const auto list = browser.get("/beheer/open311").body;
  EXPECT_THAT(list, HasSubstr("Buitenbeter"));
  EXPECT_THAT(list, Not(HasSubstr(fresh)));
  EXPECT_EQ(browser.post("/beheer/open311/sleutels/2").status, 303);
  EXPECT_EQ(post(with("api_key", fresh)).status, 403);
  EXPECT_EQ(browser.post("/beheer/open311", {{"client", ""}, {"per_hour", "x"}}).status, 422);
}

TEST_F(Posting, TheAdministratorAddsChangesAndRemovesAQuestion) {
  app::testing::Browser browser(client.town);
  browser.enter(client.town.person("Noor", {{"administrator", "", {}}}));
  const std::string service = "/beheer/open311/diensten/afval";
  const http::Pairs question = {{"attribute_code", "ZAK"},       {"description", "Welke zak?"},
                                {"datatype", "singlevaluelist"}, {"order", "1"},
                                {"choices", "rood = Rode zak"},  {"is_question", "ja"}};
  EXPECT_EQ(browser.post(service, question).status, 303);
  EXPECT_EQ(browser.post(service, question).status, 422) << "the code is taken";
  EXPECT_THAT(browser.get(service).body, HasSubstr("Welke zak?"));
  EXPECT_EQ(client.json("services/afval.json").at("attributes").as_array().size(), 1u);
  EXPECT_THAT(browser.get(service + "/1").body, HasSubstr("rood = Rode zak"));
  EXPECT_EQ(browser.post(service + "/1/verwijderen").status, 303);
  EXPECT_EQ(client.json("services/afval.json").at("attributes").as_array().size(), 0u);
}

}  // namespace
}  // namespace wijktafel::open311
