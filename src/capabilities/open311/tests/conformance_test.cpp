// What the groups of reading_test and posting_test leave over: forms that a client may send and fields that a
// client may trust.
#include <boost/json.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "capabilities/open311/actions/make_key.hpp"
#include "capabilities/open311/actions/save_attribute.hpp"
#include "capabilities/open311/tests/open311_support.hpp"
#include "capabilities/organisations/organisations.hpp"

namespace wijktafel::open311 {
namespace {

using testing::Client;
using ::testing::HasSubstr;
using testing::is_well_formed;
using ::testing::Not;

class Conformance : public ::testing::Test {
 protected:
  Conformance() {
    secret = client.town.database().write([&](db::Transaction& tx) {
      return make_key(tx, client.town.clock().now(), {.client = "App", .per_hour = 50, .may_update = false})
          .secret;
    });
  }
  std::string valid() const { return "api_key=" + secret + "&service_code=afval&lat=52.005&long=4.505"; }
  http::Response post(const std::string& more, std::string_view resource = "requests.json") {
    return client.post(resource, valid() + more);
  }
  std::string taken(const std::string& more) {
    const auto response = post(more);
    EXPECT_EQ(response.status, 200) << more << " " << response.content();
    return std::string(boost::json::parse(response.content()).at(0).at("service_request_id").as_string());
  }
  void ask(std::string_view code, Datatype datatype, std::vector<Choice> choices = {},
           bool is_question = true) {
    const Attribute attribute{.service_code = "afval",
                              .code = std::string(code),
                              .is_question = is_question,
                              .datatype = datatype,
                              .is_required = !is_question,
                              .description = "Vraag",
                              .datatype_description = "",
                              .choices = std::move(choices)};
    client.town.database().write(
        [&](db::Transaction& tx) { ASSERT_TRUE(save_attribute(tx, attribute).has_value()); });
  }
  http::Response send(http::Method method, const std::string& path) {
    http::Request request;
    request.method = method;
    request.target = path;
    request.path = path;
    request.peer = "203.0.113.9";
    request.id = "TEST";
    return client.town.municipality().edge().handle(request);
  }

  Client client;
  std::string secret;
};

TEST_F(Conformance, BracketsComeAsTheyAreOrEncoded) {
  ask("ZAK", Datatype::multivaluelist, {{"rood", "Rood"}, {"grijs", "Grijs"}});
  taken("&attribute[ZAK][]=rood&attribute%5BZAK%5D%5B%5D=grijs");
  EXPECT_EQ(post("&attribute[ZAK][]=rood&attribute%5BZAK%5D%5B%5D=blauw").status, 400);
  for (const auto* name : {"attribute[]", "attribute[ZAK", "attribute[ZAK]x", "attribute[a][b]"})
    EXPECT_EQ(post("&" + http::percent_encoded(name) + "=rood").status, 400) << name;
}

TEST_F(Conformance, WhatIsOnlyToReadIsNeverAskedFor) {
  ask("LET_OP", Datatype::string, {}, false);
  const auto attribute = client.json("services/afval.json").at("attributes").at(0);
  EXPECT_EQ(attribute.at("variable"), false);
  EXPECT_EQ(attribute.at("required"), false);
  taken("");
  EXPECT_EQ(post("&attribute[LET_OP]=gelezen").status, 400);
}

TEST_F(Conformance, AnEmptyArgumentWasNotGiven) {
  ask("AANTAL", Datatype::number);
  for (const auto* name :
       {"email", "phone", "media_url", "first_name", "last_name", "device_id", "account_id", "description",
        "address_string", "address_id", "jurisdiction_id", "attribute[AANTAL]"})
    EXPECT_EQ(post("&" + std::string(name) + "=").status, 200) << name;
  EXPECT_EQ(post("&attribute[AANTAL]=%20").status, 200);
  EXPECT_EQ(post("&attribute[AANTAL]=%01").status, 200);
  for (const auto* name : {"service_request_id", "service_code", "start_date", "end_date", "status", "page",
                           "page_size", "updated_after", "updated_before", "jurisdiction_id", "extensions"})
    EXPECT_EQ(client.get("requests.json?" + std::string(name) + "=").status, 200) << name;
}

TEST_F(Conformance, WhatXmlCannotHoldComesOutAsNothingAndBrokenTextIsRefused) {
  const auto number = taken("&description=Een%01twee%EF%BF%BEdrie%0D%0Avier");
  const auto xml = client.get("requests/" + number + ".xml").content();
  EXPECT_TRUE(is_well_formed(xml)) << xml;
  EXPECT_THAT(xml, Not(HasSubstr("\x01")));
  EXPECT_THAT(xml, Not(HasSubstr("\xEF\xBF\xBE")));
  const auto broken = post("&description=%FF%FE");
  EXPECT_EQ(broken.status, 400);
  EXPECT_EQ(boost::json::parse(broken.content()).at(0).at("code"), 400);
}

TEST_F(Conformance, WhoHasItAndByWhichMomentAreSaidWithAZone) {
  const items::ItemId item{std::stoll(taken("&description=vol"))};
  const auto address = "requests/" + Client::number(item) + ".json";
  auto request = client.json(address).at(0);
  EXPECT_TRUE(request.at("agency_responsible").is_null());
  EXPECT_TRUE(request.at("media_url").is_null());
  const auto organisation = client.town.database().write([](db::Transaction& tx) {
    return organisations::create_organisation(tx, "municipality", "Afvaldienst & Co");
  });
  client.execute("UPDATE item SET next_date = '2026-12-01', holder = " + std::to_string(raw(organisation)) +
                     " WHERE id = $1",
                 item);
  request = client.json(address).at(0);
  EXPECT_EQ(request.at("agency_responsible"), "Afvaldienst & Co");
  // The whole day, here: 23.59.59 in winter and in summer.
  EXPECT_EQ(request.at("expected_datetime"), "2026-12-01T22:59:59Z");
  client.execute("UPDATE item SET next_date = '2027-06-01' WHERE id = $1", item);
  EXPECT_EQ(client.json(address).at(0).at("expected_datetime"), "2027-06-01T21:59:59Z");
  client.execute("UPDATE item SET is_open = 0, status = 'done' WHERE id = $1", item);
  EXPECT_TRUE(client.json(address).at(0).at("expected_datetime").is_null());
}

TEST_F(Conformance, APhotoIsAWholeAddressAndOnlyOnceItMayBeSeen) {
  const items::ItemId item{std::stoll(taken("&description=vol"))};
  client.town.database().write([&](db::Transaction& tx) {
    items::add_photo(tx, item, {.key = "a", .thumbnail = "b", .width = 1, .height = 1, .is_shown = false});
    tx.touch("BU00010101");
  });
  const auto address = "requests/" + Client::number(item) + ".json?extensions=true";
  EXPECT_TRUE(client.json(address).at(0).at("media_url").is_null());
  client.execute("UPDATE item_photo SET is_shown = 1 WHERE item = $1", item);
  const auto photo =
      "http://127.0.0.1:8080/voorbeeldstad/parkbuurt/signalen/" + Client::number(item) + "/foto/1";
  const auto request = client.json(address).at(0);
  EXPECT_EQ(request.at("media_url").as_string(), photo);
  EXPECT_EQ(request.at("extended_attributes").at("photos").at(0).at("media_url").as_string(), photo);
}

TEST_F(Conformance, AListHasAThousandAtMostUnlessPagesAreAsked) {
  const auto area = *client.town.service().find_area("BU00010101");
  client.town.database().write([&](db::Transaction& tx) {
    for (int count = 0; count < 1001; ++count)
      signals::keep_past(tx, area,
                         {.signal = {.text = "oud"},
                          .reported_at = client.town.clock().now(),
                          .closed_at = client.town.clock().now()},
                         local_date(client.town.clock().now()));
  });
  EXPECT_EQ(client.json("requests.json").as_array().size(), 1000u);
  EXPECT_EQ(client.json("requests.json?page=2&page_size=1000").as_array().size(), 1u);
  EXPECT_EQ(client.json("requests.json?page=1").as_array().size(), 100u);
}

TEST_F(Conformance, WhatGoesWrongBeforeAHandlerIsAskedIsSaidInTheAskedFormatToo) {
  const auto method = send(http::Method::del, "/open311/v2/requests.json");
  EXPECT_EQ(method.status, 405);
  EXPECT_EQ(boost::json::parse(method.content()).at(0).at("code"), 405);
  EXPECT_THAT(method.header("Allow"), HasSubstr("POST"));
  const auto unknown = send(http::Method::get, "/open311/v2/tokens/a/b.json");
  EXPECT_EQ(unknown.status, 404);
  EXPECT_EQ(boost::json::parse(unknown.content()).at(0).at("code"), 404);
  http::Request read;
  read.method = http::Method::post;
  read.path = "/open311/v2/requests.xml";
  const auto large = client.town.municipality().edge().refuse(413, read);
  EXPECT_EQ(large.status, 413);
  EXPECT_EQ(large.header("Content-Type"), "text/xml; charset=utf-8");
  EXPECT_THAT(large.content(), HasSubstr("<errors><error><code>413</code><description>"));
  // People still get a page.
  EXPECT_THAT(send(http::Method::get, "/voorbeeldstad/nergens").content(), HasSubstr("<html"));
}

TEST_F(Conformance, AFailureOfOursHasAReferenceInTheAskedFormat) {
  client.town.database().write([](db::Transaction& tx) { tx.execute("DROP TABLE open311_answer"); });
  ask("WIE", Datatype::string);
  const auto response = post("&attribute[WIE]=ik");
  EXPECT_EQ(response.status, 500);
  EXPECT_THAT(response.content(), HasSubstr("TEST"));
  EXPECT_EQ(boost::json::parse(response.content()).at(0).at("code"), 500);
}

TEST_F(Conformance, AskingWhereTheEndpointIsWritesNothing) {
  EXPECT_EQ(client.get("discovery.xml").status, 200);
  int commits = 0;
  client.town.database().on_commit([&] { ++commits; });
  EXPECT_EQ(client.get("discovery.json").status, 200);
  EXPECT_EQ(commits, 0);
  client.town.database().on_commit({});
}

}  // namespace
}  // namespace wijktafel::open311
