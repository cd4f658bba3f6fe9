// Templates and views know the same names, and every example is a page in both languages.
#include <gmock/gmock.h>

#include "capabilities/sheets/web/views.hpp"
#include "platform/html/example.hpp"
#include "platform/html/template_guard.hpp"

namespace wijktafel::sheets {
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
  check<SheetView>("sheets/sheet", "Het pad achter de garages is donker");
  check<SheetLinkView>("sheets/sheet_link", "portiekblad");
  check<StripView>("sheets/strip", "name=\"sending\"");
  check<HelpMailView>("sheets/help_mail", "portiekblad");
  check<HelpView>("sheets/help", "het nummer");
}

}  // namespace
}  // namespace wijktafel::sheets
