#include "capabilities/comments/web/asked_for.hpp"

namespace wijktafel::comments {

std::optional<items::Item> item_asked_for(const web::Call& call) {
  const auto number = call.number();
  if (!number) return std::nullopt;
  auto item =
      call.service.database.read([&](db::Transaction& tx) { return find_discussed(tx, ItemId{*number}); });
  if (!item || item->area != call.area->key) return std::nullopt;
  return item;
}

std::optional<OneComment> comment_asked_for(const web::Call& call) {
  const auto number = call.number();
  const auto comment = call.number("comment");
  if (!number || !comment) return std::nullopt;
  auto found =
      call.service.database.read([&](db::Transaction& tx) { return find_comment(tx, CommentId{*comment}); });
  if (!found || raw(found->item.id) != *number || found->item.area != call.area->key) return std::nullopt;
  return found;
}

}  // namespace wijktafel::comments
