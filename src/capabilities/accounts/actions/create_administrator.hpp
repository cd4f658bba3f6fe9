// The first way in, from the command line (`wijktafel user`): an account with the role administrator. For an
// address that has an account already, that account gets the role and keeps its name.
#pragma once

#include <string_view>

#include "capabilities/accounts/accounts.hpp"

namespace wijktafel::accounts {

struct CreatedAdministrator {
  PersonId person{};
  bool account_existed = false;
  bool was_administrator = false;
};

// `mail_address` is valid; it is brought into its normal form here.
CreatedAdministrator create_administrator(db::Transaction& tx, Instant now, std::string_view name,
                                          std::string_view mail_address);

}  // namespace wijktafel::accounts
