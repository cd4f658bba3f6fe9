#include "capabilities/accounts/actions/end_sessions.hpp"

#include "capabilities/accounts/sign_in_store.hpp"
#include "capabilities/accounts/tokens.hpp"

namespace wijktafel::accounts {

void sign_out(db::Transaction& tx, std::string_view session_token) {
  store::remove_session(tx, token_hash(session_token));
}

Result<void, EndSessionRefusal> end_session(db::Transaction& tx, PersonId person, SessionId session) {
  if (store::remove_session(tx, person, session) == 0) return std::unexpected(NoSuchSession{});
  return {};
}

void end_other_sessions(db::Transaction& tx, PersonId person, std::string_view session_token) {
  store::remove_sessions_of(tx, person, store::find_session(tx, token_hash(session_token)));
}

}  // namespace wijktafel::accounts
