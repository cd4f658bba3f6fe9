// The six digits of the mail, typed in the browser that asked for it.
#pragma once

#include <string>
#include <variant>

#include "capabilities/accounts/actions/open_session.hpp"
#include "capabilities/accounts/actions/sign_in_by_link.hpp"

namespace wijktafel::accounts {

struct SignInByCode {
  std::string browser_token;
  std::string code;  // digits only
  std::string name;  // for a new account; ignored when there is one
  Browser browser;
};

struct NothingAsked {};  // another browser asked, or it was too long ago
struct CodeUsed {};
struct CodeExpired {};
struct TriesSpent {};  // of this code, or of this address or network today; the link in the mail still works
struct CodeWrong {
  int tries_left = 0;
};
using CodeRefusal = std::variant<NothingAsked, CodeUsed, CodeExpired, TriesSpent, CodeWrong, NameMissing>;

// Not a Result: a wrong code is counted, and a refused write would be rolled back with its count.
using CodeAnswer = std::variant<SignedIn, CodeRefusal>;

CodeAnswer sign_in_by_code(db::Transaction& tx, Instant now, const SignInByCode& attempt);

}  // namespace wijktafel::accounts
