// Pages that are kept in memory, asked through the edge.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "platform/http/response_head.hpp"
#include "platform/web/edge.hpp"
#include "platform/web/tests/edge_support.hpp"

namespace wijktafel::web {
namespace {

using http::Method;

class KeptPagesTest : public testing::Test {
 protected:
  // Shows how often it was rendered and everything that it was told.
  http::Response page(const Call& call) {
    ++renders;
    std::string body = fmt::format(
        "{} {} {} [{}] q={} x={} host={} cookie={} {}", renders, i18n::code(call.language), call.actor.name,
        call.request.target, call.request.query_value("q"), call.request.query_value("x"),
        call.request.header("Host"), call.request.cookie("x"), std::string(2'000, '.'));
    auto response = http::html_response(std::move(body));
    if (!valid_until.empty()) response.set(valid_until_header, valid_until);
    if (!area.empty()) response.set(area_header, area);
    return response;
  }
  std::vector<Route> routes() {
    const auto handler = [this](const Call& call) { return page(call); };
    const std::vector<std::string> by_q{"q"};
    return {{Method::get, "/{municipality}/{area}", anyone(), handler, 1024, by_q},
            {Method::get, "/{municipality}", anyone(), handler, 1024, by_q},
            {Method::get, "/{municipality}/leeg", anyone(),
             [this](const Call&) { return http::html_response(fmt::format("weg {}", ++renders), 404); }, 1024,
             by_q},
            {Method::get, "/{municipality}/koekje", anyone(),
             [this](const Call&) {
               auto response = http::html_response(fmt::format("koekje {}", ++renders));
               http::set_cookie(response, "a", "b", {});
               return response;
             },
             1024, by_q}};
  }
  int renders = 0;
  std::string valid_until, area;
  EdgeOfATown town{routes()};
  const http::Pairs amina{{"Cookie", "wijktafel=amina"}};
};

TEST_F(KeptPagesTest, AreRenderedOnceForAllVisitors) {
  const auto first = town.get("/stad/bomenbuurt");
  EXPECT_EQ(first.header("Cache-Control"), "private, no-cache");
  EXPECT_EQ(town.get("/stad/bomenbuurt", {{"Cookie", "wijktafel=verlopen"}}).content(), first.content());
  EXPECT_EQ(renders, 1);
  EXPECT_EQ(town.edge().cache_counts().hits, 1u);
}

TEST_F(KeptPagesTest, KnowOnlyWhatTheirKeyHolds) {
  const auto page =
      town.get("/stad/bomenbuurt?x=kwaad&q=boom%20a", {{"Cookie", "x=geheim"}, {"X-Real", "1"}});
  EXPECT_THAT(page.content(), testing::HasSubstr("[/stad/bomenbuurt?q=boom%20a] q=boom a x= host= cookie= "));
  town.get("/stad/bomenbuurt?q=boom+a&x=anders");
  EXPECT_EQ(renders, 1);
  town.get("/stad/bomenbuurt?q=struik");
  EXPECT_EQ(renders, 2);
  town.get("/stad/bomenbuurt?q=struik", {{"Cookie", "taal=en"}});
  EXPECT_EQ(renders, 3);
}

TEST_F(KeptPagesTest, AreNotForWhoIsSignedIn) {
  town.get("/stad/bomenbuurt");
  const auto own = town.get("/stad/bomenbuurt", amina);
  EXPECT_THAT(own.content(), testing::HasSubstr(" amina "));
  EXPECT_EQ(own.header("Cache-Control"), "no-store");
  EXPECT_EQ(own.header("ETag"), "");
  EXPECT_EQ(renders, 2);
  EXPECT_THAT(town.get("/stad/bomenbuurt").content(), testing::StartsWith("1 nl  "));
}

TEST_F(KeptPagesTest, FollowWritesInTheirArea) {
  town.get("/stad/bomenbuurt");
  town.touch("BU2");
  town.get("/stad/bomenbuurt");
  EXPECT_EQ(renders, 1);
  town.touch("BU1");
  EXPECT_THAT(town.get("/stad/bomenbuurt").content(), testing::StartsWith("2 "));
  town.touch("*");
  EXPECT_THAT(town.get("/stad/bomenbuurt").content(), testing::StartsWith("3 "));
}

TEST_F(KeptPagesTest, OfTheMunicipalityFollowItsOwnVersion) {
  town.get("/stad");
  town.touch("BU1");
  town.get("/stad");
  EXPECT_EQ(renders, 1);
  town.touch("GM1");
  town.get("/stad");
  EXPECT_EQ(renders, 2);
}

TEST_F(KeptPagesTest, HoldUntilTheMomentTheyName) {
  using namespace std::chrono_literals;
  valid_until = std::to_string(to_millis(town.clock.now() + 90min));
  const auto first = town.get("/stad/bomenbuurt");
  EXPECT_EQ(first.header(valid_until_header), "");
  town.clock.advance(89min);
  town.get("/stad/bomenbuurt");
  EXPECT_EQ(renders, 1);
  town.clock.advance(1min);
  town.get("/stad/bomenbuurt");
  EXPECT_EQ(renders, 2);
}

TEST_F(KeptPagesTest, HoldUntilMidnightHereAtMost) {
  using namespace std::chrono_literals;
  valid_until = std::to_string(to_millis(town.clock.now() + 1000h));
  town.get("/stad/bomenbuurt");
  town.clock.advance(11h + 59min);
  town.get("/stad/bomenbuurt");
  EXPECT_EQ(renders, 1);
  town.clock.advance(1min);
  town.get("/stad/bomenbuurt");
  EXPECT_EQ(renders, 2);
}

TEST_F(KeptPagesTest, ThatTheBrowserHasAlreadyAreNotSentAgain) {
  const std::string tag(town.get("/stad/bomenbuurt").header("ETag"));
  ASSERT_FALSE(tag.empty());
  for (const auto& known : {tag, "\"x\", " + tag, std::string("*"), tag.substr(2)}) {
    const auto again = town.get("/stad/bomenbuurt", {{"If-None-Match", known}});
    EXPECT_EQ(again.status, 304) << known;
    EXPECT_EQ(again.content(), "");
    EXPECT_EQ(again.header("ETag"), tag);
  }
  EXPECT_EQ(town.get("/stad/bomenbuurt", {{"If-None-Match", "W/\"oud\""}}).status, 200);
  town.touch("BU1");
  EXPECT_EQ(town.get("/stad/bomenbuurt", {{"If-None-Match", tag}}).status, 200);
}

TEST_F(KeptPagesTest, ComeCompressedAndWithTheSameTag) {
  const auto plain = town.get("/stad/bomenbuurt");
  const auto small = town.get("/stad/bomenbuurt", {{"Accept-Encoding", "gzip, br"}});
  EXPECT_EQ(small.header("Content-Encoding"), "br");
  EXPECT_LT(small.content().size(), 500u);
  EXPECT_EQ(small.header("ETag"), plain.header("ETag"));
  EXPECT_EQ(town.get("/stad/bomenbuurt", {{"Accept-Encoding", "gzip"}}).header("Content-Encoding"), "gzip");
}

TEST_F(KeptPagesTest, AnswerHeadWithTheSameLength) {
  const auto head = town.get("/stad/bomenbuurt", {}, Method::head);
  EXPECT_EQ(head.content().size(), town.get("/stad/bomenbuurt").content().size());
  EXPECT_EQ(renders, 1);
}

TEST_F(KeptPagesTest, AreOnlyGoodPagesWithoutCookie) {
  EXPECT_EQ(town.get("/stad/leeg").content(), "weg 1");
  EXPECT_EQ(town.get("/stad/leeg").content(), "weg 2");
  EXPECT_EQ(town.get("/stad/leeg").header("Cache-Control"), "no-store");
  town.get("/stad/koekje");
  EXPECT_EQ(town.get("/stad/koekje").content(), "koekje 5");
}

TEST_F(KeptPagesTest, WithAnEndlessAddressAreNotKept) {
  const std::string target = "/stad/bomenbuurt?q=" + std::string(600, 'a');
  town.get(target);
  town.get(target);
  EXPECT_EQ(renders, 2);
  EXPECT_EQ(town.get(target).header("Cache-Control"), "no-store");
}

// What is sent without a worker is what a worker would have answered, or nothing.
TEST_F(KeptPagesTest, AreReadyOnceSomebodyHasHadThem) {
  EXPECT_FALSE(town.prepared("/stad/bomenbuurt"));
  const auto page = town.get("/stad/bomenbuurt");
  const auto ready = town.prepared("/stad/bomenbuurt");
  ASSERT_TRUE(ready);
  EXPECT_EQ(ready->status, 200);
  EXPECT_EQ(*ready->body, page.content());
  EXPECT_EQ(ready->head, http::head_start(page));
  EXPECT_EQ(renders, 1);
  EXPECT_EQ(town.edge().cache_counts().hits, 1u);
}

TEST_F(KeptPagesTest, AreReadyInEachFormThatSomebodyHad) {
  const http::Pairs gzip{{"Accept-Encoding", "gzip"}};
  town.get("/stad/bomenbuurt");
  EXPECT_FALSE(town.prepared("/stad/bomenbuurt", gzip));
  const auto page = town.get("/stad/bomenbuurt", gzip);
  ASSERT_TRUE(town.prepared("/stad/bomenbuurt", gzip));
  EXPECT_EQ(*town.prepared("/stad/bomenbuurt", gzip)->body, page.content());

  const http::Pairs known{{"If-None-Match", std::string(page.header("ETag"))}};
  EXPECT_FALSE(town.prepared("/stad/bomenbuurt", known));
  const auto nothing_new = town.get("/stad/bomenbuurt", known);
  const auto ready = town.prepared("/stad/bomenbuurt", known);
  ASSERT_TRUE(ready);
  EXPECT_EQ(ready->status, 304);
  EXPECT_EQ(ready->head, http::head_start(nothing_new));
  EXPECT_FALSE(ready->body);
}

TEST_F(KeptPagesTest, AreNotReadyForWhoMayNeedAnother) {
  town.get("/stad/bomenbuurt");
  EXPECT_FALSE(town.prepared("/stad/bomenbuurt", amina));
  EXPECT_FALSE(town.prepared("/stad/bomenbuurt", {{"Cookie", "taal=en"}}));
  EXPECT_FALSE(town.prepared("/stad/bomenbuurt?taal=en"));
  EXPECT_FALSE(town.prepared("/stad/bomenbuurt?x=1"));
  EXPECT_FALSE(town.prepared("/stad/bomenbuurt/"));
  EXPECT_TRUE(town.prepared("/stad/bomenbuurt"));
}

TEST_F(KeptPagesTest, AreNoLongerReadyWhenTheyAreStale) {
  town.get("/stad/bomenbuurt");
  ASSERT_TRUE(town.prepared("/stad/bomenbuurt"));
  town.touch("BU1");
  EXPECT_FALSE(town.prepared("/stad/bomenbuurt"));
  town.get("/stad/bomenbuurt");
  ASSERT_TRUE(town.prepared("/stad/bomenbuurt"));
  town.clock.advance(std::chrono::hours(13));
  EXPECT_FALSE(town.prepared("/stad/bomenbuurt"));
}

}  // namespace
}  // namespace wijktafel::web
