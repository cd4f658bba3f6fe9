#include "capabilities/accounts/actions/open_session.hpp"

#include "base/digest.hpp"
#include "capabilities/accounts/model.hpp"
#include "capabilities/accounts/store.hpp"
#include "capabilities/accounts/tokens.hpp"

namespace wijktafel::accounts {

SignedIn open_session(db::Transaction& tx, Instant now, PersonId person, const Browser& browser,
                      std::string_view return_path) {
  if (!browser.session_token.empty()) store::remove_session(tx, token_hash(browser.session_token));
  std::vector<identity::Grant> grants;
  // A desk that waits is a desk: its session is short from the beginning.
  for (auto& held : store::roles_of(tx, person, now)) grants.push_back(std::move(held.grant));
  const auto life = session_life(grants);
  SignedIn signed_in{.person = person,
                     .session_token = random_token(),
                     .life = std::chrono::duration_cast<std::chrono::seconds>(life),
                     .return_path = std::string(return_path)};
  store::insert_session(tx, token_hash(signed_in.session_token), person, browser.device, now, now + life);
  return signed_in;
}

std::optional<SignedIn> enter(db::Transaction& tx, Instant now, const store::SignIn& sign_in,
                              std::string_view name, const Browser& browser) {
  auto person = store::find_by_address(tx, sign_in.mail_address);
  if (!person) {
    if (name.empty()) return std::nullopt;
    person = store::insert_account(tx, now, name, sign_in.mail_address, sign_in.language, {});
    store::insert_role(tx, *person, {.role = "resident", .area = {}, .organisation = std::nullopt}, now,
                       std::nullopt, std::nullopt);
  }
  store::use_sign_in(tx, sign_in.id, now);
  return open_session(tx, now, *person, browser, sign_in.return_path);
}

}  // namespace wijktafel::accounts
