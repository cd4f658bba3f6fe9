// An administrator gives somebody a role. Who gets a desk signs in again within one working day: sessions of
// staff are short.
#pragma once

#include <optional>
#include <variant>

#include "base/result.hpp"
#include "capabilities/accounts/accounts.hpp"

namespace wijktafel::accounts {

struct GiveRole {
  PersonId person{};
  identity::Grant grant;                            // a role that exists, with what its scope asks for
  std::optional<Instant> starts_at = std::nullopt;  // none: now
  std::optional<Instant> ends_at;                   // none: until somebody ends it
  std::optional<PersonId> granted_by;
};

struct PersonGone {};
struct RoleHeldAlready {};
using GiveRoleRefusal = std::variant<PersonGone, RoleHeldAlready>;

Result<void, GiveRoleRefusal> give_role(db::Transaction& tx, Instant now, const GiveRole& form);

}  // namespace wijktafel::accounts
