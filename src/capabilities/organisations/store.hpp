// All SQL of organisations, one function per question asked of the data.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "capabilities/organisations/organisations.hpp"

namespace wijktafel::organisations::store {

std::optional<Organisation> find(db::Transaction& tx, OrganisationId id);
std::optional<Organisation> find_by_key(db::Transaction& tx, std::string_view key);
std::vector<Organisation> all_by_name(db::Transaction& tx);

OrganisationId insert(db::Transaction& tx, std::string_view kind, std::string_view name,
                      std::string_view key);
void update(db::Transaction& tx, OrganisationId id, std::string_view kind, std::string_view name);

std::optional<Team> find_team(db::Transaction& tx, TeamId id);
std::optional<Team> find_team_by_key(db::Transaction& tx, std::string_view key);
std::vector<Team> teams_of(db::Transaction& tx, OrganisationId organisation);
std::vector<TeamId> teams_of_person(db::Transaction& tx, identity::PersonId person);
std::vector<identity::PersonId> members_of_team(db::Transaction& tx, TeamId team);
TeamId insert_team(db::Transaction& tx, const Team& team);
void update_team(db::Transaction& tx, const Team& team);
void set_members(db::Transaction& tx, TeamId team, const std::vector<identity::PersonId>& people);

}  // namespace wijktafel::organisations::store
