#include "capabilities/accounts/accounts.hpp"
#include "capabilities/accounts/actions/give_role.hpp"
#include "capabilities/accounts/model.hpp"
#include "capabilities/accounts/store.hpp"

namespace wijktafel::accounts {

CreatedAdministrator create_administrator(db::Transaction& tx, Instant now, std::string_view name,
                                          std::string_view mail_address) {
  const auto address = normal_address(mail_address);
  const auto known = store::find_by_address(tx, address);
  const auto person = known ? *known : store::insert_account(tx, now, name, address, i18n::Language::nl, {});
  const auto given = give_role(tx, now,
                               {.person = person,
                                .grant = {.role = "administrator", .area = {}, .organisation = std::nullopt},
                                .ends_at = std::nullopt,
                                .granted_by = std::nullopt});
  return {.person = person, .account_existed = known.has_value(), .was_administrator = !given};
}

}  // namespace wijktafel::accounts
