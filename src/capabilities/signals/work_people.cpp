#include "capabilities/signals/work_people.hpp"

#include <algorithm>

#include "capabilities/accounts/accounts.hpp"

namespace wijktafel::signals {
namespace {

bool has_team(db::Transaction& tx, std::optional<OrganisationId> holder, organisations::TeamId team) {
  const auto found = organisations::find_team(tx, team);
  return found && holder == found->organisation;
}

bool has_member(db::Transaction& tx, Instant now, std::optional<OrganisationId> holder, PersonId person) {
  if (!holder) return false;
  return std::ranges::any_of(accounts::members_of(tx, *holder, now),
                             [&](const accounts::Person& member) { return member.id == person; });
}

}  // namespace

Result<WorkPeople, NotOfThisOrganisation> people_for(db::Transaction& tx, Instant now,
                                                     std::optional<OrganisationId> holder,
                                                     const WorkPeople& current, const WantedPeople& wanted) {
  WorkPeople people{wanted.team.value_or(current.team), wanted.contact.value_or(current.contact)};
  if (people.team && !has_team(tx, holder, *people.team)) {
    if (wanted.team) return std::unexpected(NotOfThisOrganisation{"team"});
    people.team.reset();
  }
  if (people.contact && !has_member(tx, now, holder, *people.contact)) {
    if (wanted.contact) return std::unexpected(NotOfThisOrganisation{"contact"});
    people.contact.reset();
  }
  return people;
}

std::vector<std::string> themes_with(std::vector<std::string> all, const std::string& old_theme,
                                     const std::string& new_theme) {
  std::erase(all, old_theme);
  if (!new_theme.empty() && std::ranges::find(all, new_theme) == all.end()) all.push_back(new_theme);
  return all;
}

}  // namespace wijktafel::signals
