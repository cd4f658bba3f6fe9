// What somebody sees of their own absences, and who may stand in for them.
#pragma once

#include <vector>

#include "capabilities/accounts/accounts.hpp"

namespace wijktafel::accounts {

struct MyAbsence {
  Absence absence;
  std::string deputy;  // name; "" for nobody
};
struct MyAbsences {
  std::vector<MyAbsence> absences;    // not over, the first first
  std::vector<Person> stands_in_for;  // today
  std::vector<Person> choices;        // people with a desk, by name
};
MyAbsences my_absences(db::Transaction& tx, Instant now, PersonId person);

}  // namespace wijktafel::accounts
