#include "capabilities/accounts/store.hpp"

#include <algorithm>

#include "capabilities/accounts/model.hpp"
#include "platform/web/edge.hpp"

namespace wijktafel::accounts::store {

namespace {

i18n::Language language_from(const std::string& code) {
  return code == i18n::code(i18n::Language::en) ? i18n::Language::en : i18n::Language::nl;
}

// Pages that are kept for visitors name people by their role: who coordinates here, who is the contact of a
// promise.
void make_kept_pages_stale(db::Transaction& tx) { tx.touch(web::every_area); }

// The columns of a role, in the order in which role_from reads them.
constexpr const char* role_columns =
    "r.id, r.account, r.role, r.area, r.organisation, r.starts_at, r.ends_at";

HeldRole role_from(const db::Row& row) {
  return {.id = row.get<RoleId>(0),
          .person = row.get<PersonId>(1),
          .grant = {.role = row.get<std::string>(2),
                    .area = row.get<std::string>(3),
                    .organisation = row.get<std::optional<OrganisationId>>(4)},
          .starts_at = row.get<Instant>(5),
          .ends_at = row.get<std::optional<Instant>>(6)};
}

Person person_from(const db::Row& row) {
  return {.id = row.get<PersonId>(0), .name = row.get<std::string>(1)};
}

// '%' and '_' mean something to LIKE; a slug holds neither, a name in another script might.
std::string pattern_holding(std::string_view part) {
  std::string pattern = "%";
  for (const char c : part) {
    if (c == '%' || c == '_' || c == '!') pattern += '!';
    pattern += c;
  }
  return pattern + "%";
}

}  // namespace

std::optional<Account> find_account(db::Transaction& tx, PersonId id) {
  const auto row =
      tx.find("SELECT id, name, mail_address, language FROM account WHERE id = $1 AND erased_at IS NULL", id);
  if (!row) return std::nullopt;
  return Account{.id = row->get<PersonId>(0),
                 .name = row->get<std::string>(1),
                 .mail_address = row->get<std::optional<std::string>>(2).value_or(""),
                 .language = language_from(row->get<std::string>(3))};
}

std::optional<PersonId> find_by_address(db::Transaction& tx, std::string_view mail_address) {
  const auto row = tx.find("SELECT id FROM account WHERE mail_address = $1", mail_address);
  if (!row) return std::nullopt;
  return row->get<PersonId>(0);
}

std::optional<PersonId> find_by_key(db::Transaction& tx, std::string_view key) {
  const auto row = tx.find("SELECT id FROM account WHERE key = $1", key);
  if (!row) return std::nullopt;
  return row->get<PersonId>(0);
}

PersonId insert_account(db::Transaction& tx, Instant now, std::string_view name,
                        std::string_view mail_address, i18n::Language language, std::string_view key) {
  return tx.insert<PersonId>(
      "INSERT INTO account (key, name, search_name, mail_address, language, created_at) "
      "VALUES ($1, $2, $3, $4, $5, $6) RETURNING id",
      key.empty() ? std::nullopt : std::optional(std::string(key)), name, search_name(name),
      mail_address.empty() ? std::nullopt : std::optional(std::string(mail_address)), i18n::code(language),
      now);
}

void update_profile(db::Transaction& tx, PersonId id, std::string_view name, i18n::Language language) {
  tx.execute("UPDATE account SET name = $2, search_name = $3, language = $4 WHERE id = $1", id, name,
             search_name(name), i18n::code(language));
  make_kept_pages_stale(tx);
}

void erase_account(db::Transaction& tx, PersonId id, Instant now) {
  tx.execute(
      "UPDATE account SET name = '', search_name = '', mail_address = NULL, key = NULL, erased_at = $2 WHERE "
      "id = $1",
      id, now);
  make_kept_pages_stale(tx);
}

std::vector<Found> people_by_name(db::Transaction& tx, std::string_view part,
                                  const std::optional<Found>& after, int limit) {
  const auto rows = tx.query(
      "SELECT id, name, search_name FROM account WHERE erased_at IS NULL AND search_name LIKE $1 ESCAPE '!' "
      "AND (search_name > $2 OR (search_name = $2 AND id > $3)) ORDER BY search_name, id LIMIT $4",
      pattern_holding(part), after ? after->search_name : "", after ? raw(after->person.id) : 0, limit);
  std::vector<Found> found;
  for (const auto& row : rows) found.push_back({person_from(row), row.get<std::string>(2)});
  return found;
}

std::vector<HeldRole> roles_of(db::Transaction& tx, PersonId person, Instant now) {
  std::vector<HeldRole> held;
  for (const auto& row :
       tx.query(std::string("SELECT ") + role_columns +
                    " FROM account_role r WHERE r.account = $1 AND (r.ends_at IS NULL OR r.ends_at > $2) "
                    "ORDER BY r.id",
                person, now))
    held.push_back(role_from(row));
  return held;
}

std::optional<HeldRole> find_role(db::Transaction& tx, RoleId id, Instant now) {
  const auto row =
      tx.find(std::string("SELECT ") + role_columns +
                  " FROM account_role r WHERE r.id = $1 AND (r.ends_at IS NULL OR r.ends_at > $2)",
              id, now);
  if (!row) return std::nullopt;
  return role_from(*row);
}

RoleId insert_role(db::Transaction& tx, PersonId person, const identity::Grant& grant, Instant starts_at,
                   std::optional<Instant> ends_at, std::optional<PersonId> granted_by) {
  make_kept_pages_stale(tx);
  return tx.insert<RoleId>(
      "INSERT INTO account_role (account, role, area, organisation, starts_at, ends_at, granted_by) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id",
      person, grant.role, grant.area, grant.organisation, starts_at, ends_at, granted_by);
}

void end_role(db::Transaction& tx, RoleId id, Instant now) {
  tx.execute("UPDATE account_role SET ends_at = $2 WHERE id = $1", id, now);
  make_kept_pages_stale(tx);
}

void end_all_roles(db::Transaction& tx, PersonId person, Instant now) {
  tx.execute("UPDATE account_role SET ends_at = $2 WHERE account = $1 AND (ends_at IS NULL OR ends_at > $2)",
             person, now);
  make_kept_pages_stale(tx);
}

std::int64_t count_lasting_administrators(db::Transaction& tx, Instant now) {
  return tx
      .query(
          "SELECT COUNT(DISTINCT account) FROM account_role "
          "WHERE role = 'administrator' AND starts_at <= $1 AND ends_at IS NULL",
          now)
      .front()
      .get<std::int64_t>(0);
}

std::vector<Person> people_with_role(db::Transaction& tx, std::string_view role,
                                     const std::vector<std::string>& lineage, Instant now) {
  std::string sql =
      "SELECT a.id, a.name, r.area, a.search_name FROM account_role r "
      "JOIN account a ON a.id = r.account AND a.erased_at IS NULL "
      "WHERE r.role = $1 AND r.starts_at <= $2 AND (r.ends_at IS NULL OR r.ends_at > $2) AND r.area IN (''";
  std::vector<db::Value> parameters = {db::to_value(role), db::to_value(now)};
  for (const auto& area : lineage) {
    parameters.push_back(db::to_value(area));
    sql += ", $" + std::to_string(parameters.size());
  }
  auto rows = tx.run(sql + ")", parameters);
  const auto distance = [&](const std::string& area) {
    return std::ranges::find(lineage, area) - lineage.begin();
  };
  std::ranges::sort(rows, {}, [&](const db::Row& row) {
    return std::tuple(distance(row.get<std::string>(2)), row.get<std::string>(3), row.get<std::int64_t>(0));
  });
  std::vector<Person> people;
  for (const auto& row : rows) {
    auto person = person_from(row);
    if (std::ranges::find(people, person.id, &Person::id) == people.end())
      people.push_back(std::move(person));
  }
  return people;
}

std::vector<Person> members_of(db::Transaction& tx, OrganisationId organisation, Instant now) {
  std::vector<Person> people;
  for (const auto& row :
       tx.query("SELECT DISTINCT a.id, a.name, a.search_name FROM account_role r "
                "JOIN account a ON a.id = r.account AND a.erased_at IS NULL "
                "WHERE r.organisation = $1 AND r.starts_at <= $2 AND (r.ends_at IS NULL OR r.ends_at > $2) "
                "ORDER BY a.search_name, a.id",
                organisation, now))
    people.push_back(person_from(row));
  return people;
}

std::vector<Person> people_with_a_role(db::Transaction& tx, Instant now, int limit) {
  std::vector<Person> people;
  for (const auto& row :
       tx.query("SELECT a.id, a.name, MIN(CASE WHEN r.role = 'resident' THEN 1 ELSE 0 END) AS only_resident "
                "FROM account_role r JOIN account a ON a.id = r.account AND a.erased_at IS NULL "
                "WHERE r.starts_at <= $1 AND (r.ends_at IS NULL OR r.ends_at > $1) "
                "GROUP BY a.id, a.name ORDER BY only_resident, a.id LIMIT $2",
                now, limit))
    people.push_back(person_from(row));
  return people;
}

}  // namespace wijktafel::accounts::store
