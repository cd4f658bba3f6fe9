#include "capabilities/tables/reads/known_people.hpp"

#include <set>

#include "capabilities/accounts/accounts.hpp"
#include "capabilities/organisations/organisations.hpp"
#include "capabilities/tables/store.hpp"

namespace wijktafel::tables {

std::vector<KnownPerson> known_people(db::Transaction& tx, const std::vector<std::string>& lineage,
                                      Instant now) {
  std::vector<KnownPerson> people;
  std::set<PersonId> seen;
  // The panel first: who sits on it counts as such, also when somebody works for an organisation.
  std::vector<KnownPerson> panel;
  for (const auto& person : accounts::people_with_role(tx, "panel_member", lineage, now))
    if (seen.insert(person.id).second) panel.push_back({person.id, person.name, "panel_member"});
  for (const auto& organisation : organisations::list_organisations(tx))
    for (const auto& person : accounts::members_of(tx, organisation.id, now))
      if (seen.insert(person.id).second)
        people.push_back({person.id, person.name, "member", organisation.id, organisation.name});
  people.insert(people.end(), panel.begin(), panel.end());
  for (const auto& person : accounts::people_with_role(tx, "coordinator", lineage, now))
    if (seen.insert(person.id).second) people.push_back({person.id, person.name, "coordinator"});
  return people;
}

std::vector<PersonId> people_present(db::Transaction& tx, ItemId meeting) {
  std::vector<PersonId> people;
  for (const auto& one : store::attendance_of(tx, meeting)) people.push_back(one.person);
  return people;
}

}  // namespace wijktafel::tables
