#include "capabilities/organisations/organisations.hpp"

#include <algorithm>

#include "capabilities/organisations/actions/import_organisations.hpp"
#include "capabilities/organisations/model.hpp"
#include "capabilities/organisations/store.hpp"
#include "capabilities/organisations/web/pages.hpp"
#include "capabilities/organisations/web/team_pages.hpp"

namespace wijktafel::organisations {

web::Capability capability() {
  // Level 0, beside places: people (level 1) hold roles for organisations, organisations know no people.
  web::Capability organisations{.name = "organisations", .level = 0};
  organisations.routes = routes();
  organisations.permissions = {{"organisations.manage", {"administrator"}}};
  organisations.slots = {{"municipality_home", 90, link_to_who_is_who},
                         {"area_overview", 90, link_to_who_is_who},
                         {"my_administration", 10, link_to_manage},
                         {"organisation_page", 5, show_teams_of_organisation}};
  organisations.exchanges = {exchange()};
  return organisations;
}

std::optional<Organisation> find_organisation(db::Transaction& tx, OrganisationId id) {
  return store::find(tx, id);
}

std::optional<Organisation> find_by_key(db::Transaction& tx, std::string_view key) {
  return store::find_by_key(tx, key);
}

std::vector<Organisation> list_organisations(db::Transaction& tx) { return store::all_by_name(tx); }

std::string name_of(db::Transaction& tx, OrganisationId id) {
  const auto found = store::find(tx, id);
  return found ? found->name : std::string();
}

std::optional<Team> find_team(db::Transaction& tx, TeamId id) { return store::find_team(tx, id); }
std::optional<Team> find_team_by_key(db::Transaction& tx, std::string_view key) {
  return store::find_team_by_key(tx, key);
}
std::vector<Team> teams_of(db::Transaction& tx, OrganisationId organisation) {
  return store::teams_of(tx, organisation);
}
std::vector<TeamId> teams_of_person(db::Transaction& tx, identity::PersonId person) {
  return store::teams_of_person(tx, person);
}
std::vector<identity::PersonId> members_of_team(db::Transaction& tx, TeamId team) {
  return store::members_of_team(tx, team);
}

void add_to_team(db::Transaction& tx, TeamId team, identity::PersonId person) {
  auto people = store::members_of_team(tx, team);
  if (std::ranges::find(people, person) != people.end()) return;
  people.push_back(person);
  store::set_members(tx, team, people);
}
void set_manager(db::Transaction& tx, TeamId id, identity::PersonId person) {
  auto team = store::find_team(tx, id);
  if (!team) return;
  team->manager = person;
  store::update_team(tx, *team);
}

OrganisationId create_organisation(db::Transaction& tx, std::string_view kind, std::string_view name,
                                   std::string_view key) {
  if (!key.empty()) return store::insert(tx, kind, name, key);
  std::vector<std::string> taken;
  for (auto& other : store::all_by_name(tx)) taken.push_back(std::move(other.key));
  return store::insert(tx, kind, name, free_key(name, taken));
}

}  // namespace wijktafel::organisations
