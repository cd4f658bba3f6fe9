// Somebody says when they are away and who does their work meanwhile, or takes it back.
#pragma once

#include <variant>

#include "base/result.hpp"
#include "capabilities/accounts/accounts.hpp"

namespace wijktafel::accounts {

struct SetAbsence {
  PersonId person{};
  std::optional<PersonId> deputy = std::nullopt;
  Date first_day;
  Date last_day;
};

struct EndsBeforeItBegins {};
struct IsOverAlready {};
struct StandsInForThemselves {};
struct NoSuchDeputy {};  // no account, or no role: nobody who could do the work
struct AwayThenAlready {
  Date first_day;
  Date last_day;
};
using SetAbsenceRefusal =
    std::variant<EndsBeforeItBegins, IsOverAlready, StandsInForThemselves, NoSuchDeputy, AwayThenAlready>;

Result<std::int64_t, SetAbsenceRefusal> set_absence(db::Transaction& tx, Instant now, const SetAbsence& form);
// False when there is no such absence of this person.
bool take_back_absence(db::Transaction& tx, PersonId person, std::int64_t absence);

}  // namespace wijktafel::accounts
