// Every template of reactions knows the names of its view, and shows its example in both languages.
#include <gtest/gtest.h>

#include "capabilities/comments/web/views.hpp"
#include "platform/html/example.hpp"
#include "platform/html/template_guard.hpp"

namespace wijktafel::comments {
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

TEST(CommentTemplates, KnowTheirViewsAndShowTheirExamplesInBothLanguages) {
  expect_sound<CommentForm>("comments/comment_form");
  expect_sound<ConversationView>("comments/conversation");
  expect_sound<AllCommentsView>("comments/all_comments");
  expect_sound<WriteCommentView>("comments/write_comment");
  expect_sound<MessageView>("comments/message");
  expect_sound<CommentActionView>("comments/comment_action");
  expect_sound<OwnCommentView>("comments/own_comment");
  expect_sound<QueueView>("comments/queue");
  expect_sound<QueueLinksView>("comments/queue_links");
  expect_sound<ConfirmMailView>("comments/confirm_mail");
}

}  // namespace
}  // namespace wijktafel::comments
