// Every template of themes knows the names of its view, and shows its examples in both languages.
#include <gtest/gtest.h>

#include "capabilities/themes/web/views.hpp"
#include "platform/html/example.hpp"
#include "platform/html/template_guard.hpp"

namespace wijktafel::themes {
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
  expect_sound<ThemesView>("themes/themes");
  expect_sound<ManageView>("themes/manage");
  expect_sound<ChangeView>("themes/change");
  expect_sound<ThemeForm>("themes/theme_form");
  expect_sound<RuleForm>("themes/rule_form");
  expect_sound<PageLinkView>("themes/manage_link");
  expect_sound<PageLinkView>("themes/themes_link");
}

}  // namespace
}  // namespace wijktafel::themes
