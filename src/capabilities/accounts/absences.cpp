// Who is away, and who does their work meanwhile: the part of the face about it.
#include <algorithm>

#include "capabilities/accounts/absence_store.hpp"
#include "capabilities/accounts/accounts.hpp"

namespace wijktafel::accounts {

std::optional<Absence> absence_on(db::Transaction& tx, PersonId person, Date date) {
  return store::absence_on(tx, person, date);
}

std::vector<Absence> absences_between(db::Transaction& tx, Date from, Date until, int most) {
  return store::absences_between(tx, from, until, most);
}

std::vector<Person> deputies_of(db::Transaction& tx, PersonId person, Date date) {
  // A deputy who is away too hands on; two who stand in for each other are found out by `seen`.
  std::vector<PersonId> seen{person};
  for (auto absence = store::absence_on(tx, person, date); absence && absence->deputy;
       absence = store::absence_on(tx, seen.back(), date)) {
    if (std::ranges::find(seen, *absence->deputy) != seen.end()) return {};
    seen.push_back(*absence->deputy);
  }
  if (seen.size() == 1 || store::absence_on(tx, seen.back(), date)) return {};
  const auto deputy = find_person(tx, seen.back());
  return deputy ? std::vector<Person>{*deputy} : std::vector<Person>{};
}

std::vector<PersonId> stands_in_for(db::Transaction& tx, PersonId person, Date date) {
  std::vector<PersonId> all;
  std::vector<PersonId> asked{person};
  for (std::size_t i = 0; i < asked.size(); ++i)
    for (const auto& absence : store::absences_with_deputy(tx, asked[i], date))
      if (absence.person != person && std::ranges::find(all, absence.person) == all.end()) {
        all.push_back(absence.person);
        asked.push_back(absence.person);
      }
  return all;
}

}  // namespace wijktafel::accounts
