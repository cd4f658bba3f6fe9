// Somebody types a mail address to sign in. What is done does not depend on whether the address is known:
// that is only for the mail to say.
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "base/result.hpp"
#include "capabilities/accounts/accounts.hpp"

namespace wijktafel::accounts {

struct AskSignIn {
  std::string mail_address;                      // valid, in its normal form
  i18n::Language language = i18n::Language::nl;  // of the page on which it was asked
  std::string return_path;                       // a path of our own
  std::string network;                           // see web::network_of; "" when unknown
};

// What the mail says. Link and code exist here and in that mail only.
struct SignInLetter {
  std::string mail_address;
  std::string name = {};  // "" for an address without an account
  bool is_known = false;
  i18n::Language language = i18n::Language::nl;  // of the account, or else of the page
  std::string link_token;
  std::string code;
  std::string message_id = {};
};

struct AskedSignIn {
  std::string browser_token;  // for a cookie of the browser that asked: the code works only there
  // Absent when this address was asked for so often that a link that still works waits in the mailbox.
  std::optional<SignInLetter> letter;
};

struct TooManyFromNetwork {
  Instant again_at{};
};
using AskSignInRefusal = std::variant<TooManyFromNetwork>;

Result<AskedSignIn, AskSignInRefusal> ask_sign_in(db::Transaction& tx, Instant now,
                                                  const AskSignIn& question);

}  // namespace wijktafel::accounts
