// What a moderator does: the list of what waits, hiding with a reason, showing (again).
#include "capabilities/comments/actions/moderate_comment.hpp"
#include "capabilities/comments/reads/queue.hpp"
#include "capabilities/comments/web/asked_for.hpp"
#include "capabilities/comments/web/pages.hpp"
#include "capabilities/comments/web/paths.hpp"
#include "capabilities/comments/web/refusals.hpp"
#include "capabilities/comments/web/shown_comment.hpp"
#include "design/edge_pages.hpp"
#include "design/fields.hpp"
#include "design/page.hpp"

namespace wijktafel::comments {
namespace {

http::Response hide_page(const web::Call& call, const OneComment& found, std::string_view typed,
                         const std::vector<web::FieldFault>& faults = {}, int status = 200) {
  const design::Fields fields(call, faults);
  const bool is_hidden = found.comment.state == State::hidden;
  CommentActionView view;
  view.title = call.text(is_hidden ? "comments.hide.title_hidden" : "comments.hide.title");
  view.intro = is_hidden ? call.text("comments.page.hidden", {{"reason", found.comment.reason}})
                         : call.text("comments.hide.intro");
  view.faults = fields.summary();
  view.comment = whole_comment(call, found.comment);
  view.url = action_path(*call.area, found.item.id, found.comment.id, is_hidden ? "tonen" : "verbergen");
  if (!is_hidden)
    view.text = fields.area("reason", "comments.hide.reason", typed,
                            {.rows = 2, .most = static_cast<int>(reason_limit)});
  view.submit = {.text = call.text(is_hidden ? "comments.hide.show_again" : "comments.hide.submit"),
                 .way_out = design::Link{call.text("comments.write.way_out"),
                                         comment_path(*call.area, found.item.id, found.comment.id)}};
  return design::page(
      call, {.title = view.title, .narrow = true, .is_private = true, .has_faults = !faults.empty()},
      "comments/comment_action", view, status);
}

std::string why_in_words(const web::Call& call, const QueueLine& line) {
  const auto since = i18n::date_and_time(call.language, line.since, call.today);
  if (!line.is_reported) return call.text("comments.queue.fresh", {{"time", since}});
  std::vector<std::string> reasons;
  for (const auto& reason : line.reasons) reasons.push_back(call.text("comments.queue.reason." + reason));
  return call.text("comments.queue.reported",
                   {{"reasons", i18n::listed(call.language, reasons)}, {"time", since}});
}

QueueRow row_of(const web::Call& call, const web::AreaRef& area, const QueueLine& line) {
  const auto& [item, said] = line.one;
  QueueRow row{.item = {item.title, comment_path(area, item.id, said.id)},
               .why = why_in_words(call, line),
               .comment = whole_comment(call, said)};
  row.buttons.actions = {{.text = call.text(line.is_reported ? "comments.queue.keep" : "comments.queue.show"),
                          .url = action_path(area, item.id, said.id, "tonen"),
                          .primary = true,
                          .name = "queue",
                          .value = call.area->key}};
  row.buttons.links = {{call.text("comments.page.hide"), action_path(area, item.id, said.id, "verbergen")}};
  return row;
}

std::optional<CommentId> after_asked_for(const web::Call& call) {
  const auto typed = call.request.query_value("na");
  if (typed.empty() || typed.size() > 15 || typed.find_first_not_of("0123456789") != std::string_view::npos)
    return std::nullopt;
  return CommentId{std::stoll(std::string(typed))};
}

}  // namespace

http::Response show_queue(const web::Call& call) {
  const auto queue = call.service.database.read(
      [&](db::Transaction& tx) { return read_queue(tx, call.area->key, after_asked_for(call)); });
  QueueView view;
  view.title = call.text("comments.queue.title", {{"area", call.area->name}});
  if (queue.lines.empty())
    view.empty = design::EmptyState{.text = call.text("comments.queue.empty"),
                                    .action = design::Link{call.area->name, call.area->path}};
  for (const auto& line : queue.lines)
    if (const auto area = call.service.find_area(line.one.item.area))
      view.rows.push_back(row_of(call, *area, line));
  if (queue.later)
    view.pages =
        design::Pagination{.older_url = queue_path(*call.area) + "?na=" + std::to_string(raw(*queue.later))};
  return design::page(call, {.title = view.title, .narrow = true, .is_private = true, .query = {"na"}},
                      "comments/queue", view);
}

http::Response show_hide(const web::Call& call) {
  const auto found = comment_asked_for(call);
  return found ? hide_page(call, *found, "") : design::not_found(call);
}

http::Response send_hide(const web::Call& call) {
  const auto found = comment_asked_for(call);
  if (!found) return design::not_found(call);
  web::FormReader reader(call.request.form);
  const auto reason =
      reader.text("reason", {.most = reason_limit, .missing_key = "comments.fault.hide_reason_missing"});
  if (!reader.ok()) return hide_page(call, *found, reason, reader.faults(), 422);
  const auto hidden = call.service.database.write(
      [&](db::Transaction& tx) { return hide_comment(tx, call.now, call.actor, found->comment.id, reason); });
  if (!hidden) return refusal_page(call, hidden.error());
  return http::see_other(comment_path(*call.area, found->item.id, found->comment.id));
}

http::Response send_show(const web::Call& call) {
  const auto found = comment_asked_for(call);
  if (!found) return design::not_found(call);
  const auto shown = call.service.database.write(
      [&](db::Transaction& tx) { return show_comment(tx, call.now, call.actor, found->comment.id); });
  if (!shown) return refusal_page(call, shown.error());
  // Pressed on the list of an area: back to that list.
  if (const auto list = call.service.find_area(call.request.form.get("queue")))
    return http::see_other(queue_path(*list));
  return http::see_other(comment_path(*call.area, found->item.id, found->comment.id));
}

html::SafeHtml show_queue_links(const web::Call& call, std::int64_t /*subject*/) {
  QueueLinksView view;
  std::set<std::string> seen;
  for (const auto& grant : call.actor.grants) {
    if (grant.organisation || !seen.insert(grant.area).second) continue;
    const auto area =
        grant.area.empty() ? call.service.find_area_by_slug("") : call.service.find_area(grant.area);
    if (!area || !call.may("comments.moderate", area->lineage)) continue;
    const auto count =
        call.service.database.read([&](db::Transaction& tx) { return count_queue(tx, area->key); });
    view.areas.push_back(
        {call.text("comments.queue.link", {{"area", area->name}, {"count", count}}), queue_path(*area)});
  }
  if (view.areas.empty()) return {};
  return call.service.templates.render(call.language, "comments/queue_links", view);
}

}  // namespace wijktafel::comments
