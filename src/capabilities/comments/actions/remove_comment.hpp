// The writer takes back what they wrote: signed in, or by the link of the mail. The text is gone for good.
#pragma once

#include <string_view>
#include <variant>

#include "base/result.hpp"
#include "capabilities/comments/comments.hpp"
#include "capabilities/comments/refusals.hpp"

namespace wijktafel::comments {

using RemoveRefusal = std::variant<NoSuchComment, NotYours, AlreadyDone>;
// Gives the item it belonged to.
Result<ItemId, RemoveRefusal> remove_comment(db::Transaction& tx, Instant now, const Actor& actor,
                                             CommentId id);
Result<ItemId, RemoveRefusal> remove_comment_by_link(db::Transaction& tx, Instant now,
                                                     std::string_view link_token);

}  // namespace wijktafel::comments
