// Who is known at the table of an area: people of organisations, the panel, the coordinator. Residents are
// not: they are counted at a meeting, never listed.
#pragma once

#include "capabilities/tables/records.hpp"

namespace wijktafel::tables {

struct KnownPerson {
  PersonId person{};
  std::string name;
  std::string role;  // member, panel_member, coordinator: words accounts.role.<role>
  std::optional<OrganisationId> organisation = std::nullopt;
  std::string organisation_name = {};

  Attendance present() const { return {person, organisation, role == "panel_member"}; }
};

// Each once: by organisation, then the panel, then coordinators.
std::vector<KnownPerson> known_people(db::Transaction& tx, const std::vector<std::string>& lineage,
                                      Instant now);

// Who was written down as present.
std::vector<PersonId> people_present(db::Transaction& tx, ItemId meeting);

}  // namespace wijktafel::tables
