// What happens to a reaction that changes state, wherever that comes from: history, followers, the
// moderators' list and the pages that show it.
#pragma once

#include <optional>
#include <string_view>

#include "capabilities/comments/store.hpp"

namespace wijktafel::comments {

// The item, when everyone may see it: only there people talk.
std::optional<items::Item> find_public_item(db::Transaction& tx, ItemId id);
bool is_moderated_first(db::Transaction& tx, const items::Item& item, Date on);

// It is known who wrote it: shown to everybody, or put before a moderator. The row gets its state.
void publish(db::Transaction& tx, Instant now, const items::Item& item, store::CommentRow& row);
// Into a state that shows less or more than before; `what` is the entry of the history, `reason` its text.
void change_state(db::Transaction& tx, Instant now, const Actor& actor, store::CommentRow& row, State state,
                  std::string_view what, std::string_view reason = {});
// Text and name go, and the secret link with them; replies stay readable. A restore of an older backup does
// it again.
void remove(db::Transaction& tx, Instant now, const Actor& actor, store::CommentRow& row);
void remove_again(db::Transaction& tx, CommentId id);

}  // namespace wijktafel::comments
