// Every template of forwarding knows the names of its view, and shows its example in both languages.
#include <gtest/gtest.h>

#include "capabilities/forwarding/web/views.hpp"
#include "platform/html/example.hpp"
#include "platform/html/template_guard.hpp"

namespace wijktafel::forwarding {
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

TEST(ForwardingTemplates, KnowTheirViewsAndShowTheirExamplesInBothLanguages) {
  expect_sound<SignalForwarding>("forwarding/signal_forwarding");
  expect_sound<FailedWork>("forwarding/failed_work");
  expect_sound<ManageLink>("forwarding/manage_link");
  expect_sound<DestinationsView>("forwarding/destinations");
  expect_sound<DestinationForm>("forwarding/destination_form");
  expect_sound<ServicesView>("forwarding/services");
  expect_sound<MessageView>("forwarding/message");
}

}  // namespace
}  // namespace wijktafel::forwarding
