// What people say: under an item, and on a page of its own when there is more of it.
#include "capabilities/comments/reads/conversation.hpp"
#include "capabilities/comments/web/asked_for.hpp"
#include "capabilities/comments/web/comment_form.hpp"
#include "capabilities/comments/web/pages.hpp"
#include "capabilities/comments/web/paths.hpp"
#include "capabilities/comments/web/shown_comment.hpp"
#include "design/edge_pages.hpp"
#include "design/page.hpp"

namespace wijktafel::comments {
namespace {

// Who may do what with one reaction, as links: each leads to a page with one form.
std::vector<CommentLink> links_of(const web::Call& call, const web::AreaRef& area, const SaidComment& said) {
  std::vector<CommentLink> links;
  const auto add = [&](const std::string& words, std::string_view action) {
    links.push_back({.text = call.text(words),
                     .about = call.text("comments.page.about", {{"who", who_wrote(call, said)}}),
                     .url = action_path(area, said.item, said.id, action)});
  };
  const bool is_own = call.actor.person && said.person == call.actor.person;
  const bool may_moderate = call.may("comments.moderate", area.lineage);
  if (said.state == State::shown) {
    add("comments.page.reply", "antwoord");
    if (is_own) add("comments.page.remove", "verwijderen");
    if (!is_own && !may_moderate) add("comments.page.report", "melden");
  }
  if (said.state != State::removed && may_moderate)
    add(said.state == State::hidden ? "comments.page.look_again" : "comments.page.hide", "verbergen");
  return links;
}

CommentView view_of(const web::Call& call, const web::AreaRef& area, const SaidComment& said) {
  auto links = links_of(call, area, said);
  return {.comment = shown_comment(call, said),
          .is_quiet = said.state != State::shown,
          .has_links = !links.empty(),
          .links = std::move(links)};
}

html::SafeHtml conversation_markup(const web::Call& call, const web::AreaRef& area,
                                   const Conversation& conversation, bool is_first_page) {
  const auto item = conversation.item.id;
  ConversationView view;
  view.title = call.text("comments.page.count", {{"count", conversation.count}});
  if (conversation.threads.empty()) view.empty = design::EmptyState{.text = call.text("comments.page.empty")};
  view.has_threads = !conversation.threads.empty();
  for (const auto& thread : conversation.threads) {
    ThreadView shown{.first = view_of(call, area, thread.first), .has_replies = !thread.replies.empty()};
    for (const auto& reply : thread.replies) shown.replies.push_back(view_of(call, area, reply));
    view.threads.push_back(std::move(shown));
  }
  if (conversation.older || !is_first_page) {
    view.pages.emplace();
    if (conversation.older) view.pages->older_url = all_path(area, item, conversation.older);
    if (!is_first_page) view.pages->newer_url = all_path(area, item);
  }
  view.form = comment_form(call, all_path(area, item));
  return call.service.templates.render(call.language, "comments/conversation", view);
}

}  // namespace

html::SafeHtml show_conversation(const web::Call& call, std::int64_t subject) {
  const auto conversation = call.service.database.read(
      [&](db::Transaction& tx) { return read_conversation(tx, ItemId{subject}, std::nullopt); });
  if (!conversation) return {};
  // Not the area of the address: a page behind a secret link has none.
  const auto area = call.service.find_area(conversation->item.area);
  if (!area) return {};
  return conversation_markup(call, *area, *conversation, true);
}

http::Response show_all(const web::Call& call) {
  const auto item = item_asked_for(call);
  if (!item) return design::not_found(call);
  std::int64_t number = 0;
  const auto typed = call.request.query_value("voor");
  const bool is_number =
      !typed.empty() && typed.size() <= 15 && typed.find_first_not_of("0123456789") == std::string_view::npos;
  if (is_number) number = std::stoll(std::string(typed));
  const auto before = is_number ? std::optional(CommentId{number}) : std::nullopt;
  const auto conversation = call.service.database.read(
      [&](db::Transaction& tx) { return read_conversation(tx, item->id, before); });
  if (!conversation) return design::not_found(call);
  const std::string url = items::url_of(call.service, *item);
  const AllCommentsView view{.item = {item->title, url},
                             .conversation = conversation_markup(call, *call.area, *conversation, !before)};
  return design::page(call,
                      {.title = call.text("comments.page.title", {{"title", item->title}}),
                       .narrow = true,
                       .back_url = url,
                       .query = {"voor"}},
                      "comments/all_comments", view);
}

http::Response lead_to_comment(const web::Call& call) {
  const auto found = comment_asked_for(call);
  if (!found) return design::not_found(call);
  const auto thread = found->comment.reply_to.value_or(found->comment.id);
  return http::see_other(all_path(*call.area, found->item.id, CommentId{raw(thread) + 1}) + "#" +
                         anchor_of(found->comment.id));
}

}  // namespace wijktafel::comments
