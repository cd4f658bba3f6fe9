#include "capabilities/accounts/actions/sign_in_by_code.hpp"

#include "base/digest.hpp"
#include "capabilities/accounts/model.hpp"
#include "capabilities/accounts/tokens.hpp"

namespace wijktafel::accounts {

namespace {

bool is_guessing(db::Transaction& tx, const store::SignIn& sign_in, Instant now) {
  const auto since = now - sign_in_kept;
  return store::wrong_codes_of_address(tx, sign_in.mail_address, since) >= wrong_codes_per_address ||
         (!sign_in.network.empty() &&
          store::wrong_codes_of_network(tx, sign_in.network, since) >= wrong_codes_per_network);
}

}  // namespace

CodeAnswer sign_in_by_code(db::Transaction& tx, Instant now, const SignInByCode& attempt) {
  const auto sign_in = store::find_sign_in_by_browser(tx, token_hash(attempt.browser_token));
  if (!sign_in) return CodeRefusal{NothingAsked{}};
  switch (code_state(sign_in->asked_at, sign_in->used_at, sign_in->wrong_codes, now)) {
    case CodeState::used: return CodeRefusal{CodeUsed{}};
    case CodeState::expired: return CodeRefusal{CodeExpired{}};
    case CodeState::tries_spent: return CodeRefusal{TriesSpent{}};
    case CodeState::usable: break;
  }
  if (is_guessing(tx, *sign_in, now)) return CodeRefusal{TriesSpent{}};
  if (!equal_in_constant_time(sign_in->code_hash, code_hash(attempt.browser_token, attempt.code))) {
    store::count_wrong_code(tx, sign_in->id);
    const int left = code_tries - sign_in->wrong_codes - 1;
    if (left == 0) return CodeRefusal{TriesSpent{}};
    return CodeRefusal{CodeWrong{.tries_left = left}};
  }
  auto signed_in = enter(tx, now, *sign_in, attempt.name, attempt.browser);
  if (!signed_in) return CodeRefusal{NameMissing{}};
  return std::move(*signed_in);
}

}  // namespace wijktafel::accounts
