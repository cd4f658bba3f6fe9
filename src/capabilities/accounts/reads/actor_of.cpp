#include "capabilities/accounts/accounts.hpp"
#include "capabilities/accounts/store.hpp"

namespace wijktafel::accounts {

std::optional<identity::Actor> actor_of(db::Transaction& tx, Instant now, PersonId person) {
  const auto account = store::find_account(tx, person);
  if (!account) return std::nullopt;
  identity::Actor actor;
  actor.person = person;
  actor.name = account->name;
  for (const auto& held : store::roles_of(tx, person, now))
    if (held.starts_at <= now) actor.grants.push_back(held.grant);
  return actor;
}

}  // namespace wijktafel::accounts
