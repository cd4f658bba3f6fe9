// A browser becomes somebody's: a new token each time, so that a token from before signing in is worth
// nothing after it.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "capabilities/accounts/accounts.hpp"
#include "capabilities/accounts/sign_in_store.hpp"

namespace wijktafel::accounts {

struct Browser {
  std::string device;         // see device_of
  std::string session_token;  // of the session it has now, which ends; "" for none
};

struct SignedIn {
  PersonId person{};
  std::string session_token;
  std::chrono::seconds life{};
  std::string return_path;
};

SignedIn open_session(db::Transaction& tx, Instant now, PersonId person, const Browser& browser,
                      std::string_view return_path);

// The account of the address that was proved, made with this name when there is none yet; nothing when it has
// to be made and the name is empty. The question to sign in is used up.
std::optional<SignedIn> enter(db::Transaction& tx, Instant now, const store::SignIn& sign_in,
                              std::string_view name, const Browser& browser);

}  // namespace wijktafel::accounts
