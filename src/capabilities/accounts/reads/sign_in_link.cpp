#include "capabilities/accounts/reads/sign_in_link.hpp"

#include "capabilities/accounts/sign_in_store.hpp"
#include "capabilities/accounts/store.hpp"
#include "capabilities/accounts/tokens.hpp"

namespace wijktafel::accounts {

std::optional<SignInLink> find_sign_in_link(db::Transaction& tx, Instant now, std::string_view link_token) {
  const auto sign_in = store::find_sign_in_by_link(tx, token_hash(link_token));
  if (!sign_in) return std::nullopt;
  return SignInLink{.state = link_state(sign_in->asked_at, sign_in->used_at, now),
                    .has_account = store::find_by_address(tx, sign_in->mail_address).has_value()};
}

}  // namespace wijktafel::accounts
