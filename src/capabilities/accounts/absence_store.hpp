// All SQL about who is away and who does their work meanwhile. Erased accounts are in no answer.
#pragma once

#include <optional>
#include <vector>

#include "capabilities/accounts/accounts.hpp"

namespace wijktafel::accounts {

// When somebody was away is nobody's business long after they are back.
inline constexpr int absence_kept_days = 30;

}  // namespace wijktafel::accounts

namespace wijktafel::accounts::store {

std::int64_t insert_absence(db::Transaction& tx, Instant now, const Absence& absence);
std::optional<Absence> find_absence(db::Transaction& tx, std::int64_t id);
void remove_absence(db::Transaction& tx, std::int64_t id);
// Of this person, not over on `today`, the first first.
std::vector<Absence> absences_of(db::Transaction& tx, PersonId person, Date today);
std::optional<Absence> absence_on(db::Transaction& tx, PersonId person, Date date);
// Of those who named this person as their deputy.
std::vector<Absence> absences_with_deputy(db::Transaction& tx, PersonId deputy, Date date);
std::vector<Absence> absences_between(db::Transaction& tx, Date from, Date until, int most);
// Whose last day lies before `date`.
void remove_absences_before(db::Transaction& tx, Date date);
// With the account: its own absences go, and where it was deputy nobody is.
void forget_absences(db::Transaction& tx, PersonId person);

}  // namespace wijktafel::accounts::store
