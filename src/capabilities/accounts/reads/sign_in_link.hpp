// What the page behind a mailed link shows before the button is pressed. Looking uses nothing up: mail
// scanners look too.
#pragma once

#include <optional>
#include <string_view>

#include "capabilities/accounts/accounts.hpp"
#include "capabilities/accounts/model.hpp"

namespace wijktafel::accounts {

struct SignInLink {
  LinkState state = LinkState::usable;
  bool has_account = false;  // no: the button makes one, so the page asks for a name
};

std::optional<SignInLink> find_sign_in_link(db::Transaction& tx, Instant now, std::string_view link_token);

}  // namespace wijktafel::accounts
