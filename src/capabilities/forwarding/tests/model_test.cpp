#include "capabilities/forwarding/model.hpp"

#include <gtest/gtest.h>

#include "capabilities/forwarding/open311.hpp"

namespace wijktafel::forwarding {
namespace {

using namespace std::chrono_literals;

TEST(ForwardingModel, WaitsLongerAfterEachTryAndNeverMoreThanADay) {
  EXPECT_EQ(pause_after(1), 1min);
  EXPECT_EQ(pause_after(2), 5min);
  EXPECT_EQ(pause_after(7), 24h);
  EXPECT_EQ(pause_after(100), 24h);
  for (int i = 1; i < tries_most; ++i) EXPECT_LE(pause_after(i), pause_after(i + 1));
}

TEST(ForwardingModel, KnowsTheWordsOfOtherSystemsHoweverTheyAreWritten) {
  EXPECT_EQ(status_here("IN_PROGRESS"), "in_progress");
  EXPECT_EQ(status_here("in progress"), "in_progress");
  EXPECT_EQ(status_here("ACTION_SCHEDULED"), "planned");
  EXPECT_EQ(status_here("closed"), "done");
  EXPECT_EQ(status_here("NOT_COUNCILS_RESPONSIBILITY"), "will_not_be_done");
  EXPECT_EQ(status_here("open"), "");
  EXPECT_EQ(status_here("something else"), "");
  EXPECT_EQ(known_status("something else"), "");
}

TEST(ForwardingModel, TellsItsOwnStatesInTheirWords) {
  EXPECT_EQ(status_there("in_progress", true), "IN_PROGRESS");
  EXPECT_EQ(status_there("reopened", true), "OPEN");
  EXPECT_EQ(status_there("confirmed", false), "FIXED");
  EXPECT_EQ(status_there("will_not_be_done", false), "CLOSED");
}

TEST(ForwardingModel, KeepsTextOfOthersTidyAndShort) {
  EXPECT_EQ(kept("  a\r\nb\x01 ", 10), "a\nb");
  EXPECT_EQ(kept(std::string(100, 'x'), 10).size(), 10u);
}

TEST(Open311Answers, AreReadTheSameInXmlAndJson) {
  const auto xml = open311::read_services(
      "<services><service><service_code>1</service_code><service_name>A</service_name><metadata>true</"
      "metadata>"
      "</service></services>");
  const auto json =
      open311::read_services(R"([{"service_code":1,"service_name":"A","metadata":true,"extra":{"a":[1]}}])");
  const auto kept_root = open311::read_services(R"({"services":[{"service_code":"1","service_name":"A"}]})");
  for (const auto& services : {xml, json, kept_root}) {
    ASSERT_TRUE(services);
    ASSERT_EQ(services->size(), 1u);
    EXPECT_EQ(services->front().code, "1");
    EXPECT_EQ(services->front().name, "A");
  }
  EXPECT_TRUE(xml->front().has_definition && json->front().has_definition);
}

TEST(Open311Answers, GiveANumberATokenOrNeither) {
  EXPECT_EQ(open311::read_receipt(R"([{"service_request_id":293944,"service_notice":"","account_id":null}])")
                ->number,
            "293944");
  EXPECT_EQ(open311::read_receipt(R"([{"token":"abc"}])")->token, "abc");
  const auto blackbox = open311::read_receipt("<service_requests><request/></service_requests>");
  ASSERT_TRUE(blackbox);
  EXPECT_EQ(blackbox->number + blackbox->token, "");
  for (const auto* wrong : {"", "ok", "<html/>", "{}", "[]", "[1]", "{\"id\":5}", "<service_requests/>"})
    EXPECT_FALSE(open311::read_receipt(wrong)) << wrong;
}

TEST(Open311Answers, SayWhatWasWrong) {
  EXPECT_EQ(open311::read_error("<errors><error><code>400</code><description>Een</description></error>"
                                "<error><description>Twee</description></error></errors>"),
            "Een Twee");
  EXPECT_EQ(open311::read_error(R"([{"code":403,"description":"Nee"}])"), "Nee");
  EXPECT_EQ(open311::read_error("<html><body>Server error</body></html>"), "");
}

TEST(Open311Answers, KeepADefinitionAndGiveItBack) {
  const std::vector<open311::Attribute> given{
      {.code = "A",
       .datatype = "multivaluelist",
       .description = "Wat?",
       .is_required = true,
       .values = {{"1", "Een"}}},
      {.code = "B", .datatype = "string", .description = "Let op", .is_asked = false}};
  const auto back = open311::from_stored(open311::stored(given));
  ASSERT_EQ(back.size(), 2u);
  EXPECT_EQ(back[0].values, given[0].values);
  EXPECT_TRUE(back[0].is_required);
  EXPECT_FALSE(back[1].is_asked);
  EXPECT_EQ(open311::field_of(back[0]), "attribute[A][]");
}

TEST(Open311Questions, LeaveOutWhatIsEmpty) {
  const open311::Endpoint endpoint{.base = "https://voorbeeld.nl/v2/", .format = "json", .jurisdiction = ""};
  EXPECT_EQ(open311::url_of(endpoint, "requests", {{"status", ""}, {"service_request_id", "1,2"}}),
            "https://voorbeeld.nl/v2/requests.json?service_request_id=1%2C2");
  const auto form = open311::form_of(
      endpoint, "k",
      {.service = "1", .place = {}, .place_words = "hoek", .description = "d", .media_url = {}});
  EXPECT_EQ(form,
            (http::Pairs{
                {"api_key", "k"}, {"service_code", "1"}, {"address_string", "hoek"}, {"description", "d"}}));
}

}  // namespace
}  // namespace wijktafel::forwarding
