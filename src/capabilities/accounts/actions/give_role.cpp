#include "capabilities/accounts/actions/give_role.hpp"

#include <algorithm>

#include "capabilities/accounts/model.hpp"
#include "capabilities/accounts/sign_in_store.hpp"
#include "capabilities/accounts/store.hpp"

namespace wijktafel::accounts {

Result<void, GiveRoleRefusal> give_role(db::Transaction& tx, Instant now, const GiveRole& form) {
  if (!store::find_account(tx, form.person)) return std::unexpected(PersonGone{});
  const auto held = store::roles_of(tx, form.person, now);
  const bool holds_it = std::ranges::any_of(held, [&](const store::HeldRole& role) {
    return role.grant.role == form.grant.role && role.grant.area == form.grant.area &&
           role.grant.organisation == form.grant.organisation;
  });
  if (holds_it) return std::unexpected(RoleHeldAlready{});
  store::insert_role(tx, form.person, form.grant, form.starts_at.value_or(now), form.ends_at,
                     form.granted_by);
  if (is_staff({form.grant})) store::shorten_sessions_of(tx, form.person, now + staff_session_life);
  return {};
}

}  // namespace wijktafel::accounts
