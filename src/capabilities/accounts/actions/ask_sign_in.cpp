#include "capabilities/accounts/actions/ask_sign_in.hpp"

#include "base/digest.hpp"
#include "capabilities/accounts/model.hpp"
#include "capabilities/accounts/sign_in_store.hpp"
#include "capabilities/accounts/store.hpp"
#include "capabilities/accounts/tokens.hpp"

namespace wijktafel::accounts {

Result<AskedSignIn, AskSignInRefusal> ask_sign_in(db::Transaction& tx, Instant now,
                                                  const AskSignIn& question) {
  const auto since = now - link_life;
  if (!question.network.empty() && store::asks_of_network(tx, question.network, since) >= asks_per_network)
    return std::unexpected(TooManyFromNetwork{.again_at = now + link_life});

  AskedSignIn asked{.browser_token = random_token(), .letter = std::nullopt};
  if (store::asks_of_address(tx, question.mail_address, since) >= asks_per_address) return asked;

  SignInLetter letter{.mail_address = question.mail_address,
                      .language = question.language,
                      .link_token = random_token(),
                      .code = random_digits(code_digits)};
  if (const auto known = store::find_by_address(tx, question.mail_address)) {
    const auto account = store::find_account(tx, *known);
    letter.is_known = true;
    letter.name = account->name;
    letter.language = account->language;
  }
  const auto id = store::insert_sign_in(tx, now,
                                        {.mail_address = question.mail_address,
                                         .network = question.network,
                                         .language = question.language,
                                         .return_path = question.return_path,
                                         .link_hash = token_hash(letter.link_token),
                                         .browser_hash = token_hash(asked.browser_token),
                                         .code_hash = code_hash(asked.browser_token, letter.code)});
  // The number alone would be a second life for an old mail when rows are removed: the time makes it one of
  // its own.
  letter.message_id = "sign-in-" + std::to_string(raw(id)) + "-" + std::to_string(to_millis(now));
  asked.letter = std::move(letter);
  return asked;
}

}  // namespace wijktafel::accounts
