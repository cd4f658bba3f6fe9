#include "platform/http/message.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/result.hpp"

namespace wijktafel::http {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

TEST(Response, RefusesALineEndInAHeader) {
  Response response;
  EXPECT_THROW(response.set("Location", "/a\r\nSet-Cookie: x=1"), Failure);
  EXPECT_THROW(response.set("Location", "/a\nX: 1"), Failure);
  EXPECT_THROW(response.add("Location", std::string("/a\0b", 4)), Failure);
  EXPECT_THROW(response.set("Bad Name", "x"), Failure);
  EXPECT_THROW(response.set("X:", "x"), Failure);
  EXPECT_THAT(response.headers, IsEmpty());
}

TEST(Response, SetReplacesWhateverTheCaseOfTheName) {
  Response response;
  response.set("Content-Type", "text/html").set("content-type", "text/plain");
  EXPECT_THAT(response.headers, ElementsAre(Pair("content-type", "text/plain")));
  EXPECT_EQ(response.take("CONTENT-TYPE"), "text/plain");
  EXPECT_THAT(response.headers, IsEmpty());
}

TEST(Redirect, LeadsOnlyToAPathOfThisSite) {
  EXPECT_EQ(see_other("/lansingerland?x=1").header("Location"), "/lansingerland?x=1");
  EXPECT_EQ(see_other("/a?b=\\").header("Location"), "/a?b=\\");
  for (const auto* elsewhere :
       {"//evil.example", "https://evil.example", "/\\evil.example", "evil", "", "/a b", "/a\r\n"})
    EXPECT_THROW(see_other(elsewhere), Failure) << elsewhere;
}

TEST(Cookie, IsWrittenWithItsRules) {
  Response response;
  set_cookie(response, "wijktafel", "abc", {.secure = true, .max_age_seconds = 60});
  EXPECT_EQ(response.header("Set-Cookie"),
            "wijktafel=abc; Path=/; SameSite=Lax; Max-Age=60; HttpOnly; Secure");
  EXPECT_THROW(set_cookie(response, "a", "b; Domain=evil", {}), Failure);
  EXPECT_THROW(set_cookie(response, "a b", "c", {}), Failure);
}

TEST(Cookie, IsReadFromTheHeader) {
  EXPECT_THAT(parse_cookies("a=1; b = 2 ;c=x=y; =z; d"),
              ElementsAre(Pair("a", "1"), Pair("b", "2"), Pair("c", "x=y")));
  EXPECT_THAT(parse_cookies(""), IsEmpty());
}

TEST(PercentCoding, RoundsTrip) {
  std::string all;
  for (int c = 0; c < 256; ++c) all += static_cast<char>(c);
  EXPECT_EQ(percent_decoded(percent_encoded(all), true), all);
  EXPECT_EQ(percent_encoded("a b/ë"), "a%20b%2F%C3%AB");
}

TEST(PercentCoding, RefusesHalfACode) {
  EXPECT_FALSE(percent_decoded("%", false));
  EXPECT_FALSE(percent_decoded("a%2", false));
  EXPECT_FALSE(percent_decoded("%zz", false));
  EXPECT_EQ(percent_decoded("a+b", false), "a+b");
  EXPECT_EQ(percent_decoded("a+b", true), "a b");
}

TEST(Query, LeavesOutWhatCannotBeRead) {
  EXPECT_THAT(parse_query("q=f%C3%AAte&&leeg=&kaal&x=%ff&y=%00&z=100%&a=1=2"),
              ElementsAre(Pair("q", "fête"), Pair("leeg", ""), Pair("kaal", ""), Pair("a", "1=2")));
}

TEST(Request, FindsHeadersWithoutCaseAndTheRestWithCase) {
  Request request;
  request.headers = {{"Host", "a"}};
  request.query = {{"Q", "1"}};
  EXPECT_EQ(request.header("hOST"), "a");
  EXPECT_EQ(request.query_value("q"), "");
  EXPECT_EQ(request.query_value("Q"), "1");
}

TEST(Method, HasANameInCapitals) {
  EXPECT_EQ(method_of("DELETE"), Method::del);
  EXPECT_EQ(method_of("get"), Method::other);
  EXPECT_EQ(name_of(Method::patch), "PATCH");
}

}  // namespace
}  // namespace wijktafel::http
