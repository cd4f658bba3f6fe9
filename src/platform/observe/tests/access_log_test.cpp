#include "platform/observe/access_log.hpp"

#include <gtest/gtest.h>

namespace wijktafel::observe {
namespace {

TEST(AccessLine, SaysWhatHappenedAndNothingPersonal) {
  http::Request request;
  request.method = http::Method::post;
  request.target = "/stad/inloggen/geheim?mail=a@b.nl";
  request.path = "/stad/inloggen/geheim";
  request.query = {{"mail", "a@b.nl"}};
  request.peer = "192.0.2.7";
  request.cookies = {{"wijktafel", "sessie"}};
  request.id = "7F3K92QX";
  EXPECT_EQ(
      access_line(request, "/{municipality}/inloggen/{token}", http::text_response("hallo", 201),
                  std::chrono::microseconds(1340)),
      "request method=POST path=\"/stad/inloggen/{token}\" status=201 bytes=5 ms=1.3 reference=7F3K92QX");
}

TEST(ShownPath, CannotBreakTheLine) {
  EXPECT_EQ(shown_path("/a b/\"x\"/caf\xC3\xA9", "/{a}/{b}/{c}"), "/a%20b/%22x%22/caf%C3%A9");
  EXPECT_EQ(shown_path("/", "/"), "/");
  EXPECT_EQ(shown_path("", ""), "");
  EXPECT_EQ(shown_path("/" + std::string(300, 'a'), "").size(), 203u);
}

TEST(ShownPath, KeepsToItselfWhatMayBeSecretWhereNoRouteTells) {
  EXPECT_EQ(shown_path("/stad/volg/geheim", ""), "/stad/volg/...");
  EXPECT_EQ(shown_path("/stad/volg", ""), "/stad/volg");
}

}  // namespace
}  // namespace wijktafel::observe
