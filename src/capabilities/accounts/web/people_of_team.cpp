// On the page of a team: who of its organisation is in it, and who leads it.
#include "capabilities/accounts/web/people_of_team.hpp"

#include <algorithm>

#include "capabilities/accounts/accounts.hpp"
#include "capabilities/organisations/organisations.hpp"
#include "design/fields.hpp"

namespace wijktafel::accounts {
namespace {

// Those of the organisation, and who is in the team already: leaving an organisation is no reason to vanish
// from this form.
std::vector<Person> choosable(db::Transaction& tx, Instant now, const organisations::Team& team,
                              const std::vector<PersonId>& members) {
  auto people = members_of(tx, team.organisation, now);
  const auto add = [&](PersonId id) {
    if (std::ranges::find(people, id, &Person::id) != people.end()) return;
    if (auto person = find_person(tx, id)) people.push_back(std::move(*person));
  };
  for (const auto member : members) add(member);
  if (team.manager) add(*team.manager);
  return people;
}

}  // namespace

html::SafeHtml show_people_of_team(const web::Call& call, std::int64_t number) {
  if (!call.may("organisations.manage")) return {};
  std::vector<PersonId> members;
  std::vector<Person> people;
  const auto team = call.service.database.read([&](db::Transaction& tx) {
    const organisations::TeamId id{number};
    auto found = organisations::find_team(tx, id);
    if (found) {
      members = organisations::members_of_team(tx, id);
      people = choosable(tx, call.now, *found, members);
    }
    return found;
  });
  if (!team) return {};
  const design::Fields fields(call);
  std::vector<design::Choice> choices;
  choices.reserve(people.size());
  for (const auto& person : people)
    choices.push_back({.value = std::to_string(raw(person.id)), .label = person.name});
  std::vector<std::string> chosen;
  chosen.reserve(members.size());
  for (const auto member : members) chosen.push_back(std::to_string(raw(member)));
  const TeamPeopleView view{
      .members = fields.checks("team_member", "accounts.team.members", choices, chosen),
      .manager = fields.select("team_manager", "accounts.team.manager", choices,
                               team->manager ? std::to_string(raw(*team->manager)) : std::string(), true)};
  return call.service.templates.render(call.language, "accounts/team_people", view);
}

}  // namespace wijktafel::accounts
