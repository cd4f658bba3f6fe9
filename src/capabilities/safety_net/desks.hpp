// Who is reached: the people of whoever has a signal, the people at a desk, and where it falls to when nobody
// is there. A person who is away is reached through a deputy; one who left is nobody.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "capabilities/safety_net/safety_net.hpp"

namespace wijktafel::safety_net {

struct Reached {
  PersonId person{};
  std::optional<PersonId> stands_in_for = std::nullopt;
};

// Why a desk or a holder does not work: the sentence safety_net.broken.<reason>.
// no_members, all_away, team_empty, team_gone, organisation_gone, person_gone, person_away
struct NamedDesk {
  Desk desk;
  std::string from_area;        // key of the area whose rule it is
  std::vector<Reached> people;  // nobody: it is broken
  std::optional<std::string> broken = std::nullopt;
};
// What is written down for these areas (lowest first) on a day; nothing when nobody named one.
std::optional<NamedDesk> named_desk(db::Transaction& tx, Instant now,
                                    const std::vector<std::string>& lineage);

// Where it goes for certain: the named desk when somebody is there, else the coordinator of the area, else
// the administrators. People are only absent in a municipality without an administrator.
struct LastDesk {
  Desk desk;
  std::vector<Reached> people;
  std::optional<NamedDesk> skipped = std::nullopt;  // a named desk at which nobody is
};
LastDesk desk_for(db::Transaction& tx, Instant now, const std::vector<std::string>& lineage);
LastDesk coordinators_of(db::Transaction& tx, Instant now, const std::vector<std::string>& lineage);

// Who is warned about a signal: its contact person, else the people of the team, else those of the
// organisation; without anybody, who coordinates the area.
struct Holder {
  std::optional<OrganisationId> organisation = std::nullopt;
  std::optional<organisations::TeamId> team = std::nullopt;
  std::optional<PersonId> contact = std::nullopt;
};
std::vector<Reached> people_of(db::Transaction& tx, Instant now, const Holder& holder);

// The desk, or the team at it, is the one that has the signal.
bool is_desk_of(db::Transaction& tx, const Desk& desk, const Holder& holder);
// Who leads the desk: the manager of the team, of whom nobody is reached when they left or no one was named.
std::vector<Reached> manager_of(db::Transaction& tx, Instant now, const Desk& desk, const Holder& holder);

// "Team Wijkbeheer (Gemeente Rozenland)", "Woonstichting Drie Dorpen", "Sanne Boskamp"; "" when it is gone.
std::string name_of(db::Transaction& tx, const Desk& desk);
// Why nobody is at this desk, as NamedDesk::broken; nothing when somebody is.
std::optional<std::string> why_broken(db::Transaction& tx, Instant now, const Desk& desk);
// Whether this person is at this desk today, of themselves or for somebody else.
bool is_at_desk(db::Transaction& tx, Instant now, const Desk& desk, PersonId person,
                const std::vector<std::string>& lineage);

}  // namespace wijktafel::safety_net
