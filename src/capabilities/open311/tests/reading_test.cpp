// Conformance groups 1, 2, 3, 6, 7, 8, 9, 10, 11 and 12 of GeoReport v2: what may be read.
#include <boost/json.hpp>
#include <future>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "capabilities/open311/reads/export.hpp"
#include "capabilities/open311/tests/open311_support.hpp"
#include "capabilities/themes/themes.hpp"

namespace wijktafel::open311 {
namespace {

using ::testing::AllOf;
using testing::Client;
using ::testing::HasSubstr;
using testing::is_well_formed;
using ::testing::Not;

std::vector<std::string> ids_of(const boost::json::value& list) {
  std::vector<std::string> ids;
  for (const auto& request : list.as_array()) ids.emplace_back(request.at("service_request_id").as_string());
  return ids;
}

class Reading : public ::testing::Test {
 protected:
  Client client;
};

TEST_F(Reading, DiscoveryHasAllFieldsInBothFormats) {
  const auto xml = client.get("discovery.xml");
  EXPECT_EQ(xml.status, 200);
  EXPECT_EQ(xml.header("Content-Type"), "text/xml; charset=utf-8");
  EXPECT_TRUE(is_well_formed(xml.content()));
  for (const auto* element :
       {"<discovery><changeset>", "<contact>", "<key_service>", "<endpoints><endpoint><specification>",
        "<url>http://127.0.0.1:8080/open311/v2</url>", "<type>production</type>",
        "<formats><format>text/xml</format><format>application/json</format></formats>"})
    EXPECT_THAT(xml.content(), HasSubstr(element));
  const auto json = client.json("discovery.json");
  EXPECT_EQ(json.at("endpoints").at(0).at("specification"), "http://wiki.open311.org/GeoReport_v2");
  EXPECT_EQ(json.at("endpoints").at(0).at("formats"), (boost::json::array{"text/xml", "application/json"}));
}

TEST_F(Reading, TheChangesetGrowsWhenAServiceChangesAndStaysElse) {
  const auto before = client.json("discovery.json").at("changeset").as_string();
  client.town.clock().advance(std::chrono::hours(1));
  EXPECT_EQ(client.json("discovery.json").at("changeset").as_string(), before);
  client.town.database().write([](db::Transaction& tx) {
    auto theme = *themes::find_theme(tx, "afval");
    theme.name = "Vuil";
    themes::save_theme(tx, theme);
  });
  EXPECT_GT(client.json("discovery.json").at("changeset").as_string(), before);
}

TEST_F(Reading, ServicesAreTheThemesThatMayBeSpokenOf) {
  const auto list = client.json("services.json").as_array();
  std::vector<std::string> codes;
  for (const auto& service : list) {
    codes.emplace_back(service.at("service_code").as_string());
    EXPECT_TRUE(service.at("metadata").is_bool());
    EXPECT_EQ(service.at("type"), "realtime");
  }
  EXPECT_THAT(codes, ::testing::UnorderedElementsAre("verlichting", "afval", "algemeen"));
  const auto xml = client.get("services.xml").content();
  EXPECT_TRUE(is_well_formed(xml));
  for (const auto& code : codes) EXPECT_THAT(xml, HasSubstr("<service_code>" + code + "</service_code>"));
  EXPECT_THAT(xml, HasSubstr("<keywords>lamp,donker</keywords><group>Straat</group>"));
  EXPECT_THAT(xml, HasSubstr("Afval &amp; zwerfvuil"));
  EXPECT_THAT(xml, HasSubstr("<metadata>false</metadata><type>realtime</type>"));
}

TEST_F(Reading, ADefinitionIsAnObjectAndAnUnknownCodeIsNotFound) {
  const auto definition = client.json("services/afval.json");
  EXPECT_EQ(definition.at("service_code"), "afval");
  EXPECT_TRUE(definition.at("attributes").as_array().empty());
  for (const auto* code : {"onbekend", "overlast", "zorgen"}) {
    const auto response = client.get(std::string("services/") + code + ".json");
    EXPECT_EQ(response.status, 404) << code;
    EXPECT_EQ(boost::json::parse(response.content()).at(0).at("code"), 404) << code;
  }
}

TEST_F(Reading, ARequestHasSeventeenFieldsAndDatesWithAZone) {
  const auto number = Client::number(client.tell("Lamp <stuk> & \"donker\" é"));
  const auto list = client.json("requests/" + number + ".json");
  ASSERT_EQ(list.as_array().size(), 1u);
  const auto& request = list.at(0).as_object();
  EXPECT_EQ(request.size(), 17u);
  EXPECT_EQ(request.at("service_request_id").as_string(), number);
  EXPECT_EQ(request.at("status"), "open");
  EXPECT_EQ(request.at("service_code"), "verlichting");
  EXPECT_EQ(request.at("service_name"), "Verlichting");
  EXPECT_EQ(request.at("description"), "Lamp <stuk> & \"donker\" é");
  EXPECT_EQ(request.at("requested_datetime"), "2026-11-22T11:00:00Z");
  EXPECT_EQ(request.at("address"), "bij de vijver");
  EXPECT_TRUE(request.at("zipcode").is_null());
  EXPECT_DOUBLE_EQ(request.at("lat").as_double(), 52.005);
  EXPECT_DOUBLE_EQ(request.at("long").as_double(), 4.505);
  const auto xml = client.get("requests/" + number + ".xml").content();
  EXPECT_TRUE(is_well_formed(xml));
  EXPECT_THAT(xml, HasSubstr("<service_requests><request><service_request_id>" + number));
  EXPECT_THAT(xml, HasSubstr("Lamp &lt;stuk&gt; &amp; &quot;donker&quot; é"));
}

TEST_F(Reading, WhatIsNotThereAndAnUnknownEndingAreNotFoundInTheAskedFormat) {
  EXPECT_EQ(client.get("requests/999999.json").status, 404);
  EXPECT_EQ(client.get("requests/abc.json").header("Content-Type"), "application/json; charset=utf-8");
  const auto xml = client.get("requests/999999.xml");
  EXPECT_EQ(xml.status, 404);
  EXPECT_THAT(xml.content(), HasSubstr("<errors><error><code>404</code><description>"));
  EXPECT_EQ(client.get("requests/1.rss").status, 404);
  EXPECT_EQ(client.get("iets.json").status, 404);
}

TEST_F(Reading, ListsAreNewestFirstAndOfTheLastNinetyDays) {
  const auto old = Client::number(client.tell("oud"));
  client.town.clock().advance(std::chrono::days(80));
  const auto middle = Client::number(client.tell("midden"));
  client.town.clock().advance(std::chrono::days(20));
  const auto fresh = Client::number(client.tell("nieuw"));
  EXPECT_THAT(ids_of(client.json("requests.json")), ::testing::ElementsAre(fresh, middle));
  EXPECT_THAT(ids_of(client.json("requests.json?start_date=2026-11-20T00:00:00Z")),
              ::testing::ElementsAre(middle, old));
  EXPECT_THAT(ids_of(client.json("requests.json?end_date=2026-11-23T00:00:00%2B01:00")),
              ::testing::ElementsAre(old));
  EXPECT_THAT(ids_of(client.json("requests.json?updated_after=2026-11-20T00:00:00Z")),
              ::testing::ElementsAre(fresh, middle, old));
  EXPECT_THAT(ids_of(client.json("requests.json?updated_after=2027-02-20T00:00:00+01:00")),
              ::testing::ElementsAre(fresh));
}

TEST_F(Reading, AListCanBeChosenFromByServiceStatusAndNumber) {
  const auto lamp = Client::number(client.tell("lamp"));
  const auto litter = Client::number(client.tell({.text = "vuil", .theme = "afval"}));
  const auto plain = Client::number(client.tell({.text = "iets", .theme = ""}));
  EXPECT_THAT(ids_of(client.json("requests.json?service_code=afval,algemeen")),
              ::testing::ElementsAre(plain, litter));
  EXPECT_THAT(ids_of(client.json("requests.json?service_code=&status=")),
              ::testing::ElementsAre(plain, litter, lamp));
  EXPECT_TRUE(ids_of(client.json("requests.json?status=closed")).empty());
  EXPECT_EQ(ids_of(client.json("requests.json?status=open,closed")).size(), 3u);
  // The numbers override everything else, also what would be refused.
  EXPECT_THAT(ids_of(client.json("requests.json?service_request_id=" + lamp + "," + plain +
                                 ",x&status=closed&start_date=onzin")),
              ::testing::UnorderedElementsAre(lamp, plain));
  EXPECT_EQ(client.get("requests.json?service_request_id=geen").content(), "[]\n");
}

TEST_F(Reading, PagesFollowEachOther) {
  std::vector<std::string> all;
  for (int count = 0; count < 5; ++count) all.insert(all.begin(), Client::number(client.tell("x")));
  EXPECT_THAT(ids_of(client.json("requests.json?page_size=2")), ::testing::ElementsAre(all[0], all[1]));
  EXPECT_THAT(ids_of(client.json("requests.json?page_size=2&page=3")), ::testing::ElementsAre(all[4]));
  EXPECT_EQ(client.get("requests.json?page=9").content(), "[]\n");
  EXPECT_THAT(client.get("requests.xml?page=9").content(), HasSubstr("<service_requests/>"));
}

TEST_F(Reading, EverythingThatIsWrongIsSaidAtOnceInTheAskedFormat) {
  const auto response = client.get(
      "requests.json?start_date=2026-11-22T10:00:00&status=weg&page=0&page_size=1001&end_date=morgen");
  EXPECT_EQ(response.status, 400);
  const auto errors = boost::json::parse(response.content()).as_array();
  EXPECT_EQ(errors.size(), 5u);
  for (const auto& error : errors) EXPECT_EQ(error.at("code"), 400);
  const auto long_span =
      client.get("requests.xml?start_date=2026-01-01T00:00:00Z&end_date=2026-05-01T00:00:00Z");
  EXPECT_EQ(long_span.status, 400);
  EXPECT_THAT(long_span.content(), HasSubstr("<errors><error><code>400</code>"));
  EXPECT_EQ(client.get("requests.xml?start_date=2026-05-01T00:00:00Z&end_date=2026-01-01T00:00:00Z").status,
            400);
  EXPECT_EQ(client.get("requests.json?service_code=onbekend").status, 404);
}

TEST_F(Reading, AnUnknownJurisdictionIsNotFound) {
  EXPECT_EQ(client.get("requests.json?jurisdiction_id=elders.nl").status, 404);
  EXPECT_EQ(client.get("services.xml?jurisdiction_id=elders").status, 404);
  for (const auto* own : {"voorbeeldstad", "voorbeeldstad.nl", "VOORBEELDSTAD.nl", ""})
    EXPECT_EQ(client.get(std::string("requests.json?jurisdiction_id=") + own).status, 200) << own;
}

// Groups 10 and 11: nothing of who told it, and nothing that is not for everyone, by any road.
TEST_F(Reading, NoContactDataAndNothingSecretEverComesOut) {
  const auto open =
      client.tell({.text = "gewoon", .mail_address = "kanarie@voorbeeld.invalid", .name = "Kanarie Vogel"});
  client.tell({.text = "gebeld", .phone = "0612345678"});
  const auto secret = client.tell({.text = "KANARIE-vertrouwelijk", .theme = "overlast"});
  const auto held = client.tell("KANARIE-vastgehouden");
  client.execute("UPDATE signal SET is_held = 1 WHERE item = $1", held);
  const auto table = client.tell("KANARIE-tafel");
  client.execute("UPDATE item SET visibility = 1 WHERE id = $1", table);
  std::vector<std::string> roads = {"discovery",
                                    "services",
                                    "requests",
                                    "requests?extensions=true",
                                    "requests?updated_after=2026-01-01T00:00:00Z",
                                    "requests?status=open",
                                    "services/overlast",
                                    "requests?service_code=overlast"};
  for (const auto item : {open, secret, held, table}) {
    roads.push_back("requests/" + Client::number(item));
    roads.push_back("requests?service_request_id=" + Client::number(item));
  }
  for (const auto& road : roads)
    for (const auto* ending : {".json", ".xml"}) {
      auto address = road;
      address.insert(std::min(address.find('?'), address.size()), ending);
      const auto body = client.get(address).content();
      for (const auto* canary : {"kanarie", "KANARIE", "Kanarie", "0612345678", "Overlast door personen"})
        EXPECT_THAT(body, Not(HasSubstr(canary))) << address;
    }
  EXPECT_EQ(client.get("requests/" + Client::number(held) + ".json").status, 404);
}

TEST_F(Reading, AKeptAnswerIsMadeAnewWhenTheSignalChanges) {
  const auto item = client.tell("eerst");
  const auto address = "requests/" + Client::number(item) + ".json";
  EXPECT_THAT(client.get(address).content(), HasSubstr("eerst"));
  client.execute("UPDATE item SET text = 'daarna' WHERE id = $1", item);
  EXPECT_THAT(client.get(address).content(), HasSubstr("daarna"));
}

TEST_F(Reading, DiscoveryTakesTheWriterOnlyAfterAChange) {
  ASSERT_EQ(client.get("discovery.json").status, 200);
  std::future<int> asked;
  client.town.database().write([&](db::Transaction&) {
    asked = std::async(std::launch::async, [&] { return client.get("discovery.json").status; });
    EXPECT_EQ(asked.wait_for(std::chrono::seconds(20)), std::future_status::ready);
  });
  EXPECT_EQ(asked.get(), 200);
}

TEST_F(Reading, ANetworkMayFetchEverythingSoOftenOnly) {
  for (int count = 0; count < 20; ++count) ASSERT_EQ(client.get("export.csv").status, 200);
  EXPECT_EQ(client.get("export.csv").status, 429);
  client.town.clock().advance(std::chrono::minutes(10));
  EXPECT_EQ(client.get("export.csv").status, 200);
}

TEST_F(Reading, TheCsvIsCutIntoFilesThatGoOnWhereTheLastOneEnded) {
  std::vector<items::ItemId> told;
  for (const auto* text : {"eerste", "tweede", "derde"}) told.push_back(client.tell(text));
  const auto call = web::job_call(client.town.service(), i18n::Language::nl, client.town.clock().now());
  const auto first = export_csv(call, items::ItemId{0}, 2);
  EXPECT_THAT(first.csv, AllOf(HasSubstr("eerste"), HasSubstr("tweede"), Not(HasSubstr("derde"))));
  EXPECT_EQ(first.last, told[1]);
  const auto second = export_csv(call, *first.last, 2);
  EXPECT_THAT(second.csv, AllOf(HasSubstr("derde"), Not(HasSubstr("tweede"))));
  EXPECT_EQ(second.last, std::nullopt);
  EXPECT_EQ(export_csv(call, items::ItemId{0}, 3).last, std::nullopt);

  client.town.clock().advance(std::chrono::minutes(20));  // beyond what the network fetched before
  const auto all = client.get("export.csv");
  EXPECT_EQ(all.header("Link"), "");
  EXPECT_THAT(client.get("export.csv?after=" + Client::number(told[1])).content(),
              AllOf(HasSubstr("derde"), Not(HasSubstr("eerste"))));
  EXPECT_EQ(client.get("export.csv?after=gisteren").status, 400);
}

TEST_F(Reading, AnyPageMayReadItAndNoCookieIsSet) {
  const auto response = client.get("requests.json");
  EXPECT_EQ(response.header("Access-Control-Allow-Origin"), "*");
  EXPECT_EQ(response.header("Set-Cookie"), "");
}

}  // namespace
}  // namespace wijktafel::open311
