#include "capabilities/accounts/accounts.hpp"

#include "capabilities/accounts/absence_store.hpp"
#include "capabilities/accounts/actions/give_role.hpp"
#include "capabilities/accounts/actions/import_people.hpp"
#include "capabilities/accounts/jobs.hpp"
#include "capabilities/accounts/model.hpp"
#include "capabilities/accounts/sign_in_store.hpp"
#include "capabilities/accounts/store.hpp"
#include "capabilities/accounts/tokens.hpp"
#include "capabilities/accounts/web/pages.hpp"
#include "capabilities/accounts/web/people_of_team.hpp"

namespace wijktafel::accounts {

namespace {

std::vector<web::PersonalColumn> personal_data() {
  return {
      {"account", "name", "accounts.purpose.name", 0},
      {"account", "search_name", "accounts.purpose.name", 0},
      {"account", "mail_address", "accounts.purpose.mail_address", 0},
      {"account", "language", "accounts.purpose.language", 0},
      {"account_role", "role", "accounts.purpose.role", 0},
      {"account_absence", "first_day", "accounts.purpose.absence", absence_kept_days},
      {"account_absence", "last_day", "accounts.purpose.absence", absence_kept_days},
      {"account_sign_in", "mail_address", "accounts.purpose.sign_in", 1},
      {"account_sign_in", "network", "accounts.purpose.limits", 1},
      {"account_session", "token_hash", "accounts.purpose.session", 1},
      {"account_session", "device", "accounts.purpose.session", 1},
  };
}

Person person_of(const store::Account& account) { return {.id = account.id, .name = account.name}; }

}  // namespace

web::Capability capability() {
  web::Capability accounts{.name = "accounts", .level = 1};
  accounts.routes = routes();
  accounts.permissions = {{"accounts.manage", {"administrator"}}};
  accounts.slots = {{"organisation_people", 0, show_people_of_organisation},
                    {"my_page", 5, link_to_absence},
                    {"team_people", 0, show_people_of_team}};
  accounts.jobs = account_jobs();
  accounts.events = {"accounts.account_erased"};
  accounts.personal_data = personal_data();
  accounts.exchanges = {exchange()};
  return accounts;
}

std::optional<Person> find_person(db::Transaction& tx, PersonId id) {
  const auto account = store::find_account(tx, id);
  if (!account) return std::nullopt;
  return person_of(*account);
}

std::string name_of(db::Transaction& tx, PersonId id) {
  const auto account = store::find_account(tx, id);
  return account ? account->name : std::string();
}

std::vector<Person> people_with_role(db::Transaction& tx, std::string_view role,
                                     const std::vector<std::string>& lineage, Instant now) {
  return store::people_with_role(tx, role, lineage, now);
}

std::vector<Person> members_of(db::Transaction& tx, OrganisationId organisation, Instant now) {
  return store::members_of(tx, organisation, now);
}

PersonId create_person(db::Transaction& tx, Instant now, std::string_view name, std::string_view mail_address,
                       std::string_view key) {
  return store::insert_account(tx, now, name, normal_address(mail_address), i18n::Language::nl, key);
}

std::optional<PersonId> find_by_key(db::Transaction& tx, std::string_view key) {
  return store::find_by_key(tx, key);
}

std::optional<identity::Actor> actor_by_key(db::Transaction& tx, Instant now, std::string_view key) {
  const auto person = store::find_by_key(tx, key);
  return person ? actor_of(tx, now, *person) : std::nullopt;
}

std::optional<PersonId> find_by_address(db::Transaction& tx, std::string_view mail_address) {
  return store::find_by_address(tx, normal_address(mail_address));
}

void grant_role(db::Transaction& tx, Instant now, PersonId person, const identity::Grant& grant) {
  // Held already is as good as granted.
  (void)give_role(tx, now,
                  {.person = person, .grant = grant, .ends_at = std::nullopt, .granted_by = std::nullopt});
}

std::optional<MailAddress> mail_address_of(db::Transaction& tx, PersonId person) {
  auto account = store::find_account(tx, person);
  if (!account || account->mail_address.empty()) return std::nullopt;
  return MailAddress{.address = std::move(account->mail_address),
                     .name = std::move(account->name),
                     .language = account->language};
}

identity::Actor find_actor(db::Transaction& tx, Instant now, std::string_view session_token) {
  if (session_token.empty()) return identity::visitor();
  auto found = store::find_actor(tx, token_hash(session_token), now);
  return found ? std::move(found->actor) : identity::visitor();
}

identity::Actor find_actor(db::Database& database, Instant now, std::string_view session_token) {
  if (session_token.empty()) return identity::visitor();
  auto found = database.read(
      [&](db::Transaction& tx) { return store::find_actor(tx, token_hash(session_token), now); });
  if (!found) return identity::visitor();
  if (found->last_seen_at + seen_interval <= now)
    database.write([&](db::Transaction& tx) { store::see_session(tx, found->session, now); });
  return std::move(found->actor);
}

}  // namespace wijktafel::accounts
