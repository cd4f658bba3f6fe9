#include "capabilities/organisations/store.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "platform/web/edge.hpp"

namespace wijktafel::organisations::store {

namespace {

Organisation organisation_from(const db::Row& row) {
  auto [id, kind, name, key] = row.as<OrganisationId, std::string, std::string, std::string>();
  return {.id = id, .kind = std::move(kind), .name = std::move(name), .key = std::move(key)};
}

}  // namespace

std::optional<Organisation> find(db::Transaction& tx, OrganisationId id) {
  const auto row = tx.find("SELECT id, kind, name, key FROM organisation WHERE id = $1", id);
  if (!row) return std::nullopt;
  return organisation_from(*row);
}

std::optional<Organisation> find_by_key(db::Transaction& tx, std::string_view key) {
  const auto row = tx.find("SELECT id, kind, name, key FROM organisation WHERE key = $1", key);
  if (!row) return std::nullopt;
  return organisation_from(*row);
}

std::vector<Organisation> all_by_name(db::Transaction& tx) {
  std::vector<Organisation> found;
  for (const auto& row : tx.query("SELECT id, kind, name, key FROM organisation"))
    found.push_back(organisation_from(row));
  // Sorted here, so that both databases give the same order whatever their collation.
  std::ranges::sort(found, {},
                    [](const Organisation& one) { return std::pair(slug(one.name), raw(one.id)); });
  return found;
}

OrganisationId insert(db::Transaction& tx, std::string_view kind, std::string_view name,
                      std::string_view key) {
  return tx.insert<OrganisationId>(
      "INSERT INTO organisation (kind, name, key) VALUES ($1, $2, $3) RETURNING id", kind, name, key);
}

void update(db::Transaction& tx, OrganisationId id, std::string_view kind, std::string_view name) {
  tx.execute("UPDATE organisation SET kind = $2, name = $3 WHERE id = $1", id, kind, name);
  tx.touch(web::every_area);  // its name stands on the pages of every area
}

namespace {

constexpr std::string_view team_columns =
    "SELECT id, organisation, key, name, manager FROM organisation_team ";

Team team_from(const db::Row& row) {
  return {.id = row.get<TeamId>(0),
          .organisation = row.get<OrganisationId>(1),
          .key = row.get<std::string>(2),
          .name = row.get<std::string>(3),
          .manager = row.get<std::optional<identity::PersonId>>(4)};
}

}  // namespace

std::optional<Team> find_team(db::Transaction& tx, TeamId id) {
  const auto row = tx.find(std::string(team_columns) + "WHERE id = $1", id);
  if (!row) return std::nullopt;
  return team_from(*row);
}

std::optional<Team> find_team_by_key(db::Transaction& tx, std::string_view key) {
  const auto row = tx.find(std::string(team_columns) + "WHERE key = $1", key);
  if (!row) return std::nullopt;
  return team_from(*row);
}

std::vector<Team> teams_of(db::Transaction& tx, OrganisationId organisation) {
  std::vector<Team> found;
  for (const auto& row : tx.query(std::string(team_columns) + "WHERE organisation = $1", organisation))
    found.push_back(team_from(row));
  std::ranges::sort(found, {}, [](const Team& one) { return std::pair(slug(one.name), raw(one.id)); });
  return found;
}

std::vector<TeamId> teams_of_person(db::Transaction& tx, identity::PersonId person) {
  std::vector<TeamId> found;
  for (const auto& row :
       tx.query("SELECT team FROM organisation_team_member WHERE person = $1 ORDER BY team", person))
    found.push_back(row.get<TeamId>(0));
  return found;
}

std::vector<identity::PersonId> members_of_team(db::Transaction& tx, TeamId team) {
  std::vector<identity::PersonId> found;
  for (const auto& row :
       tx.query("SELECT person FROM organisation_team_member WHERE team = $1 ORDER BY person", team))
    found.push_back(row.get<identity::PersonId>(0));
  return found;
}

TeamId insert_team(db::Transaction& tx, const Team& team) {
  return tx.insert<TeamId>(
      "INSERT INTO organisation_team (organisation, key, name, manager) VALUES ($1, $2, $3, $4) RETURNING id",
      team.organisation, team.key, team.name, team.manager);
}

void update_team(db::Transaction& tx, const Team& team) {
  tx.execute("UPDATE organisation_team SET name = $2, manager = $3 WHERE id = $1", team.id, team.name,
             team.manager);
  tx.touch(web::every_area);
}

void set_members(db::Transaction& tx, TeamId team, const std::vector<identity::PersonId>& people) {
  tx.execute("DELETE FROM organisation_team_member WHERE team = $1", team);
  for (const auto person : people)
    tx.execute("INSERT INTO organisation_team_member (team, person) VALUES ($1, $2)", team, person);
}

}  // namespace wijktafel::organisations::store
