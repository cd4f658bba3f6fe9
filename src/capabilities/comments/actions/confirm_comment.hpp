// The button behind the mailed link: whoever can open that mail wrote the reaction. Works once, for 30
// minutes.
#pragma once

#include <string_view>
#include <variant>

#include "base/result.hpp"
#include "capabilities/comments/comments.hpp"
#include "capabilities/comments/model.hpp"
#include "capabilities/comments/refusals.hpp"

namespace wijktafel::comments {

struct Confirmed {
  CommentId id{};
  State state{};
};
using ConfirmRefusal = std::variant<LinkUnknown, LinkExpired, LinkUsed, NoSuchItem>;
Result<Confirmed, ConfirmRefusal> confirm_comment(db::Transaction& tx, Instant now,
                                                  std::string_view link_token);

}  // namespace wijktafel::comments
