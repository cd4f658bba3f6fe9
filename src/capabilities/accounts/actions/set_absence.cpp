#include "capabilities/accounts/actions/set_absence.hpp"

#include "capabilities/accounts/absence_store.hpp"
#include "capabilities/accounts/store.hpp"

namespace wijktafel::accounts {

Result<std::int64_t, SetAbsenceRefusal> set_absence(db::Transaction& tx, Instant now,
                                                    const SetAbsence& form) {
  if (form.last_day < form.first_day) return std::unexpected(EndsBeforeItBegins{});
  if (form.last_day < local_date(now)) return std::unexpected(IsOverAlready{});
  if (form.deputy == form.person) return std::unexpected(StandsInForThemselves{});
  if (form.deputy && (!find_person(tx, *form.deputy) || store::roles_of(tx, *form.deputy, now).empty()))
    return std::unexpected(NoSuchDeputy{});
  for (const auto& other : store::absences_of(tx, form.person, local_date(now)))
    if (other.first_day <= form.last_day && form.first_day <= other.last_day)
      return std::unexpected(AwayThenAlready{other.first_day, other.last_day});
  return store::insert_absence(
      tx, now,
      {.person = form.person, .deputy = form.deputy, .first_day = form.first_day, .last_day = form.last_day});
}

bool take_back_absence(db::Transaction& tx, PersonId person, std::int64_t absence) {
  const auto found = store::find_absence(tx, absence);
  if (!found || found->person != person) return false;
  store::remove_absence(tx, absence);
  return true;
}

}  // namespace wijktafel::accounts
