// A role somebody holds, with the name of the organisation; the name of an area is the page's to find.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "capabilities/accounts/accounts.hpp"
#include "capabilities/accounts/model.hpp"

namespace wijktafel::accounts {

struct ShownRole {
  RoleId id{};
  identity::Grant grant;
  std::string organisation;  // name, "" when it is not held for one
  Instant starts_at{};
  std::optional<Instant> ends_at;
};

std::vector<ShownRole> shown_roles(db::Transaction& tx, PersonId person, Instant now);

}  // namespace wijktafel::accounts
