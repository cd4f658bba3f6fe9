#include "capabilities/accounts/actions/sign_in_as_demo_person.hpp"

#include "capabilities/accounts/store.hpp"

namespace wijktafel::accounts {

Result<SignedIn, DemoRefusal> sign_in_as_demo_person(db::Transaction& tx, Instant now, PersonId person,
                                                     const Browser& browser, std::string_view return_path) {
  if (!store::find_account(tx, person)) return std::unexpected(NoSuchPerson{});
  return open_session(tx, now, person, browser, return_path);
}

}  // namespace wijktafel::accounts
