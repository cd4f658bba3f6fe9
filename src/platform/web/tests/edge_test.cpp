#include "platform/web/edge.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <spdlog/sinks/ostream_sink.h>
#include <spdlog/spdlog.h>
#include <sstream>

#include "base/result.hpp"
#include "platform/observe/metrics.hpp"
#include "platform/web/tests/edge_support.hpp"

namespace wijktafel::web {
namespace {

using http::Method;
using testing::HasSubstr;
using testing::StartsWith;

http::Response say(const Call& call) {
  return http::text_response(fmt::format("{} {} {} {}", http::name_of(call.request.method),
                                         i18n::code(call.language), call.actor.name,
                                         call.area ? call.area->key : "-"));
}

std::vector<Route> routes() {
  return {
      {Method::get, "/", anyone(), say},
      {Method::get, "/{municipality}", anyone(), say},
      {Method::get, "/{municipality}/{area}", anyone(), say},
      {Method::get, "/{municipality}/{area}/signalen/{number}", anyone(), say},
      {Method::get, "/{municipality}/volg/{token}", anyone(), say},
      {Method::get, "/{municipality}/mijn-werk", signed_in(), say},
      {Method::get, "/{municipality}/{area}/beheer", permitted("stad.beheren"), say},
      {Method::post, "/{municipality}/{area}/signalen", anyone(),
       [](const Call& call) {
         return http::text_response("gemeld: " + std::string(call.request.form.get("tekst")));
       },
       2000},
      {Method::post, "/{municipality}/json", anyone(),
       [](const Call& call) { return http::text_response(call.request.body); }},
      {Method::get, "/{municipality}/kapot", anyone(),
       [](const Call&) -> http::Response { throw Failure("schijf vol"); }},
      {Method::get, "/{municipality}/lang", anyone(),
       [](const Call&) { return http::html_response(std::string(5'000, 'x')); }},
      {Method::get, "/{municipality}/foto", anyone(),
       [](const Call&) {
         auto response = http::file_response(std::string(5'000, 'x'), "image/jpeg");
         return response.set("Cache-Control", "private, max-age=60");
       }},
  };
}

class EdgeTest : public testing::Test {
 protected:
  EdgeOfATown town{routes()};
  http::Pairs as(const std::string& token) { return {{"Cookie", town.session_cookie() + "=" + token}}; }
};

TEST_F(EdgeTest, FindsRouteAreaAndPerson) {
  EXPECT_EQ(town.get("/").body, "GET nl  -");
  EXPECT_EQ(town.get("/stad").body, "GET nl  GM1");
  EXPECT_EQ(town.get("/stad/bomenbuurt", as("amina")).body, "GET nl amina BU1");
  EXPECT_EQ(town.get("/stad/bomenbuurt", as("verlopen")).body, "GET nl  BU1");
  EXPECT_EQ(town.get("/stad", {}, Method::head).body, "HEAD nl  GM1");
}

TEST_F(EdgeTest, WhatIsNotHereIsNotFound) {
  for (const auto* path :
       {"/elders", "/elders/bomenbuurt", "/stad/geen-buurt", "/stad/bomenbuurt/nergens/1/2", "/oude-naam"})
    EXPECT_EQ(town.get(path).status, 404) << path;
  EXPECT_EQ(town.get("/stad/nergens/").status, 308);
}

TEST_F(EdgeTest, AnOldNameOfAnAreaLeadsToTheNewOne) {
  const auto response = town.get("/stad/oude-naam/signalen/3?pagina=2");
  EXPECT_EQ(response.status, 308);
  EXPECT_EQ(response.header("Location"), "/stad/bomenbuurt/signalen/3?pagina=2");
  EXPECT_EQ(town.post("/stad/oude-naam/signalen", "tekst=a").body, "gemeld: a");
}

TEST_F(EdgeTest, ASlashAtTheEndLeadsToThePageWithoutIt) {
  const auto response = town.get("/stad/bomenbuurt/?a=b%20c");
  EXPECT_EQ(response.status, 308);
  EXPECT_EQ(response.header("Location"), "/stad/bomenbuurt?a=b%20c");
  EXPECT_EQ(town.post("/stad/bomenbuurt/signalen/", "tekst=a").status, 404);
}

TEST_F(EdgeTest, SaysWhichMethodsAPageHas) {
  const auto wrong = town.get("/stad/bomenbuurt", {}, Method::del);
  EXPECT_EQ(wrong.status, 405);
  EXPECT_EQ(wrong.header("Allow"), "OPTIONS, GET, HEAD");
  EXPECT_EQ(town.get("/stad/bomenbuurt", {}, Method::options).status, 204);
  EXPECT_EQ(town.get("/stad", {}, Method::other).status, 405);
}

TEST_F(EdgeTest, KeepsAChoiceOfLanguageForAYear) {
  const auto choice = town.get("/stad/bomenbuurt?a=1&taal=en&b=c%26d");
  EXPECT_EQ(choice.status, 303);
  EXPECT_EQ(choice.header("Location"), "/stad/bomenbuurt?a=1&b=c%26d");
  EXPECT_EQ(choice.header("Set-Cookie"), "taal=en; Path=/; SameSite=Lax; Max-Age=31536000; HttpOnly");
  EXPECT_EQ(town.get("/stad", {{"Cookie", "taal=en"}}).body, "GET en  GM1");
  EXPECT_EQ(town.get("/stad", {{"Accept-Language", "en"}}).body, "GET nl  GM1");
  EXPECT_EQ(town.get("/stad?taal=xx").body, "GET nl  GM1");
  EXPECT_EQ(town.get("/stad", {{"Cookie", "taal=xx"}}).body, "GET nl  GM1");
}

TEST_F(EdgeTest, AsksWhoMay) {
  EXPECT_EQ(town.get("/stad/mijn-werk").header("Location"), "/stad/inloggen");
  EXPECT_EQ(town.get("/stad/mijn-werk", as("amina")).status, 200);
  EXPECT_EQ(town.get("/stad/bomenbuurt/beheer").status, 303);
  EXPECT_EQ(town.get("/stad/bomenbuurt/beheer", as("amina")).status, 403);
  EXPECT_EQ(town.get("/stad/bomenbuurt/beheer", as("ingrid")).status, 200);
}

TEST_F(EdgeTest, AFormFromAnotherSiteDoesNothing) {
  const auto post = [&](http::Pairs headers) {
    return town.post("/stad/bomenbuurt/signalen", "tekst=a", std::move(headers)).status;
  };
  EXPECT_EQ(post({{"Sec-Fetch-Site", "same-origin"}}), 200);
  EXPECT_EQ(post({{"Origin", "http://tafel.nl"}}), 200);
  EXPECT_EQ(post({{"Sec-Fetch-Site", "cross-site"}}), 403);
  EXPECT_EQ(post({{"Origin", "http://kwaad.nl"}}), 403);
  EXPECT_EQ(post({{"Origin", "null"}}), 403);
  EXPECT_EQ(post({}), 200);  // a program, without a session to misuse
  EXPECT_EQ(post(as("amina")), 403);
  EXPECT_EQ(post(as("verlopen")), 403);
}

TEST_F(EdgeTest, ReadsFormsLeavesJsonAloneAndRefusesTheRest) {
  EXPECT_EQ(town.post("/stad/bomenbuurt/signalen", "tekst=caf%C3%A9+open").body, "gemeld: café open");
  EXPECT_EQ(town.post("/stad/bomenbuurt/signalen", "tekst=%ff").status, 400);
  EXPECT_EQ(town.post("/stad/bomenbuurt/signalen", std::string(3'000, '&') + "a=1").status, 200);
  std::string many;
  for (int i = 0; i < 1'001; ++i) many += "a=&";
  EXPECT_EQ(town.post("/stad/bomenbuurt/signalen", many).status, 413);
  EXPECT_EQ(
      town.post("/stad/json", "{}", {{"Content-Type", "application/json"}, {"Sec-Fetch-Site", "same-origin"}})
          .body,
      "{}");
  for (const std::string type : {"text/plain", "application/xml", "application/jsonp", "rommel", " "})
    EXPECT_EQ(
        town.post("/stad/json", "{}", {{"Content-Type", type}, {"Sec-Fetch-Site", "same-origin"}}).status,
        415)
        << type;
}

TEST_F(EdgeTest, AFailureIsAPageWithAReferenceNumber) {
  const auto response = town.get("/stad/kapot");
  EXPECT_EQ(response.status, 500);
  EXPECT_EQ(response.body, "stuk REF1");
  EXPECT_EQ(town.get("/stad", as("kapot")).status, 500);
}

TEST_F(EdgeTest, EveryResponseHasSecurityHeaders) {
  EdgeOfATown secure(routes(), "https://tafel.nl");
  for (const auto& response :
       {town.get("/stad"), town.get("/stad/kapot"), town.get("/elders"), town.get("/stad/"),
        town.get("/assets/x/y.css"), town.edge().refuse(431, {})}) {
    EXPECT_THAT(std::string(response.header("Content-Security-Policy")), StartsWith("default-src 'self';"));
    EXPECT_EQ(response.header("X-Content-Type-Options"), "nosniff");
    EXPECT_EQ(response.header("Strict-Transport-Security"), "");
  }
  EXPECT_THAT(std::string(secure.get("/stad").header("Strict-Transport-Security")), StartsWith("max-age="));
  EXPECT_EQ(secure.session_cookie(), "__Host-wijktafel");
  EXPECT_THAT(std::string(secure.get("/stad?taal=nl").header("Set-Cookie")), HasSubstr("; Secure"));
}

TEST_F(EdgeTest, NothingIsStoredUnlessThePageSaysSo) {
  EXPECT_EQ(town.get("/stad").header("Cache-Control"), "no-store");
  EXPECT_EQ(town.get("/stad", as("amina")).header("Cache-Control"), "no-store");
  EXPECT_EQ(town.get("/stad/foto").header("Cache-Control"), "private, max-age=60");
}

TEST_F(EdgeTest, CompressesTextThatIsWorthIt) {
  EXPECT_EQ(town.get("/stad/lang", {{"Accept-Encoding", "gzip, br"}}).header("Content-Encoding"), "gzip");
  EXPECT_EQ(town.get("/stad/lang", {{"Accept-Encoding", "br"}}).header("Content-Encoding"), "br");
  EXPECT_EQ(town.get("/stad/lang").body.size(), 5'000u);
  EXPECT_EQ(town.get("/stad/lang").header("Vary"), "Accept-Encoding, Cookie");
  EXPECT_EQ(town.get("/stad", {{"Accept-Encoding", "gzip"}}).header("Content-Encoding"), "");
  EXPECT_EQ(town.get("/stad/foto", {{"Accept-Encoding", "gzip"}}).header("Content-Encoding"), "");
}

TEST_F(EdgeTest, RefusesInTheLanguageOfTheVisitor) {
  http::Request english;
  english.cookies = {{"taal", "en"}};
  EXPECT_THAT(town.edge().refuse(413, english).body, HasSubstr("too much at once"));
  EXPECT_THAT(town.edge().refuse(413, {}).body, HasSubstr("te veel"));
  EXPECT_EQ(town.edge().refuse(503, {}).header("Retry-After"), "30");
}

TEST_F(EdgeTest, KnowsTheBodyLimitOfARouteBeforeItIsRead) {
  EXPECT_EQ(town.edge().body_limit(Method::post, "/stad/bomenbuurt/signalen"), 2'000u);
  EXPECT_EQ(town.edge().body_limit(Method::post, "/stad/json"), 1024u * 1024u);
  EXPECT_EQ(town.edge().body_limit(Method::post, "/nergens/a/b/c/d/e"), 64u * 1024u);
}

TEST_F(EdgeTest, CountsRequestsByTheirPattern) {
  observe::Metrics metrics;
  town.edge().count_in(metrics);
  town.get("/stad/bomenbuurt/signalen/1");
  town.get("/stad/bomenbuurt/signalen/2");
  town.get("/stad/kapot");
  town.get("/elders/a/b/c");
  const auto text = metrics.prometheus();
  EXPECT_THAT(
      text,
      HasSubstr("{method=\"GET\",route=\"/{municipality}/{area}/signalen/{number}\",status=\"2xx\"} 2\n"));
  EXPECT_THAT(text, HasSubstr("{method=\"GET\",route=\"/{municipality}/kapot\",status=\"5xx\"} 1\n"));
  EXPECT_THAT(text, HasSubstr("route=\"(no route)\",status=\"4xx\"} 1\n"));
}

// The switch of language, a slash too many and a wrong method are answered before the route is asked.
TEST_F(EdgeTest, WritesNoSecretLinkInTheLog) {
  std::ostringstream log;
  const auto before = spdlog::default_logger();
  spdlog::set_default_logger(
      std::make_shared<spdlog::logger>("", std::make_shared<spdlog::sinks::ostream_sink_mt>(log)));
  spdlog::set_level(spdlog::level::info);
  town.get("/stad/volg/GEHEIM");
  town.get("/stad/volg/GEHEIM?taal=en");
  town.get("/stad/volg/GEHEIM/");
  town.get("/stad/volg/GEHEIM/stop");
  town.post("/stad/volg/GEHEIM", "");
  spdlog::set_default_logger(before);
  spdlog::set_level(spdlog::level::off);
  EXPECT_THAT(log.str(), HasSubstr("/stad/volg/{token}"));
  EXPECT_THAT(log.str(), testing::Not(HasSubstr("GEHEIM")));
}

TEST(Edge, APermissionThatNobodyDeclaredIsOurMistake) {
  EXPECT_DEATH(EdgeOfATown({{Method::get, "/x", permitted("stad.onbekend"), say}}), "declared in a manifest");
}

}  // namespace
}  // namespace wijktafel::web
