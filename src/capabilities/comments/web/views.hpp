// What the pages and mails of reactions show.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "design/components/action_buttons/action_buttons.hpp"
#include "design/components/choice_field/choice_field.hpp"
#include "design/components/comment/comment.hpp"
#include "design/components/empty_state/empty_state.hpp"
#include "design/components/error_summary/error_summary.hpp"
#include "design/components/pagination/pagination.hpp"
#include "design/components/select_field/select_field.hpp"
#include "design/components/submit_row/submit_row.hpp"
#include "design/components/text_area/text_area.hpp"
#include "design/components/text_field/text_field.hpp"
#include "design/link.hpp"
#include "platform/html/view.hpp"

namespace wijktafel::comments {

// The form under an item, and on a page of its own with what was typed. Names of fields begin with
// "comment_", because the page it stands on has forms of its own.
struct CommentForm {
  static constexpr std::string_view component = "comments/comment_form";
  std::string url;
  std::optional<std::string> signed_in = std::nullopt;  // "U reageert als Noor Vermeer."
  std::optional<design::SelectField> organisation = std::nullopt;
  design::TextArea text;
  std::optional<design::TextField> name = std::nullopt;
  std::optional<design::TextField> mail = std::nullopt;
  std::string begun;  // milliseconds since 1970: when the form was made
  design::SubmitRow submit;
};
BOOST_DESCRIBE_STRUCT(CommentForm, (), (url, signed_in, organisation, text, name, mail, begun, submit))

// Something to do with one reaction; `about` is read aloud behind it, so that no two links sound alike.
struct CommentLink {
  std::string text;
  std::string about;
  std::string url;
};
BOOST_DESCRIBE_STRUCT(CommentLink, (), (text, about, url))

struct CommentView {
  design::Comment comment;
  bool is_quiet = false;  // hidden or removed
  bool has_links = false;
  std::vector<CommentLink> links = {};
};
BOOST_DESCRIBE_STRUCT(CommentView, (), (comment, is_quiet, has_links, links))

struct ThreadView {
  CommentView first;
  bool has_replies = false;
  std::vector<CommentView> replies = {};
};
BOOST_DESCRIBE_STRUCT(ThreadView, (), (first, has_replies, replies))

struct ConversationView {
  std::string title;  // "3 reacties"
  std::optional<design::EmptyState> empty = std::nullopt;
  bool has_threads = false;
  std::vector<ThreadView> threads = {};
  std::optional<design::Pagination> pages = std::nullopt;
  CommentForm form;
};
BOOST_DESCRIBE_STRUCT(ConversationView, (), (title, empty, has_threads, threads, pages, form))

struct AllCommentsView {
  design::Link item;
  html::SafeHtml conversation;
};
BOOST_DESCRIBE_STRUCT(AllCommentsView, (), (item, conversation))

struct WriteCommentView {
  std::string title;
  design::Link item;
  std::optional<design::ErrorSummary> faults = std::nullopt;
  std::optional<design::Comment> answered = std::nullopt;
  CommentForm form;
};
BOOST_DESCRIBE_STRUCT(WriteCommentView, (), (title, item, faults, answered, form))

struct MessageView {
  std::string title;
  std::string text;
  std::optional<std::string> more = std::nullopt;
  design::Link way_on;
};
BOOST_DESCRIBE_STRUCT(MessageView, (), (title, text, more, way_on))

// Report, hide or remove one reaction.
struct CommentActionView {
  std::string title;
  std::optional<std::string> intro = std::nullopt;
  std::optional<design::ErrorSummary> faults = std::nullopt;
  design::Comment comment;
  std::string url;
  std::optional<design::ChoiceField> reason = std::nullopt;
  std::optional<design::TextArea> text = std::nullopt;
  design::SubmitRow submit;
};
BOOST_DESCRIBE_STRUCT(CommentActionView, (), (title, intro, faults, comment, url, reason, text, submit))

// Behind the link of the mail.
struct OwnCommentView {
  std::string title;
  std::string intro;
  design::Link item;
  design::Comment comment;
  std::optional<std::string> hidden = std::nullopt;  // why
  design::ActionButtons buttons = {};
};
BOOST_DESCRIBE_STRUCT(OwnCommentView, (), (title, intro, item, comment, hidden, buttons))

struct QueueRow {
  design::Link item;
  std::string why;
  design::Comment comment;
  design::ActionButtons buttons = {};
};
BOOST_DESCRIBE_STRUCT(QueueRow, (), (item, why, comment, buttons))

struct QueueView {
  std::string title;
  std::optional<design::EmptyState> empty = std::nullopt;
  std::vector<QueueRow> rows = {};
  std::optional<design::Pagination> pages = std::nullopt;
};
BOOST_DESCRIBE_STRUCT(QueueView, (), (title, empty, rows, pages))

// On the page of one's account: where there is something to look at.
struct QueueLinksView {
  std::vector<design::Link> areas;
};
BOOST_DESCRIBE_STRUCT(QueueLinksView, (), (areas))

struct ConfirmMailView {
  std::string subject;
  std::string greeting;
  std::string intro;
  std::string url;
  std::string link_life;
  std::string text;       // of the reaction, as typed
  html::SafeHtml quoted;  // the same for the part in HTML
};
BOOST_DESCRIBE_STRUCT(ConfirmMailView, (), (subject, greeting, intro, url, link_life, text, quoted))

}  // namespace wijktafel::comments
