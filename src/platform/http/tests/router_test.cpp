#include "platform/http/router.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace wijktafel::http {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;
using testing::UnorderedElementsAre;

class RouterTest : public testing::Test {
 protected:
  RouterTest() {
    router.add(Method::get, "/", 0);
    router.add(Method::get, "/{municipality}", 1);
    router.add(Method::get, "/{municipality}/{area}", 2);
    router.add(Method::get, "/{municipality}/over", 3);
    router.add(Method::get, "/{municipality}/{area}/signalen/{number}", 4);
    router.add(Method::post, "/{municipality}/{area}/signalen/{number}", 5);
    router.add(Method::get, "/{municipality}/{area}/signalen/nieuw", 6);
    router.add(Method::post, "/{town}/{place}/signalen/nieuw", 7);
    router.add(Method::get, "/{municipality}/over/uitleg", 8);
  }
  Router router;
};

TEST_F(RouterTest, FixedSegmentsWinOverNames) {
  EXPECT_EQ(router.find(Method::get, "/")->route, 0u);
  EXPECT_EQ(router.find(Method::get, "/a/over")->route, 3u);
  EXPECT_EQ(router.find(Method::get, "/a/b/signalen/nieuw")->route, 6u);
  const auto match = router.find(Method::get, "/a/b/signalen/12");
  EXPECT_EQ(match->route, 4u);
  EXPECT_THAT(match->parameters,
              ElementsAre(Pair("municipality", "a"), Pair("area", "b"), Pair("number", "12")));
}

TEST_F(RouterTest, TurnsBackFromAFixedSegmentThatLeadsNowhere) {
  EXPECT_EQ(router.find(Method::get, "/a/over/signalen/3")->route, 4u);
  EXPECT_EQ(router.find(Method::get, "/a/over/uitleg")->route, 8u);
}

TEST_F(RouterTest, NamesBelongToTheirOwnRoute) {
  EXPECT_THAT(router.find(Method::post, "/a/b/signalen/nieuw")->parameters,
              ElementsAre(Pair("town", "a"), Pair("place", "b")));
}

TEST_F(RouterTest, HeadIsFoundAsGet) { EXPECT_EQ(router.find(Method::head, "/a")->route, 1u); }

TEST_F(RouterTest, SaysWhichMethodsAPathHas) {
  EXPECT_FALSE(router.find(Method::del, "/a/b/signalen/12"));
  EXPECT_THAT(router.methods("/a/b/signalen/12"), UnorderedElementsAre(Method::get, Method::post));
  EXPECT_THAT(router.methods("/a/b/c/d/e"), IsEmpty());
}

TEST_F(RouterTest, AnEmptySegmentIsNoValue) {
  EXPECT_FALSE(router.find(Method::get, "/a/"));
  EXPECT_FALSE(router.find(Method::get, "//b"));
}

TEST_F(RouterTest, TwoRoutesAtOnePlaceAreOurMistake) {
  EXPECT_DEATH(router.add(Method::get, "/{other}/over", 9), "two routes");
}

}  // namespace
}  // namespace wijktafel::http
