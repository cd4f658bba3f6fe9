#include "capabilities/accounts/reads/my_page.hpp"

#include "capabilities/accounts/sign_in_store.hpp"
#include "capabilities/accounts/store.hpp"
#include "capabilities/accounts/tokens.hpp"

namespace wijktafel::accounts {

MyPage my_page(db::Transaction& tx, Instant now, PersonId person, std::string_view session_token) {
  MyPage page;
  if (const auto account = store::find_account(tx, person)) {
    page.name = account->name;
    page.language = account->language;
  }
  page.roles = shown_roles(tx, person, now);
  const auto this_one = store::find_session(tx, token_hash(session_token));
  for (auto& session : store::sessions_of(tx, person, now))
    page.sessions.push_back({.id = session.id,
                             .device = std::move(session.device),
                             .created_at = session.created_at,
                             .last_seen_at = session.last_seen_at,
                             .is_this_one = session.id == this_one});
  return page;
}

}  // namespace wijktafel::accounts
