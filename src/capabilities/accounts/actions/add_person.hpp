// An administrator names somebody who has not signed in yet: a colleague, a contact of an organisation. The
// person comes in by the mailed link like everybody.
#pragma once

#include <string>
#include <variant>

#include "base/result.hpp"
#include "capabilities/accounts/accounts.hpp"

namespace wijktafel::accounts {

struct AddPerson {
  std::string name;          // tidied, not empty, at most name_limit code points
  std::string mail_address;  // valid, in its normal form
  i18n::Language language = i18n::Language::nl;
};

struct AddressInUse {
  Person by;
};
using AddPersonRefusal = std::variant<AddressInUse>;

Result<PersonId, AddPersonRefusal> add_person(db::Transaction& tx, Instant now, const AddPerson& form);

}  // namespace wijktafel::accounts
