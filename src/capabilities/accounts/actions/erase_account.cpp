#include "capabilities/accounts/actions/erase_account.hpp"

#include <algorithm>

#include "capabilities/accounts/absence_store.hpp"
#include "capabilities/accounts/sign_in_store.hpp"
#include "capabilities/accounts/store.hpp"
#include "platform/erasures/erasures.hpp"

namespace wijktafel::accounts {
namespace {

void erase(db::Transaction& tx, Instant now, const store::Account& account) {
  store::remove_sign_ins_of(tx, account.mail_address);
  store::remove_sessions_of(tx, account.id);
  store::end_all_roles(tx, account.id, now);
  store::forget_absences(tx, account.id);
  store::erase_account(tx, account.id, now);
  jobs::enqueue(tx, "accounts.account_erased", {{"person", raw(account.id)}}, now);
}

}  // namespace

Result<void, EraseAccountRefusal> erase_account(db::Transaction& tx, Instant now, PersonId person) {
  const auto account = store::find_account(tx, person);
  if (!account) return {};
  const auto held = store::roles_of(tx, person, now);
  const bool is_lasting_administrator = std::ranges::any_of(
      held, [](const store::HeldRole& role) { return role.grant.role == "administrator" && !role.ends_at; });
  if (is_lasting_administrator && store::count_lasting_administrators(tx, now) == 1)
    return std::unexpected(LastAdministrator{});
  erase(tx, now, *account);
  erasures::record(tx, now, "accounts.erase_again", {{"person", raw(person)}});
  return {};
}

void erase_again(db::Transaction& tx, Instant now, PersonId person) {
  if (const auto account = store::find_account(tx, person)) erase(tx, now, *account);
}

}  // namespace wijktafel::accounts
