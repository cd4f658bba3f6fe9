// Every component and page of the frame renders its example, in both languages, and its template knows the
// members of its view.
#include "design/components.hpp"

#include <gtest/gtest.h>

#include "design/edge_pages.hpp"
#include "design/frame_view.hpp"
#include "design/gallery_view.hpp"
#include "design/signed_out.hpp"
#include "platform/html/example.hpp"
#include "platform/html/template_guard.hpp"

namespace wijktafel::design {
namespace {

template <class T>
class EveryComponent : public testing::Test {};

// The templates that are pages and no components: given a name here, so that they are tested alike.
struct FramePage : FrameView {
  static constexpr std::string_view component = "design/page";
};
BOOST_DESCRIBE_STRUCT(FramePage, (FrameView), ())
struct EdgePage : EdgeView {
  static constexpr std::string_view component = "design/edge";
};
BOOST_DESCRIBE_STRUCT(EdgePage, (EdgeView), ())
struct SignedOutPage : SignedOutView {
  static constexpr std::string_view component = "design/signed_out";
};
BOOST_DESCRIBE_STRUCT(SignedOutPage, (SignedOutView), ())

using Templates = boost::mp11::mp_append<boost::mp11::mp_rename<Components, testing::Types>,
                                         testing::Types<FramePage, EdgePage, SignedOutPage, GalleryView>>;
TYPED_TEST_SUITE(EveryComponent, Templates);

const html::Templates& templates() {
  static const i18n::Words words = i18n::Words::embedded();
  static const html::Templates all(words);
  return all;
}

TYPED_TEST(EveryComponent, KnowsTheNamesOfItsView) {
  EXPECT_EQ(html::faults_of<TypeParam>(templates(), TypeParam::component), "");
}

TYPED_TEST(EveryComponent, HasAnExampleThatRendersInBothLanguages) {
  const auto json = html::find_example(TypeParam::component);
  ASSERT_TRUE(json.has_value()) << TypeParam::component << " has no example";
  const auto view = html::load_example<TypeParam>(*json);
  for (const auto language : i18n::languages) {
    const auto markup = templates().render(language, TypeParam::component, view).markup();
    EXPECT_NE(markup.find("</"), std::string::npos);
    EXPECT_EQ(markup.find("[["), std::string::npos);
    EXPECT_EQ(markup.find("{{"), std::string::npos);
    EXPECT_EQ(markup.find(" style="), std::string::npos) << "no inline style";
  }
}

TEST(Components, AreAllInTheListOfThisTest) {
  std::size_t components = 0;
  for (const auto& name : templates().names())
    if (name.starts_with("design/") && name != FramePage::component && name != EdgePage::component &&
        name != SignedOutPage::component && name != GalleryView::component)
      ++components;
  EXPECT_EQ(components, boost::mp11::mp_size<Components>::value);
}

}  // namespace
}  // namespace wijktafel::design
