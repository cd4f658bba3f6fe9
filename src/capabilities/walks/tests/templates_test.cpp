// Templates and views know the same names, and every example is a page in both languages.
#include <gmock/gmock.h>

#include "capabilities/walks/web/views.hpp"
#include "platform/html/example.hpp"
#include "platform/html/template_guard.hpp"

namespace wijktafel::walks {
namespace {

const html::Templates& templates() {
  static const i18n::Words words = i18n::Words::embedded();
  static const html::Templates all(words);
  return all;
}

template <class View>
void check(const std::string& name, const std::string& says) {
  EXPECT_EQ(html::faults_of<View>(templates(), name), "") << name;
  const auto json = html::find_example(name);
  ASSERT_TRUE(json) << name;
  const auto view = html::load_example<View>(*json);
  for (const auto language : i18n::languages) {
    const auto page = templates().render(language, name, view);
    EXPECT_THAT(page.markup(), ::testing::HasSubstr(says)) << name;
    EXPECT_THAT(page.markup(), ::testing::Not(::testing::HasSubstr("⟦"))) << name;
  }
}

TEST(Templates, ShowTheirExamples) {
  check<WalkListView>("walks/walk_list", "Wijkschouw van 3 december 2026");
  check<WalksLinkView>("walks/walks_link", "schouwen");
  check<PlanView>("walks/plan_walk", "name=\"meeting_place\"");
  check<RouteView>("walks/route", "1. Bij de school");
  check<WalkView>("walks/walk_page", "De stoep ligt scheef.");
  check<AddPointView>("walks/add_point", "name=\"sending\"");
  check<AfterView>("walks/after", "name=\"photo\"");
  check<ActionListView>("walks/action_list", "De stoep recht leggen");
  check<ListMailView>("walks/list_mail", "Dag Ria,");
}

}  // namespace
}  // namespace wijktafel::walks
