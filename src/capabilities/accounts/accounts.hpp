// People who sign in: by mailed link or code, their roles per area and organisation, their sessions.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/db/database.hpp"
#include "platform/identity/actor.hpp"
#include "platform/web/capability.hpp"

namespace wijktafel::accounts {

using identity::OrganisationId;
using identity::PersonId;

// Roles: resident, member (of an organisation), panel_member, coordinator, moderator, council_member,
// administrator. Words: accounts.role.<role>.
struct Person {
  PersonId id{};
  std::string name;
};

web::Capability capability();

std::optional<Person> find_person(db::Transaction& tx, PersonId id);
std::string name_of(db::Transaction& tx, PersonId id);  // "" when erased or unknown
// Names of people with this role for the area or for something above it; shown as contact on pages.
std::vector<Person> people_with_role(db::Transaction& tx, std::string_view role,
                                     const std::vector<std::string>& lineage, Instant now);
std::vector<Person> members_of(db::Transaction& tx, OrganisationId organisation, Instant now);

PersonId create_person(db::Transaction& tx, Instant now, std::string_view name, std::string_view mail_address,
                       std::string_view key = {});
std::optional<PersonId> find_by_key(db::Transaction& tx, std::string_view key);  // key of an import
// Who signs in with this address, as anybody may type it.
std::optional<PersonId> find_by_address(db::Transaction& tx, std::string_view mail_address);
void grant_role(db::Transaction& tx, Instant now, PersonId person, const identity::Grant& grant);
// For notifications only: the one place an address leaves this capability.
struct MailAddress {
  std::string address;
  std::string name;
  i18n::Language language = i18n::Language::nl;
};
std::optional<MailAddress> mail_address_of(db::Transaction& tx, PersonId person);

// Somebody with the roles they hold, for a story that is imported: roles count from whenever they were given.
// Nothing when there is no such person (any more).
std::optional<identity::Actor> actor_of(db::Transaction& tx, Instant now, PersonId person);
// The same, by the key of an import.
std::optional<identity::Actor> actor_by_key(db::Transaction& tx, Instant now, std::string_view key);

// --- away, and who does the work meanwhile ---
struct Absence {
  std::int64_t id = 0;
  PersonId person{};
  std::optional<PersonId> deputy = std::nullopt;
  Date first_day;
  Date last_day;  // the last day away
};
std::optional<Absence> absence_on(db::Transaction& tx, PersonId person, Date date);
std::vector<Absence> absences_between(db::Transaction& tx, Date from, Date until, int most = 100);
// Who gets the warnings and the work of this person on that day: the deputy, or the deputy's deputy when that
// one is away too. Nobody when the person is there, or named nobody who is.
std::vector<Person> deputies_of(db::Transaction& tx, PersonId person, Date date);
// Whose work this person has besides their own on that day.
std::vector<PersonId> stands_in_for(db::Transaction& tx, PersonId person, Date date);

// For web::Service::find_actor.
identity::Actor find_actor(db::Transaction& tx, Instant now, std::string_view session_token);
// The same for a running server: one indexed read, and at most once an hour a note of when the session was
// last seen.
identity::Actor find_actor(db::Database& database, Instant now, std::string_view session_token);

// The first way in, from the command line (`wijktafel user`): an account with the role administrator. An
// address that has an account already gives that account the role; it keeps its name. `mail_address` is a
// valid address.
struct CreatedAdministrator {
  PersonId person{};
  bool account_existed = false;
  bool was_administrator = false;
};
CreatedAdministrator create_administrator(db::Transaction& tx, Instant now, std::string_view name,
                                          std::string_view mail_address);

}  // namespace wijktafel::accounts
