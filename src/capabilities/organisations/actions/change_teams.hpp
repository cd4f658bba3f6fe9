// An administrator gives an organisation a team, another name to a team, and says who is in it and who leads
// it. Who may be chosen is asked of accounts, which knows people; a number of nobody reaches nobody.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "base/result.hpp"
#include "capabilities/organisations/organisations.hpp"

namespace wijktafel::organisations {

struct NoSuchTeam {};
struct TeamNameTaken {
  std::string name;
};

// `name`: tidied, not empty, at most name_limit code points. A team of that name in this organisation is one.
Result<TeamId, TeamNameTaken> add_team(db::Transaction& tx, OrganisationId organisation,
                                       std::string_view name);

struct ChangeTeam {
  TeamId team{};
  std::string name;
  std::optional<identity::PersonId> manager = std::nullopt;
  std::vector<identity::PersonId> members = {};
};
using ChangeTeamRefusal = std::variant<NoSuchTeam, TeamNameTaken>;
Result<void, ChangeTeamRefusal> change_team(db::Transaction& tx, const ChangeTeam& form);

}  // namespace wijktafel::organisations
