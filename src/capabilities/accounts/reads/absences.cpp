#include "capabilities/accounts/reads/absences.hpp"

#include <algorithm>

#include "capabilities/accounts/absence_store.hpp"
#include "capabilities/accounts/store.hpp"

namespace wijktafel::accounts {
namespace {

constexpr int choices_most = 200;

bool has_a_desk(db::Transaction& tx, Instant now, PersonId person) {
  return std::ranges::any_of(store::roles_of(tx, person, now), [](const store::HeldRole& role) {
    return role.grant.role != "resident" && role.grant.role != "panel_member";
  });
}

}  // namespace

MyAbsences my_absences(db::Transaction& tx, Instant now, PersonId person) {
  const auto today = local_date(now);
  MyAbsences mine;
  for (const auto& absence : store::absences_of(tx, person, today))
    mine.absences.push_back({absence, absence.deputy ? name_of(tx, *absence.deputy) : std::string()});
  for (const auto other : stands_in_for(tx, person, today))
    mine.stands_in_for.push_back({.id = other, .name = name_of(tx, other)});
  for (auto& one : store::people_with_a_role(tx, now, choices_most))
    if (one.id != person && has_a_desk(tx, now, one.id)) mine.choices.push_back(std::move(one));
  std::ranges::sort(mine.choices, {}, &Person::name);
  return mine;
}

}  // namespace wijktafel::accounts
