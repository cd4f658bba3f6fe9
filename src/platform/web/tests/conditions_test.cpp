#include "platform/web/conditions.hpp"

#include <gtest/gtest.h>

#include "platform/web/sending.hpp"

namespace wijktafel::web {
namespace {

http::Response photo(const http::Pairs& headers, http::Method method = http::Method::get) {
  auto response = http::file_response("0123456789", "image/jpeg");
  mark_as_bytes(response, "abc");
  http::Request request;
  request.method = method;
  request.headers = headers;
  meet_conditions(response, request);
  return response;
}

struct Wanted {
  std::string_view range, answer, content;
};

TEST(Conditions, APartIsSentWithWhereItIs) {
  for (const auto& [range, answer, content] : {
           Wanted{"bytes=0-0", "bytes 0-0/10", "0"},
           Wanted{"bytes=2-4", "bytes 2-4/10", "234"},
           Wanted{"bytes=7-", "bytes 7-9/10", "789"},
           Wanted{"bytes=-3", "bytes 7-9/10", "789"},
           Wanted{"bytes=-30", "bytes 0-9/10", "0123456789"},
           Wanted{"bytes=8-99999999999999999999999", "bytes 8-9/10", "89"},
           Wanted{"BYTES=0-1", "bytes 0-1/10", "01"},
       }) {
    const auto response = photo({{"Range", std::string(range)}});
    EXPECT_EQ(response.status, 206) << range;
    EXPECT_EQ(response.header("Content-Range"), answer) << range;
    EXPECT_EQ(response.content(), content) << range;
  }
}

TEST(Conditions, APartThatDoesNotExistIsToldWithTheSize) {
  for (const std::string range : {"bytes=10-", "bytes=10-12", "bytes=-0", "bytes=99999999999999999999999-"}) {
    const auto response = photo({{"Range", range}});
    EXPECT_EQ(response.status, 416) << range;
    EXPECT_EQ(response.header("Content-Range"), "bytes */10") << range;
    EXPECT_EQ(response.content(), "");
  }
}

TEST(Conditions, WhatIsNoRangeOrSeveralIsOverlooked) {
  for (const std::string range : {"bytes=4-2", "bytes=", "bytes=-", "bytes=a-b", "bytes=+1-2", "lines=0-1",
                                  "0-1", "bytes=0-1,3-4", "bytes=0-,0-,0-", "bytes = 0-1", "bytes=0x1-2"}) {
    const auto response = photo({{"Range", range}});
    EXPECT_EQ(response.status, 200) << range;
    EXPECT_EQ(response.content(), "0123456789") << range;
    EXPECT_EQ(response.header("Content-Range"), "") << range;
  }
  EXPECT_EQ(photo({{"Range", "bytes=0-1"}}, http::Method::head).status, 200);
}

TEST(Conditions, GoInTheOrderOfTheRfc) {
  EXPECT_EQ(photo({{"If-None-Match", "\"abc\""}}).status, 304);
  EXPECT_EQ(photo({{"If-None-Match", "W/\"abc\""}}).status, 304);
  EXPECT_EQ(photo({{"If-None-Match", "\"x\", \"abc\""}, {"Range", "bytes=0-1"}}).status, 304);
  EXPECT_EQ(photo({{"If-None-Match", "*"}}, http::Method::head).status, 304);
  EXPECT_EQ(
      photo({{"If-None-Match", "\"x\""}, {"If-Modified-Since", "Sun, 22 Nov 2099 08:49:37 GMT"}}).status,
      200);
  EXPECT_EQ(photo({{"If-Modified-Since", "Sun, 22 Nov 2099 08:49:37 GMT"}}).status, 200);
  EXPECT_EQ(photo({{"If-Match", "\"abc\""}}).status, 200);
  EXPECT_EQ(photo({{"If-Match", "*"}}).status, 200);
  EXPECT_EQ(photo({{"If-Match", "W/\"abc\""}}).status, 412);
  EXPECT_EQ(photo({{"If-Match", "\"x\""}, {"If-None-Match", "\"abc\""}}).status, 412);
  EXPECT_EQ(photo({{"If-Range", "\"abc\""}, {"Range", "bytes=0-1"}}).status, 206);
  EXPECT_EQ(photo({{"If-Range", "W/\"abc\""}, {"Range", "bytes=0-1"}}).status, 200);
  EXPECT_EQ(photo({{"If-Range", "Sun, 22 Nov 2026 08:49:37 GMT"}, {"Range", "bytes=0-1"}}).status, 200);
}

TEST(Sending, CompressesNoPageThatIsForOnePerson) {
  http::Request request;
  request.headers = {{"Accept-Encoding", "gzip, br"}};
  auto page = http::html_response(std::string(5'000, 'x'));
  auto secret = page;
  secret.set("X-Robots-Tag", "noindex");
  prepare_once(page, request);
  prepare_once(secret, request);
  EXPECT_EQ(page.header("Content-Encoding"), "gzip");
  EXPECT_EQ(secret.header("Content-Encoding"), "");
  EXPECT_EQ(secret.content().size(), 5'000u);
}

TEST(Conditions, LeaveAloneWhatIsNotMarkedOrNotFound) {
  http::Request request;
  request.headers = {{"Range", "bytes=0-1"}, {"If-None-Match", "*"}};
  auto page = http::html_response("<p>een bladzijde");
  meet_conditions(page, request);
  EXPECT_EQ(page.status, 200);
  auto missing = http::text_response("niet gevonden", 404);
  mark_as_bytes(missing, "abc");
  meet_conditions(missing, request);
  EXPECT_EQ(missing.status, 404);
}

}  // namespace
}  // namespace wijktafel::web
