// What people say about an item: reactions, and replies to them, one level deep. Knows no kind of item:
// whoever offers the slot "item_footer" on a page has reactions there, as long as everyone may see the item.
//
// Hears:   accounts.account_erased {person}, items.text_erased {item}
#pragma once

#include <cstdint>

#include "capabilities/items/items.hpp"

namespace wijktafel::comments {

using identity::Actor;
using identity::OrganisationId;
using identity::PersonId;
using items::ItemId;

enum class CommentId : std::int64_t {};

web::Capability capability();

// Reactions and replies that can be read; hidden ones are not counted.
std::int64_t count_shown(db::Transaction& tx, ItemId item);

}  // namespace wijktafel::comments
