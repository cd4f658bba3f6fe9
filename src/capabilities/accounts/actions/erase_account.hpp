// Somebody leaves. Name, address, sessions and roles go at once; what was public stays, without a name.
#pragma once

#include <variant>

#include "base/result.hpp"
#include "capabilities/accounts/accounts.hpp"
#include "capabilities/accounts/actions/end_role.hpp"

namespace wijktafel::accounts {

using EraseAccountRefusal = std::variant<LastAdministrator>;

// Tells "accounts.account_erased" with the number of the person, so that others erase what they keep.
Result<void, EraseAccountRefusal> erase_account(db::Transaction& tx, Instant now, PersonId person);

// After a restore, from the list of erasures. Also the last administrator: whoever left has left, and
// `wijktafel user` makes another.
void erase_again(db::Transaction& tx, Instant now, PersonId person);

}  // namespace wijktafel::accounts
