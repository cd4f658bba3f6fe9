#include "platform/http/target.hpp"

#include <gtest/gtest.h>

namespace wijktafel::http {
namespace {

TEST(Target, IsDecodedAndKeepsItsQueryAsSent) {
  const auto target = parse_target("/lansingerland/caf%C3%A9?q=a%20b&x=/../");
  ASSERT_TRUE(target);
  EXPECT_EQ(target->path, "/lansingerland/café");
  EXPECT_EQ(target->query, "q=a%20b&x=/../");
  EXPECT_FALSE(target->ended_in_slash);
  EXPECT_EQ(parse_target("/")->path, "/");
  EXPECT_EQ(parse_target("/?a")->query, "a");
}

TEST(Target, MayBeAnAbsoluteForm) {
  EXPECT_EQ(parse_target("http://voorbeeld.nl/a?b")->path, "/a");
  EXPECT_EQ(parse_target("http://voorbeeld.nl/a?b")->as_sent, "/a?b");
  EXPECT_EQ(parse_target("HTTPS://voorbeeld.nl")->path, "/");
  EXPECT_FALSE(parse_target("ftp://voorbeeld.nl/a"));
}

TEST(Target, IsNeverAPathOfFiles) {
  for (const std::string_view bad :
       {"/a/../b",    "/a/./b", "/%2e%2E/b", "/a/..",     "/..",  "//a", "/a//b", "/a%2Fb",
        "/a%5Cb",     "/a\\b",  "/a%00",     "/a%0d%0ab", "/%",   "/%4", "/%zz",  "/%ff",
        "/%ED%A0%80", "*",      "",          "a",         "/a#b", "///"})
    EXPECT_FALSE(parse_target(bad)) << bad;
}

TEST(Target, TellsThatItEndedInASlash) {
  const auto target = parse_target("/a%20b/caf%C3%A9/?q=1");
  ASSERT_TRUE(target);
  EXPECT_TRUE(target->ended_in_slash);
  EXPECT_EQ(target->path, "/a b/café");
}

TEST(Target, WithASlashAtTheEndNeverLeadsToAnotherHost) {
  EXPECT_FALSE(parse_target("//evil.example/"));
  EXPECT_FALSE(parse_target("/\\evil.example/"));
  EXPECT_FALSE(parse_target("/%5Cevil.example/"));
}

}  // namespace
}  // namespace wijktafel::http
