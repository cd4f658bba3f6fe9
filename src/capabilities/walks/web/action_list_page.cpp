// What was agreed, on paper: number, what, who, when, with the photos.
#include "capabilities/walks/web/asked_for.hpp"
#include "capabilities/walks/web/pages.hpp"
#include "capabilities/walks/web/paths.hpp"
#include "capabilities/walks/web/point_view.hpp"
#include "design/edge_pages.hpp"
#include "design/page.hpp"

namespace wijktafel::walks {

http::Response show_action_list(const web::Call& call) {
  const auto page = walk_asked_for(call);
  if (!page || !page->shows_points) return design::not_found(call);
  ActionListView view{.title = page->item.title,
                      .when = i18n::date_and_time(call.language, page->walk.begins_at, call.today),
                      .participants = std::nullopt,
                      .url = call.service.base_url + walk_path(*call.area, page->item.id),
                      .rows = {}};
  if (auto who = participants_sentence(call, *page); !who.empty()) view.participants = std::move(who);
  for (const auto& shown : page->points) view.rows.push_back(action_row(call, *page, shown));
  return design::page(call,
                      {.title = call.text("walks.list_of_actions.title", {{"title", page->item.title}}),
                       .back_url = walk_path(*call.area, page->item.id)},
                      "walks/action_list", view);
}

}  // namespace wijktafel::walks
