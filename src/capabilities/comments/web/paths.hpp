// Addresses of the pages of reactions. The item's number is in them, so that one address says what it is
// about.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "capabilities/comments/comments.hpp"
#include "platform/web/service.hpp"

namespace wijktafel::comments {

inline constexpr std::string_view segment = "reacties";

inline std::string anchor_of(CommentId id) { return "reactie-" + std::to_string(raw(id)); }

// Everything said about one item; older than `before`.
inline std::string all_path(const web::AreaRef& area, ItemId item,
                            std::optional<CommentId> before = std::nullopt) {
  return area.path + "/" + std::string(segment) + "/" + std::to_string(raw(item)) +
         (before ? "?voor=" + std::to_string(raw(*before)) : std::string());
}
// What a writer reads next: "bijna-klaar" (look in your mail), "ontvangen" (a moderator looks first).
inline std::string received_path(const web::AreaRef& area, ItemId item, std::string_view page) {
  return all_path(area, item) + "/" + std::string(page);
}
// Leads to the page on which this reaction stands.
inline std::string comment_path(const web::AreaRef& area, ItemId item, CommentId comment) {
  return all_path(area, item) + "/" + std::to_string(raw(comment));
}
// "antwoord", "melden", "verbergen", "tonen", "verwijderen".
inline std::string action_path(const web::AreaRef& area, ItemId item, CommentId comment,
                               std::string_view action) {
  return comment_path(area, item, comment) + "/" + std::string(action);
}
inline std::string queue_path(const web::AreaRef& area) {
  return area.path + "/" + std::string(segment) + "/nakijken";
}
inline std::string own_path(const web::Service& service, std::string_view link_token) {
  return service.municipality_path + "/reactie/" + std::string(link_token);
}

}  // namespace wijktafel::comments
