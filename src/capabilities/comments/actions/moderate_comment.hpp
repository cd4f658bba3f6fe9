// What a moderator or coordinator of the area decides about a reaction. Who may is asked by the route.
#pragma once

#include <string_view>
#include <variant>

#include "base/result.hpp"
#include "capabilities/comments/comments.hpp"
#include "capabilities/comments/refusals.hpp"

namespace wijktafel::comments {

using ModerateRefusal = std::variant<NoSuchComment, AlreadyDone>;
// Everybody reads the reason instead of the text; the text is kept, so that it can be taken back.
Result<void, ModerateRefusal> hide_comment(db::Transaction& tx, Instant now, const Actor& moderator,
                                           CommentId id, std::string_view reason);
// What waited is shown; what was hidden is shown again; what was reported stays as it is.
Result<void, ModerateRefusal> show_comment(db::Transaction& tx, Instant now, const Actor& moderator,
                                           CommentId id);

}  // namespace wijktafel::comments
