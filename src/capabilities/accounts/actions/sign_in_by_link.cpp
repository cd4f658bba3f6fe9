#include "capabilities/accounts/actions/sign_in_by_link.hpp"

#include "capabilities/accounts/model.hpp"
#include "capabilities/accounts/tokens.hpp"

namespace wijktafel::accounts {

Result<SignedIn, LinkRefusal> sign_in_by_link(db::Transaction& tx, Instant now, const SignInByLink& attempt) {
  const auto sign_in = store::find_sign_in_by_link(tx, token_hash(attempt.link_token));
  if (!sign_in) return std::unexpected(LinkUnknown{});
  switch (link_state(sign_in->asked_at, sign_in->used_at, now)) {
    case LinkState::used: return std::unexpected(LinkUsed{});
    case LinkState::expired: return std::unexpected(LinkExpired{});
    case LinkState::usable: break;
  }
  auto signed_in = enter(tx, now, *sign_in, attempt.name, attempt.browser);
  if (!signed_in) return std::unexpected(NameMissing{});
  return std::move(*signed_in);
}

}  // namespace wijktafel::accounts
