#include "capabilities/goals/web/here.hpp"

#include "design/edge_pages.hpp"

namespace wijktafel::goals {

std::variant<items::Item, http::Response> item_here(const web::Call& call, std::string_view kind) {
  const auto number = call.number();
  if (!number) return design::edge_pages().not_found(call);
  auto item = call.service.database.read(
      [&](db::Transaction& tx) { return items::find_visible(call, tx, ItemId{*number}); });
  if (!item || item->kind != kind) return design::edge_pages().not_found(call);
  // One address per item; and what is permitted is asked for the item's own area.
  const std::string own = items::url_of(call.service, *item);
  const bool is_here = own == call.area->path + "/" + std::string(call.service.segment_of(kind)) + "/" +
                                  std::to_string(*number);
  if (!is_here && call.request.method == http::Method::post) return design::edge_pages().not_found(call);
  if (!is_here) return http::moved(own);
  return std::move(*item);
}

}  // namespace wijktafel::goals
