// What a writer does with what they wrote: the page behind the mailed link (one button, because mail scanners
// open links and must use nothing up), and taking it back.
#include "capabilities/comments/actions/confirm_comment.hpp"
#include "capabilities/comments/actions/remove_comment.hpp"
#include "capabilities/comments/web/asked_for.hpp"
#include "capabilities/comments/web/pages.hpp"
#include "capabilities/comments/web/paths.hpp"
#include "capabilities/comments/web/refusals.hpp"
#include "capabilities/comments/web/shown_comment.hpp"
#include "design/edge_pages.hpp"
#include "design/page.hpp"

namespace wijktafel::comments {
namespace {

std::optional<OwnComment> own_asked_for(const web::Call& call) {
  return call.service.database.read(
      [&](db::Transaction& tx) { return find_own_comment(tx, call.now, call.parameter("token")); });
}

// Which words this page has: confirm, expired, waiting, shown, hidden.
std::string situation(const OwnComment& own) {
  if (own.one.comment.state != State::unconfirmed) return std::string(word(own.one.comment.state));
  return own.link == LinkState::usable ? "confirm" : "expired";
}

http::Response own_page(const web::Call& call, const OwnComment& own) {
  const auto& [item, said] = own.one;
  const std::string words = situation(own);
  const std::string here = own_path(call.service, call.parameter("token"));
  OwnCommentView view;
  view.title = call.text("comments.own." + words + ".title");
  view.intro = call.text("comments.own." + words + ".intro");
  view.item = {item.title, items::url_of(call.service, item)};
  view.comment = whole_comment(call, said);
  if (said.state == State::hidden) view.hidden = call.text("comments.page.hidden", {{"reason", said.reason}});
  if (words == "confirm") {
    view.buttons.actions = {{.text = call.text("comments.own.confirm.button"), .url = here, .primary = true}};
  } else if (words != "expired") {
    view.buttons.actions = {{.text = call.text("comments.own.remove"), .url = here + "/verwijderen"}};
  }
  auto response = design::page(call, {.title = view.title, .narrow = true, .is_private = true},
                               "comments/own_comment", view, words == "expired" ? 410 : 200);
  return response;
}

http::Response back_to(const web::Call& call, ItemId id) {
  const auto item = call.service.database.read([&](db::Transaction& tx) { return find_discussed(tx, id); });
  if (!item) return design::not_found(call);
  return http::see_other(items::url_of(call.service, *item) + "#reacties");
}

}  // namespace

http::Response show_own(const web::Call& call) {
  const auto own = own_asked_for(call);
  if (!own) return refusal_page(call, LinkUnknown{});
  return own_page(call, *own);
}

http::Response confirm_own(const web::Call& call) {
  const auto confirmed = call.service.database.write(
      [&](db::Transaction& tx) { return confirm_comment(tx, call.now, call.parameter("token")); });
  const auto own = own_asked_for(call);
  // Pressed twice, or too late: the page behind the link says how it stands.
  if (!confirmed && !own) return refusal_page(call, confirmed.error());
  if (!confirmed) return own_page(call, *own);
  const auto area = call.service.find_area(own->one.item.area);
  if (!area) return design::not_found(call);
  if (confirmed->state == State::waiting)
    return http::see_other(received_path(*area, own->one.item.id, "ontvangen"));
  return http::see_other(comment_path(*area, own->one.item.id, confirmed->id));
}

http::Response remove_by_link(const web::Call& call) {
  const auto removed = call.service.database.write(
      [&](db::Transaction& tx) { return remove_comment_by_link(tx, call.now, call.parameter("token")); });
  if (!removed) return refusal_page(call, removed.error());
  return back_to(call, *removed);
}

http::Response show_remove(const web::Call& call) {
  const auto found = comment_asked_for(call);
  if (!found) return design::not_found(call);
  if (found->comment.person != call.actor.person) return refusal_page(call, NotYours{});
  CommentActionView view;
  view.title = call.text("comments.remove.title");
  view.intro = call.text("comments.remove.intro");
  view.comment = whole_comment(call, found->comment);
  view.url = action_path(*call.area, found->item.id, found->comment.id, "verwijderen");
  view.submit = {.text = call.text("comments.own.remove"),
                 .way_out = design::Link{call.text("comments.write.way_out"),
                                         comment_path(*call.area, found->item.id, found->comment.id)}};
  return design::page(call, {.title = view.title, .narrow = true, .is_private = true},
                      "comments/comment_action", view);
}

http::Response send_remove(const web::Call& call) {
  const auto found = comment_asked_for(call);
  if (!found) return design::not_found(call);
  const auto removed = call.service.database.write(
      [&](db::Transaction& tx) { return remove_comment(tx, call.now, call.actor, found->comment.id); });
  if (!removed) return refusal_page(call, removed.error());
  return back_to(call, *removed);
}

}  // namespace wijktafel::comments
