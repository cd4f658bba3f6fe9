#include "capabilities/accounts/actions/add_person.hpp"

#include "capabilities/accounts/store.hpp"

namespace wijktafel::accounts {

Result<PersonId, AddPersonRefusal> add_person(db::Transaction& tx, Instant now, const AddPerson& form) {
  if (const auto other = store::find_by_address(tx, form.mail_address)) {
    const auto account = store::find_account(tx, *other);
    return std::unexpected(AddressInUse{{.id = account->id, .name = account->name}});
  }
  return store::insert_account(tx, now, form.name, form.mail_address, form.language, {});
}

}  // namespace wijktafel::accounts
