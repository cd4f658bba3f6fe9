// Pages of one capability that lead to those of another: each link is followed, by who would press it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <regex>
#include <set>

#include "app/testing.hpp"

namespace wijktafel::app {
namespace {

using testing::Browser;
using ::testing::Contains;
using ::testing::HasSubstr;
using testing::Town;

// Addresses below the municipality that the content of this page leads to, without those of its tabs and
// foot.
std::set<std::string> links_of(const Town& town, const std::string& page) {
  const auto from = page.find("<main"), to = page.find("</main>");
  const std::string content = page.substr(from, to - from);
  const std::string stem = town.path("");
  static const std::regex link("href=\"([^\"#?]+)");
  std::set<std::string> all;
  for (std::sregex_iterator it(content.begin(), content.end(), link), end; it != end; ++it)
    if (const std::string url = (*it)[1]; url.starts_with(stem)) all.insert(url.substr(stem.size()));
  return all;
}

TEST(LinksBetween, figures_and_answering_times_lead_to_each_other) {
  Town town;
  Browser visitor(town);
  EXPECT_THAT(links_of(town, visitor.get("/parkbuurt/cijfers").content()), Contains("/antwoorden"));
  EXPECT_THAT(links_of(town, visitor.get("/cijfers").content()), Contains("/antwoorden"));
  EXPECT_THAT(links_of(town, visitor.get("/antwoorden").content()), Contains("/cijfers"));
}

TEST(LinksBetween, everything_on_the_work_page_opens_for_who_works_there) {
  Town town;
  const std::pair<std::string, std::string> pages[] = {{"BU00010101", "/parkbuurt/signalen/werk"},
                                                       {"", "/werk"}};
  for (const auto& [area, page] : pages) {
    Browser coordinator(town);
    coordinator.enter(town.person("Sanne " + area, {{"coordinator", area, std::nullopt}}));
    const auto answer = coordinator.get(page);
    ASSERT_EQ(answer.status, 200) << page;
    const auto links = links_of(town, answer.content());
    EXPECT_GE(links.size(), 4U) << page;
    for (const auto& link : links) {
      const int status = coordinator.get(link).status;
      EXPECT_TRUE(status == 200 || status == 303) << page << " leads to " << link << ": " << status;
    }
  }
}

}  // namespace
}  // namespace wijktafel::app
