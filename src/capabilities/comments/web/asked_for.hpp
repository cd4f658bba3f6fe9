// What the address of a page names: an item of this area, and one reaction on it. Permissions are asked for
// the area in the address, so an item of another area is not found here.
#pragma once

#include <optional>

#include "capabilities/comments/reads/conversation.hpp"
#include "platform/web/call.hpp"

namespace wijktafel::comments {

std::optional<items::Item> item_asked_for(const web::Call& call);
std::optional<OneComment> comment_asked_for(const web::Call& call);

}  // namespace wijktafel::comments
