// Every template of goals knows the names of its view, and shows its example in both languages.
#include <gtest/gtest.h>

#include "capabilities/goals/web/commitment_views.hpp"
#include "platform/html/example.hpp"
#include "platform/html/template_guard.hpp"

namespace wijktafel::goals {
namespace {

const html::Templates& templates() {
  static const i18n::Words words = i18n::Words::embedded();
  static const html::Templates all(words);
  return all;
}

template <class View>
void expect_sound(const std::string& name) {
  EXPECT_EQ(html::faults_of<View>(templates(), name), "");
  const auto json = html::find_example(name);
  ASSERT_TRUE(json.has_value()) << name;
  const auto view = html::load_example<View>(*json);
  for (const auto language : i18n::languages) {
    const auto markup = templates().render(language, name, view).markup();
    EXPECT_NE(markup.find("</"), std::string::npos) << name;
    EXPECT_EQ(markup.find("[["), std::string::npos) << name;
    EXPECT_EQ(markup.find("{{"), std::string::npos) << name;
    EXPECT_EQ(markup.find("⟦"), std::string::npos) << name;
  }
}

TEST(GoalTemplates, KnowTheirViewsAndShowTheirExamplesInBothLanguages) {
  expect_sound<GoalCard>("goals/goal_card");
  expect_sound<ActionForm>("goals/action_form");
  expect_sound<GoalListView>("goals/goal_list");
  expect_sound<GoalPageView>("goals/goal_page");
  expect_sound<NewGoalView>("goals/new_goal");
  expect_sound<CommitmentListView>("goals/commitment_list");
  expect_sound<CommitmentPageView>("goals/commitment_page");
  expect_sound<NewCommitmentView>("goals/new_commitment");
  expect_sound<NextStepsView>("goals/next_steps");
  expect_sound<WaitingView>("goals/waiting");
}

TEST(GoalTemplates, AreAllInThisTest) {
  int count = 0;
  for (const auto& name : templates().names()) count += name.starts_with("goals/");
  EXPECT_EQ(count, 10);
}

TEST(GoalTemplates, ShowTheFirstDateStruckThroughBesideTheNewOne) {
  const auto view = html::load_example<CommitmentPageView>(*html::find_example("goals/commitment_page"));
  const auto markup = templates().render(i18n::Language::nl, "goals/commitment_page", view).markup();
  EXPECT_NE(markup.find("eerst <s>dinsdag 30 juni</s>"), std::string::npos);
}

}  // namespace
}  // namespace wijktafel::goals
