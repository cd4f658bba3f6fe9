#include "capabilities/safety_net/reads/desk_list.hpp"

#include <set>

#include "capabilities/accounts/accounts.hpp"
#include "capabilities/places/places.hpp"
#include "capabilities/safety_net/store.hpp"

namespace wijktafel::safety_net {

std::vector<ListedDesk> list_desks(db::Transaction& tx, Instant now) {
  std::vector<ListedDesk> all;
  std::set<std::string> said;  // areas of which the row that holds now is listed
  for (const auto& row : store::all_desks(tx)) {
    const bool begins_later = row.valid_from > local_date(now);
    if (!begins_later && !said.insert(row.area).second) continue;
    if (!begins_later && row.desk.kind == DeskKind::none) continue;
    const auto area = places::find_area(tx, row.area);
    ListedDesk listed{.area = row.area,
                      .area_name = area ? area->name : row.area,
                      .desk_name = name_of(tx, row.desk),
                      .kind = row.desk.kind,
                      .valid_from = row.valid_from};
    if (!begins_later)
      if (const auto named = named_desk(tx, now, {row.area})) listed.broken = named->broken;
    all.push_back(std::move(listed));
  }
  return all;
}

std::vector<DeskChoice> desk_choices(db::Transaction& tx, Instant now) {
  std::vector<DeskChoice> choices;
  std::set<PersonId> seen;
  const auto add_person = [&](const accounts::Person& person) {
    if (seen.insert(person.id).second) choices.push_back({{DeskKind::person, raw(person.id)}, person.name});
  };
  for (const auto& organisation : organisations::list_organisations(tx)) {
    choices.push_back({{DeskKind::organisation, raw(organisation.id)}, organisation.name});
    for (const auto& team : organisations::teams_of(tx, organisation.id)) {
      const Desk desk{DeskKind::team, raw(team.id)};
      choices.push_back({desk, name_of(tx, desk)});
    }
    if (organisation.kind == "municipality")
      for (const auto& person : accounts::members_of(tx, organisation.id, now)) add_person(person);
  }
  const auto town = places::find_municipality(tx);
  std::vector<std::string> lineage;
  if (town) lineage.push_back(town->key);
  for (const auto& person : accounts::people_with_role(tx, "coordinator", lineage, now)) add_person(person);
  return choices;
}

}  // namespace wijktafel::safety_net
