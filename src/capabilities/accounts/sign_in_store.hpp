// All SQL about getting in: questions to sign in, and sessions. Tokens come in here as hashes only.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "capabilities/accounts/accounts.hpp"
#include "capabilities/accounts/model.hpp"

namespace wijktafel::accounts::store {

enum class SignInId : std::int64_t {};

// --- questions to sign in ---
struct SignIn {
  SignInId id{};
  std::string mail_address;
  std::string network;
  i18n::Language language{};
  std::string return_path;
  std::string code_hash;
  int wrong_codes = 0;
  Instant asked_at{};
  std::optional<Instant> used_at;
};

struct NewSignIn {
  std::string mail_address;
  std::string network;
  i18n::Language language{};
  std::string return_path;
  std::string link_hash;
  std::string browser_hash;
  std::string code_hash;
};

SignInId insert_sign_in(db::Transaction& tx, Instant now, const NewSignIn& sign_in);
std::optional<SignIn> find_sign_in_by_link(db::Transaction& tx, std::string_view link_hash);
std::optional<SignIn> find_sign_in_by_browser(db::Transaction& tx, std::string_view browser_hash);
void count_wrong_code(db::Transaction& tx, SignInId id);
void use_sign_in(db::Transaction& tx, SignInId id, Instant now);
void remove_sign_ins_of(db::Transaction& tx, std::string_view mail_address);
// Those asked before `from`, and those after `until`: a time to come means that the clock was wrong, and
// their limits would keep people out until then.
std::int64_t remove_sign_ins_outside(db::Transaction& tx, Instant from, Instant until);

// How often since `since`, for the limits.
std::int64_t asks_of_address(db::Transaction& tx, std::string_view mail_address, Instant since);
std::int64_t asks_of_network(db::Transaction& tx, std::string_view network, Instant since);
std::int64_t wrong_codes_of_address(db::Transaction& tx, std::string_view mail_address, Instant since);
std::int64_t wrong_codes_of_network(db::Transaction& tx, std::string_view network, Instant since);

// --- sessions ---
struct Session {
  SessionId id{};
  std::string device;  // "" when unknown
  Instant created_at{};
  Instant last_seen_at{};
  Instant expires_at{};
};

SessionId insert_session(db::Transaction& tx, std::string_view token_hash, PersonId person,
                         std::string_view device, Instant now, Instant expires_at);

struct SessionActor {
  SessionId session{};
  Instant last_seen_at{};
  identity::Actor actor;
};
// The person of a living session with the roles held now: one statement along one index.
std::optional<SessionActor> find_actor(db::Transaction& tx, std::string_view token_hash, Instant now);

std::vector<Session> sessions_of(db::Transaction& tx, PersonId person, Instant now);  // last seen first
std::optional<SessionId> find_session(db::Transaction& tx, std::string_view token_hash);
void see_session(db::Transaction& tx, SessionId id, Instant now);
std::int64_t remove_session(db::Transaction& tx, PersonId person, SessionId id);  // only the person's own
void remove_session(db::Transaction& tx, std::string_view token_hash);
void remove_sessions_of(db::Transaction& tx, PersonId person, std::optional<SessionId> but = std::nullopt);
// Sessions that would last longer end at `latest`: somebody with a new desk signs in again today.
void shorten_sessions_of(db::Transaction& tx, PersonId person, Instant latest);
std::int64_t remove_expired_sessions(db::Transaction& tx, Instant now);
void remove_all_sessions_and_sign_ins(db::Transaction& tx);

}  // namespace wijktafel::accounts::store
