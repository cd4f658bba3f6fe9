#include "platform/web/origin.hpp"

#include <gtest/gtest.h>

namespace wijktafel::web {
namespace {

bool from_here(http::Pairs headers, std::string_view base_url = "https://tafel.nl", bool has_session = true) {
  http::Request request;
  request.method = http::Method::post;
  request.headers = std::move(headers);
  return comes_from_here(request, base_url, has_session);
}

TEST(Origin, SecFetchSiteDecides) {
  EXPECT_TRUE(from_here({{"Sec-Fetch-Site", "same-origin"}}));
  EXPECT_TRUE(from_here({{"Sec-Fetch-Site", "none"}}));
  EXPECT_FALSE(from_here({{"Sec-Fetch-Site", "cross-site"}}));
  EXPECT_FALSE(from_here({{"Sec-Fetch-Site", "same-site"}}));
  EXPECT_FALSE(from_here({{"Sec-Fetch-Site", ""}}));
  EXPECT_FALSE(from_here({{"Sec-Fetch-Site", "cross-site"}, {"Origin", "https://tafel.nl"}}));
}

TEST(Origin, OtherwiseItMustBeTheSiteItself) {
  EXPECT_TRUE(from_here({{"Origin", "https://tafel.nl"}}));
  EXPECT_TRUE(from_here({{"Origin", "https://intern:8443"}, {"Host", "intern:8443"}}));
  for (const auto* forged : {"https://kwaad.nl", "null", "", "https://tafel.nl.kwaad.nl",
                             "https://tafel.nl:444", "http://tafel.nl", "https://tafel.nl/", "tafel.nl"})
    EXPECT_FALSE(from_here({{"Origin", forged}, {"Host", "tafel.nl"}})) << forged;
  EXPECT_FALSE(from_here({{"Origin", "https://"}, {"Host", ""}}));
}

TEST(Origin, OnASiteWithoutHttpsTheHostCounts) {
  EXPECT_TRUE(
      from_here({{"Origin", "http://127.0.0.1:8080"}, {"Host", "127.0.0.1:8080"}}, "http://localhost:8080"));
  EXPECT_FALSE(
      from_here({{"Origin", "http://kwaad.nl"}, {"Host", "127.0.0.1:8080"}}, "http://localhost:8080"));
}

TEST(Origin, AProgramWithoutASessionMayGoOn) {
  EXPECT_FALSE(from_here({}));
  EXPECT_TRUE(from_here({}, "https://tafel.nl", false));
  EXPECT_FALSE(from_here({{"Origin", "null"}}, "https://tafel.nl", false));
}

}  // namespace
}  // namespace wijktafel::web
