#include "capabilities/accounts/actions/change_profile.hpp"

#include "capabilities/accounts/store.hpp"

namespace wijktafel::accounts {

void change_profile(db::Transaction& tx, PersonId person, const ChangeProfile& form) {
  store::update_profile(tx, person, form.name, form.language);
}

}  // namespace wijktafel::accounts
