// The walks of an area, and the way to them from the page of the area.
#include <charconv>

#include "capabilities/walks/reads/walk_list.hpp"
#include "capabilities/walks/web/pages.hpp"
#include "capabilities/walks/web/paths.hpp"
#include "capabilities/walks/web/views.hpp"
#include "design/page.hpp"

namespace wijktafel::walks {
namespace {

design::ItemRow row_of(const web::Call& call, const ListedWalk& listed) {
  std::string about = i18n::date_and_time(call.language, listed.walk.begins_at, call.today) + " · " +
                      listed.walk.meeting_place;
  if (listed.item.status == "done")
    about += " · " + call.text("walks.list.points", {{"count", std::int64_t{listed.points}}});
  return {.title = listed.item.title,
          .url = items::url_of(call.service, listed.item),
          .about = about,
          .badge = design::StatusBadge{items::status_word(call, listed.item),
                                       items::tone_of(call.service, listed.item)}};
}

std::optional<design::ItemList> rows_of(const web::Call& call, const std::vector<ListedWalk>& walks) {
  if (walks.empty()) return std::nullopt;
  design::ItemList list;
  for (const auto& walk : walks) list.rows.push_back(row_of(call, walk));
  return list;
}

std::optional<ItemId> asked_before(const web::Call& call) {
  const auto typed = call.request.query_value("voor");
  std::int64_t number = 0;
  const auto read = std::from_chars(typed.data(), typed.data() + typed.size(), number);
  if (read.ec != std::errc{} || read.ptr != typed.data() + typed.size() || number <= 0) return std::nullopt;
  return ItemId{number};
}

}  // namespace

http::Response show_list(const web::Call& call) {
  const auto before = asked_before(call);
  const auto list =
      call.service.database.read([&](db::Transaction& tx) { return list_walks(tx, call.area->key, before); });
  WalkListView view;
  view.coming = rows_of(call, list.coming);
  view.past = rows_of(call, list.past);
  if (call.may("walks.plan")) view.plan_url = plan_path(*call.area);
  if (!view.coming && !view.past)
    view.empty = design::EmptyState{.text = call.text("walks.list.empty"),
                                    .action = design::Link{call.text("walks.list.back"), call.area->path}};
  if (before) view.pages.newer_url = list_path(*call.area);
  if (list.older_than)
    view.pages.older_url = list_path(*call.area) + "?voor=" + std::to_string(raw(*list.older_than));
  return design::page(
      call, {.title = call.text("walks.list.title"), .back_url = call.area->path, .query = {"voor"}},
      "walks/walk_list", view);
}

html::SafeHtml link_to_walks(const web::Call& call, std::int64_t) {
  if (call.area->is_municipality) return {};
  return call.service.templates.render(
      call.language, "walks/walks_link",
      WalksLinkView{.url = list_path(*call.area), .text = call.text("walks.list.link")});
}

}  // namespace wijktafel::walks
