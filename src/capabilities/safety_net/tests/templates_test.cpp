// Every template of the safety net knows the names of its view, and shows its examples in both languages.
#include <gtest/gtest.h>

#include "capabilities/safety_net/digest_view.hpp"
#include "capabilities/safety_net/web/median_views.hpp"
#include "capabilities/safety_net/web/views.hpp"
#include "capabilities/safety_net/web/week_views.hpp"
#include "platform/html/example.hpp"
#include "platform/html/template_guard.hpp"

namespace wijktafel::safety_net {
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
    EXPECT_EQ(markup.find("[["), std::string::npos) << name;
    EXPECT_EQ(markup.find("{{"), std::string::npos) << name;
  }
}

TEST(Templates, KnowTheirViews) {
  expect_sound<DigestView>("safety_net/digest_mail");
  expect_sound<NetView>("safety_net/net");
  expect_sound<ActView>("safety_net/act");
  expect_sound<DesksView>("safety_net/desks");
  expect_sound<PageLinkView>("safety_net/desks_link");
  expect_sound<DigestView>("safety_net/week_mail");
  expect_sound<WeekView>("safety_net/week");
  expect_sound<PageLinkView>("safety_net/week_link");
  expect_sound<BrokenView>("safety_net/broken");
  expect_sound<AnswersView>("safety_net/answers");
  expect_sound<OwnAnswersView>("safety_net/own_answers");
  expect_sound<MedianTable>("safety_net/median_table");
  expect_sound<PageLinkView>("safety_net/answers_link");
  expect_sound<AtTableView>("safety_net/at_table");
}

}  // namespace
}  // namespace wijktafel::safety_net
