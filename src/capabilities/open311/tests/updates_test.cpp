// servicerequestupdates, the CSV of everything, and requests of another system.
#include <boost/json.hpp>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/delimited.hpp"
#include "capabilities/open311/actions/make_key.hpp"
#include "capabilities/open311/georeport_lines.hpp"
#include "capabilities/open311/open311.hpp"
#include "capabilities/open311/tests/open311_support.hpp"
#include "capabilities/themes/themes.hpp"

namespace wijktafel::open311 {
namespace {

using testing::Client;
using ::testing::HasSubstr;
using ::testing::Not;

class Updates : public ::testing::Test {
 protected:
  std::string key(bool may_update) {
    return client.town.database().write([&](db::Transaction& tx) {
      return make_key(tx, client.town.clock().now(),
                      {.client = "Gemeente", .per_hour = 100, .may_update = may_update})
          .secret;
    });
  }
  http::Pairs update(const std::string& secret, items::ItemId item, std::string_view status,
                     std::string_view number = "u1") {
    return {{"api_key", secret},
            {"service_request_id", Client::number(item)},
            {"update_id", std::string(number)},
            {"updated_datetime", "2026-11-22T12:00:00+01:00"},
            {"status", std::string(status)},
            {"description", "De lamp brandt weer."},
            {"first_name", "-"},
            {"last_name", "-"}};
  }
  Client client;
};

TEST_F(Updates, ASystemThatHandlesRequestsTellsWhatItDid) {
  const auto item = client.tell("lamp");
  client.town.clock().advance(std::chrono::minutes(5));
  const auto secret = key(true);
  const auto response = client.post_fields("servicerequestupdates.json", update(secret, item, "CLOSED"));
  ASSERT_EQ(response.status, 200) << response.content();
  const auto number = boost::json::parse(response.content()).at(0).at("update_id");
  EXPECT_EQ(client.json("requests/" + Client::number(item) + ".json").at(0).at("status"), "closed");
  const auto list = client.json("servicerequestupdates.json?start_date=2026-11-22T00:00:00Z").as_array();
  ASSERT_EQ(list.size(), 1u);
  EXPECT_EQ(list[0].at("update_id"), number) << "so that who sent it knows it again";
  EXPECT_EQ(list[0].at("status"), "closed");
  EXPECT_EQ(list[0].at("service_request_id").as_string(), Client::number(item));
  EXPECT_THAT(std::string(list[0].at("description").as_string()), HasSubstr("De lamp brandt weer."));
  EXPECT_TRUE(testing::is_well_formed(client.get("servicerequestupdates.xml").content()));
}

TEST_F(Updates, TheSameUpdateTwiceIsOne) {
  const auto item = client.tell("lamp");
  client.town.clock().advance(std::chrono::minutes(5));
  const auto secret = key(true);
  std::string first;
  for (int count = 0; count < 2; ++count) {
    const auto response =
        client.post_fields("servicerequestupdates.json", update(secret, item, "IN_PROGRESS"));
    EXPECT_EQ(response.status, 200);
    if (first.empty()) first = response.content();
    EXPECT_EQ(response.content(), first);
  }
  const auto words_only =
      client.post_fields("servicerequestupdates.json", update(secret, item, "OPEN", "u2")).content();
  const auto list = client.json("servicerequestupdates.json").as_array();
  ASSERT_EQ(list.size(), 2u);
  EXPECT_EQ(boost::json::parse(first).at(0).at("update_id"), list[0].at("update_id"));
  EXPECT_EQ(boost::json::parse(words_only).at(0).at("update_id"), list[1].at("update_id"));
}

TEST_F(Updates, WithoutARightToUpdateItIsForbiddenAndFaultsAreSaid) {
  const auto item = client.tell("lamp");
  EXPECT_EQ(client.post_fields("servicerequestupdates.xml", update("", item, "OPEN")).status, 403);
  EXPECT_EQ(client.post_fields("servicerequestupdates.xml", update(key(false), item, "OPEN")).status, 403);
  const auto secret = key(true);
  EXPECT_EQ(client.post_fields("servicerequestupdates.xml", update(secret, item, "ZOMAAR")).status, 400);
  EXPECT_EQ(client.post_fields("servicerequestupdates.xml", {{"api_key", secret}}).status, 400);
  const auto secret_item = client.tell({.text = "geheim", .theme = "overlast"});
  client.execute("UPDATE item SET visibility = 3 WHERE id = $1", secret_item);
  EXPECT_EQ(client.post_fields("servicerequestupdates.xml", update(secret, secret_item, "OPEN")).status, 404);
}

TEST_F(Updates, NothingSecretIsAmongThem) {
  const auto item = client.tell({.text = "KANARIE", .theme = "overlast"});
  client.town.database().write([&](db::Transaction& tx) {
    items::record(tx, client.town.clock().now(), identity::system_actor(), item,
                  {.what = "signals.closed_elsewhere", .personal_text = "KANARIE", .is_milestone = true});
  });
  EXPECT_EQ(client.get("servicerequestupdates.json").content(), "[]\n");
  EXPECT_THAT(client.get("export.csv").content(), Not(HasSubstr("KANARIE")));
}

TEST_F(Updates, TheCsvHoldsEveryPublicRequestAndNoFormula) {
  client.tell("=HYPERLINK(\"x\"), \"aan\"\nhalen");
  client.tell({.text = "tweede", .mail_address = "kanarie@voorbeeld.invalid", .name = "Kanarie"});
  const auto response = client.get("export.csv");
  EXPECT_THAT(response.header("Content-Type"), HasSubstr("text/csv"));
  EXPECT_THAT(response.content(), Not(HasSubstr("anarie")));
  DelimitedReader reader(response.content(), ',');
  std::vector<std::vector<std::string>> rows;
  while (reader.next()) rows.emplace_back(reader.cells().begin(), reader.cells().end());
  std::erase_if(rows, [](const auto& row) { return row.size() < 2; });
  ASSERT_EQ(rows.size(), 3u);
  for (const auto& row : rows) EXPECT_EQ(row.size(), 14u);
  EXPECT_EQ(rows[0][0], "service_request_id");
  EXPECT_EQ(rows[1][9], "'=HYPERLINK(\"x\"), \"aan\"\nhalen");
  EXPECT_EQ(rows[1][4], "open");
}

constexpr std::string_view records = R"([
  {"service_request_id": "1", "status": "open", "service_name": "Abandoned Vehicle", "service_code": "4f", "description": "Auto zonder wielen",
   "requested_datetime": "2020-01-17T19:03:41-05:00", "updated_datetime": "2020-01-17T19:03:00-05:00", "address": "Dorpsstraat", "lat": 52.005, "long": 4.505},
  {"service_request_id": "2", "status": "closed", "service_name": "Street Light", "service_code": "5a", "description": "[]{},\"\\ donker",
   "requested_datetime": "2020-01-17T19:03:41-05:00", "updated_datetime": "2020-01-18T19:03:00-05:00", "lat": 52.005, "long": 4.515},
  {"service_request_id": "3", "status": "open", "service_name": "Street Light", "description": "elders", "requested_datetime": "2020-01-17T19:03:41Z", "lat": 42.3, "long": -71.1},

  {"service_request_id": "4", "status": "open", "service_name": "Street Light", "description": "wanneer", "requested_datetime": "gisteren", "lat": 52.005, "long": 4.505},
  7])";

TEST_F(Updates, RequestsOfAnotherSystemKeepTheirDatesAndNothingIsLostSilently) {
  const auto report =
      import_georeport(client.town.service(), records, {.themes = R"({"Street Light": "verlichting"})"});
  EXPECT_EQ(report.taken, 2u);
  EXPECT_EQ(report.new_themes, std::vector<std::string>{"Abandoned Vehicle"});
  ASSERT_EQ(report.left_out.size(), 3u);
  EXPECT_EQ(report.left_out[0].line, 6u);
  EXPECT_EQ(report.left_out[0].id, "3");
  EXPECT_EQ(report.left_out[1].line, 8u);
  EXPECT_EQ(report.left_out[2].line, 9u);
  const auto list =
      client.json("requests.json?start_date=2020-01-01T00:00:00Z&service_code=verlichting").as_array();
  ASSERT_EQ(list.size(), 1u);
  EXPECT_EQ(list[0].at("status"), "closed");
  EXPECT_EQ(list[0].at("requested_datetime"), "2020-01-18T00:03:41Z");
  EXPECT_EQ(list[0].at("updated_datetime"), "2020-01-19T00:03:00Z");
  EXPECT_TRUE(client.town.database().read([](db::Transaction& tx) { return items::verify(tx).empty(); }));
  client.town.database().read([](db::Transaction& tx) {
    EXPECT_EQ(items::count(tx, "BU00010101", "signal", items::Domain{}, true), 1);
    EXPECT_EQ(items::count(tx, "GM0001", "signal", items::Domain{}, false), 1);
  });
}

// A theme that is confidential here stays so, whatever the other system told everybody; what is open is work.
TEST_F(Updates, WhatIsImportedIsWorkWhenOpenAndNotPublicWhenItsThemeIsNot) {
  const auto report = import_georeport(client.town.service(), records,
                                       {.themes = R"({"Street Light": "overlast", "4f": "afval"})"});
  ASSERT_EQ(report.taken, 2u);
  app::testing::Browser visitor(client.town);
  for (const auto* page : {"/parkbuurt/signalen", "/havenbuurt/signalen", "/parkbuurt/signalen.geojson",
                           "/havenbuurt/signalen.geojson"})
    EXPECT_THAT(visitor.get(page).content(), Not(HasSubstr("donker"))) << page;
  app::testing::Browser coordinator(client.town);
  coordinator.enter(client.town.person("Sanne", {{"coordinator", "BU00010101", {}}}));
  EXPECT_THAT(coordinator.get("/parkbuurt/signalen/werk").content(), HasSubstr("Auto zonder wielen"));
}

TEST_F(Updates, TheSameFileAgainAddsNothingAndAnAreaTakesWhatHasNoPlace) {
  import_georeport(client.town.service(), records, {});
  const auto again = import_georeport(client.town.service(), records, {.area = "parkbuurt"});
  EXPECT_EQ(again.known_already, 2u);
  EXPECT_EQ(again.taken, 1u);
  EXPECT_EQ(again.without_place, 1u);
  EXPECT_THROW(import_georeport(client.town.service(), "{}", {}), Failure);
  EXPECT_THROW(import_georeport(client.town.service(), "[", {}), Failure);
  EXPECT_THROW(import_georeport(client.town.service(), "[]", {.area = "nergens"}), Failure);
}

TEST(Lines, EachElementOfAListHasTheLineOnWhichItBegins) {
  EXPECT_EQ(lines_of_elements("[]"), std::vector<std::size_t>{});
  EXPECT_EQ(lines_of_elements("[{\"a\":[1,2]},\n\"b,[\\\"\\\\\",\n\n[3]]"),
            (std::vector<std::size_t>{1, 2, 4}));
}

}  // namespace
}  // namespace wijktafel::open311
