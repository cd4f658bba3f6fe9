#include "capabilities/accounts/reads/shown_role.hpp"

#include "capabilities/accounts/store.hpp"
#include "capabilities/organisations/organisations.hpp"

namespace wijktafel::accounts {

std::vector<ShownRole> shown_roles(db::Transaction& tx, PersonId person, Instant now) {
  std::vector<ShownRole> shown;
  for (auto& held : store::roles_of(tx, person, now)) {
    ShownRole role{.id = held.id,
                   .grant = std::move(held.grant),
                   .organisation = {},
                   .starts_at = held.starts_at,
                   .ends_at = held.ends_at};
    if (role.grant.organisation) role.organisation = organisations::name_of(tx, *role.grant.organisation);
    shown.push_back(std::move(role));
  }
  return shown;
}

}  // namespace wijktafel::accounts
