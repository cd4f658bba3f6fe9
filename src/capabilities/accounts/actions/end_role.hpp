// An administrator ends a role now. What was done under it stays.
#pragma once

#include <variant>

#include "base/result.hpp"
#include "capabilities/accounts/accounts.hpp"
#include "capabilities/accounts/model.hpp"

namespace wijktafel::accounts {

struct NoSuchRole {};         // ended already, or not this person's
struct LastAdministrator {};  // nobody would be left to let anybody in
using EndRoleRefusal = std::variant<NoSuchRole, LastAdministrator>;

Result<void, EndRoleRefusal> end_role(db::Transaction& tx, Instant now, PersonId person, RoleId role);

}  // namespace wijktafel::accounts
