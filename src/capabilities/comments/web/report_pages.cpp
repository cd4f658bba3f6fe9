// "Meld deze reactie": a reader says why, and a moderator looks.
#include "capabilities/comments/actions/report_comment.hpp"
#include "capabilities/comments/web/asked_for.hpp"
#include "capabilities/comments/web/pages.hpp"
#include "capabilities/comments/web/paths.hpp"
#include "capabilities/comments/web/refusals.hpp"
#include "capabilities/comments/web/shown_comment.hpp"
#include "design/edge_pages.hpp"
#include "design/fields.hpp"
#include "design/page.hpp"
#include "platform/web/network.hpp"

namespace wijktafel::comments {
namespace {

std::vector<std::string> reasons() { return {report_reasons.begin(), report_reasons.end()}; }

http::Response report_page(const web::Call& call, const OneComment& found,
                           const std::vector<web::FieldFault>& faults = {}, int status = 200) {
  const design::Fields fields(call, faults);
  CommentActionView view;
  view.title = call.text("comments.report.title");
  view.intro = call.text("comments.report.intro");
  view.faults = fields.summary();
  view.comment = shown_comment(call, found.comment);
  view.url = action_path(*call.area, found.item.id, found.comment.id, "melden");
  view.reason = fields.choice("reason", "comments.report.reason",
                              fields.answers("comments.report.reason", reasons()), "");
  view.submit = {.text = call.text("comments.report.submit"),
                 .way_out = design::Link{call.text("comments.write.way_out"),
                                         items::url_of(call.service, found.item) + "#reacties"}};
  return design::page(call,
                      {.title = title_about(view.title, found.comment),
                       .narrow = true,
                       .is_private = true,
                       .has_faults = !faults.empty()},
                      "comments/comment_action", view, status);
}

// What is not shown cannot be reported any more.
std::optional<OneComment> reported_here(const web::Call& call) {
  auto found = comment_asked_for(call);
  if (!found || found->comment.state != State::shown) return std::nullopt;
  return found;
}

}  // namespace

http::Response show_report(const web::Call& call) {
  const auto found = reported_here(call);
  return found ? report_page(call, *found) : design::not_found(call);
}

http::Response send_report(const web::Call& call) {
  const auto found = reported_here(call);
  if (!found) return design::not_found(call);
  web::FormReader reader(call.request.form);
  const auto reason = reader.choice("reason", reasons(), "comments.fault.reason_missing");
  if (!reader.ok()) return report_page(call, *found, reader.faults(), 422);
  const ReportComment form{
      .comment = found->comment.id, .reason = *reason, .network = web::network_of(call.request.peer)};
  const auto reported =
      call.service.database.write([&](db::Transaction& tx) { return report_comment(tx, call.now, form); });
  if (!reported) return refusal_page(call, reported.error());
  const MessageView view{.title = call.text("comments.reported.title"),
                         .text = call.text("comments.reported.text"),
                         .way_on = {call.text("comments.write.back", {{"title", found->item.title}}),
                                    items::url_of(call.service, found->item) + "#reacties"}};
  return design::page(call, {.title = view.title, .narrow = true, .is_private = true}, "comments/message",
                      view);
}

}  // namespace wijktafel::comments
