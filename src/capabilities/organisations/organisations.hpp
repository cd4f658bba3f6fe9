// Organisations at the table: municipality (with teams), housing corporation, tenants, welfare, police,
// schools ...
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/db/database.hpp"
#include "platform/identity/actor.hpp"
#include "platform/web/capability.hpp"

namespace wijktafel::organisations {

using identity::OrganisationId;

// municipality, housing_corporation, tenants_association, welfare, police, school, entrepreneurs_association,
// residents_group, other. Words: organisations.kind.<kind>.
struct Organisation {
  OrganisationId id{};
  std::string kind;
  std::string name;
  std::string key;  // short and stable, for import and links: "woonstichting-drie-dorpen"
};

web::Capability capability();

std::optional<Organisation> find_organisation(db::Transaction& tx, OrganisationId id);
std::optional<Organisation> find_by_key(db::Transaction& tx, std::string_view key);
std::vector<Organisation> list_organisations(
    db::Transaction& tx);  // by name; a municipality has tens, not thousands
// "" for an organisation that does not exist.
std::string name_of(db::Transaction& tx, OrganisationId id);
OrganisationId create_organisation(db::Transaction& tx, std::string_view kind, std::string_view name,
                                   std::string_view key = {});

// A part of an organisation that has work of its own, with somebody who leads it.
enum class TeamId : std::int64_t {};
struct Team {
  TeamId id{};
  OrganisationId organisation{};
  std::string key;  // short and stable, for import and links
  std::string name;
  std::optional<identity::PersonId> manager = std::nullopt;
};
std::optional<Team> find_team(db::Transaction& tx, TeamId id);
std::optional<Team> find_team_by_key(db::Transaction& tx, std::string_view key);
std::vector<Team> teams_of(db::Transaction& tx, OrganisationId organisation);  // by name
std::vector<TeamId> teams_of_person(db::Transaction& tx, identity::PersonId person);
std::vector<identity::PersonId> members_of_team(db::Transaction& tx, TeamId team);
// For an import of people, who are not known here: somebody who is in it already stays.
void add_to_team(db::Transaction& tx, TeamId team, identity::PersonId person);
void set_manager(db::Transaction& tx, TeamId team, identity::PersonId person);

}  // namespace wijktafel::organisations
