// Signing out here, or on a device that is elsewhere.
#pragma once

#include <string_view>
#include <variant>

#include "base/result.hpp"
#include "capabilities/accounts/accounts.hpp"
#include "capabilities/accounts/model.hpp"

namespace wijktafel::accounts {

// Nothing happens for a token that is no session: who is signed out already is signed out.
void sign_out(db::Transaction& tx, std::string_view session_token);

struct NoSuchSession {};  // ended already, or somebody else's
using EndSessionRefusal = std::variant<NoSuchSession>;
Result<void, EndSessionRefusal> end_session(db::Transaction& tx, PersonId person, SessionId session);

// Every session but the one with this token.
void end_other_sessions(db::Transaction& tx, PersonId person, std::string_view session_token);

}  // namespace wijktafel::accounts
