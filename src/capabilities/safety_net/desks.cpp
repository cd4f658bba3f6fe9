#include "capabilities/safety_net/desks.hpp"

#include <algorithm>

#include "capabilities/accounts/accounts.hpp"
#include "capabilities/safety_net/store.hpp"

namespace wijktafel::safety_net {
namespace {

using organisations::TeamId;

void add(std::vector<Reached>& all, const Reached& one) {
  if (std::ranges::find(all, one.person, &Reached::person) == all.end()) all.push_back(one);
}

// This person, or who stands in while they are away; nobody when they left.
void reach(db::Transaction& tx, Instant now, PersonId person, std::vector<Reached>& all) {
  const auto today = local_date(now);
  if (!accounts::find_person(tx, person)) return;
  if (!accounts::absence_on(tx, person, today)) return add(all, {person});
  for (const auto& deputy : accounts::deputies_of(tx, person, today)) add(all, {deputy.id, person});
}

std::vector<Reached> reach_all(db::Transaction& tx, Instant now, const std::vector<PersonId>& people) {
  std::vector<Reached> all;
  for (const auto person : people) reach(tx, now, person, all);
  return all;
}

std::vector<PersonId> ids_of(const std::vector<accounts::Person>& people) {
  std::vector<PersonId> ids;
  ids.reserve(people.size());
  for (const auto& person : people) ids.push_back(person.id);
  return ids;
}

std::vector<Reached> team_people(db::Transaction& tx, Instant now, const organisations::Team& team) {
  auto people = reach_all(tx, now, organisations::members_of_team(tx, team.id));
  if (people.empty() && team.manager) reach(tx, now, *team.manager, people);
  return people;
}

// Everybody is away: the work is still theirs, and nobody else knows of it.
std::vector<Reached> also_when_away(const std::vector<PersonId>& people) {
  std::vector<Reached> all;
  for (const auto person : people) add(all, {person});
  return all;
}

void look_up_organisation(db::Transaction& tx, Instant now, NamedDesk& named) {
  const OrganisationId id{named.desk.reference};
  const auto members = ids_of(accounts::members_of(tx, id, now));
  named.people = reach_all(tx, now, members);
  if (!named.people.empty()) return;
  if (!organisations::find_organisation(tx, id))
    named.broken = "organisation_gone";
  else
    named.broken = members.empty() ? "no_members" : "all_away";
}

void look_up_team(db::Transaction& tx, Instant now, NamedDesk& named) {
  const auto team = organisations::find_team(tx, TeamId{named.desk.reference});
  if (team) named.people = team_people(tx, now, *team);
  if (!named.people.empty()) return;
  const auto is_known = [&](PersonId person) { return accounts::find_person(tx, person).has_value(); };
  if (!team)
    named.broken = "team_gone";
  else if (std::ranges::any_of(organisations::members_of_team(tx, team->id), is_known))
    named.broken = "all_away";
  else
    named.broken = "team_empty";
}

void look_up_person(db::Transaction& tx, Instant now, NamedDesk& named) {
  const PersonId id{named.desk.reference};
  const auto actor = accounts::actor_of(tx, now, id);
  // Somebody without any role left does no work here any more.
  const bool works_here = actor && !actor->grants.empty();
  if (works_here) reach(tx, now, id, named.people);
  if (named.people.empty()) named.broken = works_here ? "person_away" : "person_gone";
}

NamedDesk looked_up(db::Transaction& tx, Instant now, const store::DeskRow& row) {
  NamedDesk named{.desk = row.desk, .from_area = row.area, .people = {}};
  if (row.desk.kind == DeskKind::organisation) look_up_organisation(tx, now, named);
  if (row.desk.kind == DeskKind::team) look_up_team(tx, now, named);
  if (row.desk.kind == DeskKind::person) look_up_person(tx, now, named);
  return named;
}

}  // namespace

std::optional<NamedDesk> named_desk(db::Transaction& tx, Instant now,
                                    const std::vector<std::string>& lineage) {
  for (const auto& area : lineage) {
    const auto row = store::desk_of_area(tx, area, local_date(now));
    if (row && row->desk.kind != DeskKind::none) return looked_up(tx, now, *row);
  }
  return std::nullopt;
}

LastDesk coordinators_of(db::Transaction& tx, Instant now, const std::vector<std::string>& lineage) {
  const auto coordinators = ids_of(accounts::people_with_role(tx, "coordinator", lineage, now));
  if (auto people = reach_all(tx, now, coordinators); !people.empty())
    return {.desk = {DeskKind::coordinator}, .people = std::move(people)};
  const auto administrators = ids_of(accounts::people_with_role(tx, "administrator", lineage, now));
  auto people = reach_all(tx, now, administrators);
  if (people.empty()) people = also_when_away(administrators);
  return {.desk = {DeskKind::administrator}, .people = std::move(people)};
}

LastDesk desk_for(db::Transaction& tx, Instant now, const std::vector<std::string>& lineage) {
  auto named = named_desk(tx, now, lineage);
  if (named && !named->people.empty()) return {.desk = named->desk, .people = std::move(named->people)};
  auto last = coordinators_of(tx, now, lineage);
  last.skipped = std::move(named);
  return last;
}

std::vector<Reached> people_of(db::Transaction& tx, Instant now, const Holder& holder) {
  std::vector<Reached> people;
  if (holder.contact) reach(tx, now, *holder.contact, people);
  if (people.empty() && holder.team)
    if (const auto team = organisations::find_team(tx, *holder.team)) people = team_people(tx, now, *team);
  if (people.empty() && holder.organisation)
    people = reach_all(tx, now, ids_of(accounts::members_of(tx, *holder.organisation, now)));
  return people;
}

bool is_desk_of(db::Transaction& tx, const Desk& desk, const Holder& holder) {
  switch (desk.kind) {
    case DeskKind::organisation: return holder.organisation && raw(*holder.organisation) == desk.reference;
    case DeskKind::team: {
      if (holder.team) return raw(*holder.team) == desk.reference;
      const auto team = organisations::find_team(tx, TeamId{desk.reference});
      return team && holder.organisation == team->organisation;
    }
    case DeskKind::person: return holder.contact && raw(*holder.contact) == desk.reference;
    // Without a holder it lay with the coordinator all the time.
    case DeskKind::coordinator: return !holder.organisation;
    default: return false;
  }
}

std::vector<Reached> manager_of(db::Transaction& tx, Instant now, const Desk& desk, const Holder& holder) {
  std::optional<organisations::Team> team;
  if (desk.kind == DeskKind::team) team = organisations::find_team(tx, TeamId{desk.reference});
  if (!team && holder.team) team = organisations::find_team(tx, *holder.team);
  std::vector<Reached> people;
  if (team && team->manager) reach(tx, now, *team->manager, people);
  return people;
}

std::string name_of(db::Transaction& tx, const Desk& desk) {
  switch (desk.kind) {
    case DeskKind::organisation: return organisations::name_of(tx, OrganisationId{desk.reference});
    case DeskKind::team: {
      const auto team = organisations::find_team(tx, TeamId{desk.reference});
      if (!team) return {};
      return team->name + " (" + organisations::name_of(tx, team->organisation) + ")";
    }
    case DeskKind::person: return accounts::name_of(tx, PersonId{desk.reference});
    default: return {};
  }
}

std::optional<std::string> why_broken(db::Transaction& tx, Instant now, const Desk& desk) {
  return looked_up(tx, now, {.area = {}, .desk = desk, .valid_from = local_date(now)}).broken;
}

bool is_at_desk(db::Transaction& tx, Instant now, const Desk& desk, PersonId person,
                const std::vector<std::string>& lineage) {
  const auto people =
      desk.kind == DeskKind::coordinator || desk.kind == DeskKind::administrator
          ? coordinators_of(tx, now, lineage).people
          : looked_up(tx, now, {.area = {}, .desk = desk, .valid_from = local_date(now)}).people;
  return std::ranges::find(people, person, &Reached::person) != people.end();
}

}  // namespace wijktafel::safety_net
