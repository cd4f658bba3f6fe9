// All SQL about people and the roles they hold; what lets them in is in sign_in_store.hpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "capabilities/accounts/accounts.hpp"
#include "capabilities/accounts/model.hpp"

namespace wijktafel::accounts::store {

struct Account {
  PersonId id{};
  std::string name;
  std::string mail_address;  // "" when erased
  i18n::Language language{};
};

struct HeldRole {
  RoleId id{};
  PersonId person{};
  identity::Grant grant;
  Instant starts_at{};
  std::optional<Instant> ends_at;
};

// --- people ---
std::optional<Account> find_account(db::Transaction& tx, PersonId id);  // not the erased
std::optional<PersonId> find_by_address(db::Transaction& tx, std::string_view mail_address);
std::optional<PersonId> find_by_key(db::Transaction& tx, std::string_view key);
PersonId insert_account(db::Transaction& tx, Instant now, std::string_view name,
                        std::string_view mail_address, i18n::Language language, std::string_view key);
void update_profile(db::Transaction& tx, PersonId id, std::string_view name, i18n::Language language);
// Name, address and key go; the number stays for what was public.
void erase_account(db::Transaction& tx, PersonId id, Instant now);

struct Found {
  Person person;
  std::string search_name;  // where the next page begins, with the id
};
// By name, at most `limit`, of those whose name holds `part` (any name when empty), after this one.
std::vector<Found> people_by_name(db::Transaction& tx, std::string_view part,
                                  const std::optional<Found>& after, int limit);

// --- roles ---
std::vector<HeldRole> roles_of(db::Transaction& tx, PersonId person, Instant now);  // not those that ended
std::optional<HeldRole> find_role(db::Transaction& tx, RoleId id, Instant now);
RoleId insert_role(db::Transaction& tx, PersonId person, const identity::Grant& grant, Instant starts_at,
                   std::optional<Instant> ends_at, std::optional<PersonId> granted_by);
void end_role(db::Transaction& tx, RoleId id, Instant now);
void end_all_roles(db::Transaction& tx, PersonId person, Instant now);
std::int64_t count_lasting_administrators(db::Transaction& tx, Instant now);  // those whose role has no end
// Nearest area first, then by name; each person once.
std::vector<Person> people_with_role(db::Transaction& tx, std::string_view role,
                                     const std::vector<std::string>& lineage, Instant now);
std::vector<Person> members_of(db::Transaction& tx, OrganisationId organisation, Instant now);

// For the demo: everyone who holds a role, those with a desk before residents.
std::vector<Person> people_with_a_role(db::Transaction& tx, Instant now, int limit);

}  // namespace wijktafel::accounts::store
