#include "capabilities/accounts/actions/end_role.hpp"

#include "capabilities/accounts/store.hpp"

namespace wijktafel::accounts {

Result<void, EndRoleRefusal> end_role(db::Transaction& tx, Instant now, PersonId person, RoleId role) {
  const auto held = store::find_role(tx, role, now);
  if (!held || held->person != person) return std::unexpected(NoSuchRole{});
  const bool is_lasting_administrator = held->grant.role == "administrator" && !held->ends_at;
  if (is_lasting_administrator && store::count_lasting_administrators(tx, now) == 1)
    return std::unexpected(LastAdministrator{});
  store::end_role(tx, role, now);
  return {};
}

}  // namespace wijktafel::accounts
