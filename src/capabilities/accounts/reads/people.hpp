// People as an administrator sees them: names and roles, never an address.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "capabilities/accounts/reads/shown_role.hpp"

namespace wijktafel::accounts {

inline constexpr int people_per_page = 20;

struct PersonWithRoles {
  Person person;
  std::vector<ShownRole> roles;
};

struct PeoplePage {
  std::vector<PersonWithRoles> people;  // by name
  std::optional<std::string> next;      // for the next page's `after`
};

// Those whose name holds `part`; `after` is what the page before gave, anything else begins at the beginning.
PeoplePage people_named(db::Transaction& tx, Instant now, std::string_view part, std::string_view after);

std::optional<PersonWithRoles> find_person_with_roles(db::Transaction& tx, Instant now, PersonId person);

// For the demo's list: whom one may sit down as.
std::vector<PersonWithRoles> demo_people(db::Transaction& tx, Instant now);

}  // namespace wijktafel::accounts
