#include "capabilities/accounts/actions/erase_account.hpp"

#include <algorithm>

#include "capabilities/accounts/sign_in_store.hpp"
#include "capabilities/accounts/store.hpp"

namespace wijktafel::accounts {

Result<void, EraseAccountRefusal> erase_account(db::Transaction& tx, Instant now, PersonId person) {
  const auto account = store::find_account(tx, person);
  if (!account) return {};
  const auto held = store::roles_of(tx, person, now);
  const bool is_lasting_administrator = std::ranges::any_of(
      held, [](const store::HeldRole& role) { return role.grant.role == "administrator" && !role.ends_at; });
  if (is_lasting_administrator && store::count_lasting_administrators(tx, now) == 1)
    return std::unexpected(LastAdministrator{});
  store::remove_sign_ins_of(tx, account->mail_address);
  store::remove_sessions_of(tx, person);
  store::end_all_roles(tx, person, now);
  store::erase_account(tx, person, now);
  jobs::enqueue(tx, "accounts.account_erased", {{"person", raw(person)}}, now);
  return {};
}

}  // namespace wijktafel::accounts
