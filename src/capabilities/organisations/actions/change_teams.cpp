#include "capabilities/organisations/actions/change_teams.hpp"

#include "base/text.hpp"
#include "capabilities/organisations/model.hpp"
#include "capabilities/organisations/store.hpp"

namespace wijktafel::organisations {
namespace {

bool is_taken(db::Transaction& tx, OrganisationId organisation, std::string_view name,
              std::optional<TeamId> but) {
  for (const auto& other : store::teams_of(tx, organisation))
    if (other.id != but && is_same_name(other.name, name)) return true;
  return false;
}

// The slug of the name, or the first of name-2, name-3 ... that no team has.
std::string free_team_key(db::Transaction& tx, std::string_view name) {
  const auto stem = slug(name);
  auto key = stem;
  for (int i = 2; store::find_team_by_key(tx, key); ++i) key = stem + "-" + std::to_string(i);
  return key;
}

}  // namespace

Result<TeamId, TeamNameTaken> add_team(db::Transaction& tx, OrganisationId organisation,
                                       std::string_view name) {
  if (is_taken(tx, organisation, name, std::nullopt))
    return std::unexpected(TeamNameTaken{std::string(name)});
  return store::insert_team(
      tx, {.organisation = organisation, .key = free_team_key(tx, name), .name = std::string(name)});
}

Result<void, ChangeTeamRefusal> change_team(db::Transaction& tx, const ChangeTeam& form) {
  auto team = store::find_team(tx, form.team);
  if (!team) return std::unexpected(NoSuchTeam{});
  if (is_taken(tx, team->organisation, form.name, team->id)) return std::unexpected(TeamNameTaken{form.name});
  team->name = form.name;
  team->manager = form.manager;
  store::update_team(tx, *team);
  store::set_members(tx, team->id, form.members);
  return {};
}

}  // namespace wijktafel::organisations
