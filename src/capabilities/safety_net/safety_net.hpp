// Nothing is forgotten: who is late soon is warned, what is late goes to a named desk, and when that desk is
// the late one, to its manager and the table.
//
// Hears:   signals.changed {item}, signals.answered {item}
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "capabilities/organisations/organisations.hpp"
#include "capabilities/signals/signals.hpp"

namespace wijktafel::safety_net {

using identity::Actor;
using identity::OrganisationId;
using identity::PersonId;
using items::ItemId;

web::Capability capability();

// Where a signal goes whose term has passed. coordinator and administrator are who it falls to when no desk
// is named, or nobody is there.
enum class DeskKind { organisation, team, person, coordinator, administrator, none };
std::string_view word(DeskKind kind);
std::optional<DeskKind> desk_kind_of(std::string_view word);

struct Desk {
  DeskKind kind = DeskKind::none;
  std::int64_t reference = 0;  // number of the organisation, team or person
};

}  // namespace wijktafel::safety_net
