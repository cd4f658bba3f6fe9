// /design shows every component, and no other part of the house links to it.
#include "design/gallery.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "design/tests/page_support.hpp"

namespace wijktafel::design {
namespace {

using testing::HasSubstr;
using testing::Not;

class GalleryTest : public testing::Test {
 protected:
  http::Response show(std::string component = {}) {
    town.request.parameters.clear();
    if (!component.empty()) town.request.parameters.emplace_back("component", std::move(component));
    return gallery_routes().front().handler(town.call());
  }
  Town town;
};

TEST_F(GalleryTest, ShowsEveryComponentWithItsExample) {
  const auto page = show();
  EXPECT_EQ(page.status, 200);
  ASSERT_GT(component_names().size(), 20U);
  for (const auto& name : component_names())
    EXPECT_THAT(page.body, HasSubstr("<a href=\"/design/" + name + "\">" + name + "</a>"));
  EXPECT_THAT(page.body, HasSubstr("name=\"robots\""));
}

TEST_F(GalleryTest, ShowsOneComponentAlone) {
  const auto page = show("chain");
  EXPECT_THAT(page.body, HasSubstr("/design/chain"));
  EXPECT_THAT(page.body, Not(HasSubstr("/design/notice")));
}

TEST_F(GalleryTest, KnowsNoComponentOfThatName) { EXPECT_EQ(show("unknown").status, 404); }

}  // namespace
}  // namespace wijktafel::design
