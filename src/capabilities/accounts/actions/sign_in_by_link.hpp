// The button on the page behind the mailed link. Works once, in any browser: who can open the mail is who it
// was sent to.
#pragma once

#include <string>
#include <variant>

#include "base/result.hpp"
#include "capabilities/accounts/actions/open_session.hpp"

namespace wijktafel::accounts {

struct SignInByLink {
  std::string link_token;
  std::string name;  // for a new account; ignored when there is one
  Browser browser;
};

struct LinkUnknown {};
struct LinkUsed {};
struct LinkExpired {};
struct NameMissing {};  // the address has no account yet: ask for a name, nothing is used up
using LinkRefusal = std::variant<LinkUnknown, LinkUsed, LinkExpired, NameMissing>;

Result<SignedIn, LinkRefusal> sign_in_by_link(db::Transaction& tx, Instant now, const SignInByLink& attempt);

}  // namespace wijktafel::accounts
