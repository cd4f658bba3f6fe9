// Who of an organisation works on a signal: a team and a person that belong to whoever has it.
#pragma once

#include <optional>
#include <variant>

#include "capabilities/signals/refusals.hpp"
#include "capabilities/signals/signals.hpp"

namespace wijktafel::signals {

struct WorkPeople {
  std::optional<organisations::TeamId> team;
  std::optional<PersonId> contact;
};

// What is wanted of team and person; what is not said stays, if it belongs to this holder.
struct WantedPeople {
  std::optional<std::optional<organisations::TeamId>> team = std::nullopt;
  std::optional<std::optional<PersonId>> contact = std::nullopt;
};

Result<WorkPeople, NotOfThisOrganisation> people_for(db::Transaction& tx, Instant now,
                                                     std::optional<OrganisationId> holder,
                                                     const WorkPeople& current, const WantedPeople& wanted);

// The free themes of an item, with one theme in the place of another.
std::vector<std::string> themes_with(std::vector<std::string> all, const std::string& old_theme,
                                     const std::string& new_theme);

}  // namespace wijktafel::signals
