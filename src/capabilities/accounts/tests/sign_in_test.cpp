// Coming in: by link, by code, again and again, too late and too often. On both databases.
#include <gmock/gmock.h>

#include "capabilities/accounts/jobs.hpp"
#include "capabilities/accounts/model.hpp"
#include "capabilities/accounts/reads/sign_in_link.hpp"
#include "capabilities/accounts/tests/accounts_support.hpp"

namespace wijktafel::accounts {
namespace {

using testing::HasSubstr;
using testing::Not;

class SigningIn : public WithAccounts {};
WIJKTAFEL_ON_BOTH_ENGINES(SigningIn);

TEST_P(SigningIn, ByLinkGivesASessionAndTheWayBack) {
  const auto noor = somebody();
  const auto asked = ask();
  const auto entered = by_link(asked->letter->link_token);
  ASSERT_TRUE(entered);
  EXPECT_EQ(entered->person, noor);
  EXPECT_EQ(entered->return_path, "/stad/parkbuurt");
  const auto who = actor(entered->session_token);
  EXPECT_EQ(who.person, noor);
  EXPECT_EQ(who.name, "Noor de Vries");
}

TEST_P(SigningIn, ByCodeWorksInTheBrowserThatAskedOnly) {
  somebody();
  const auto asked = ask();
  const auto other_browser = ask("iemand@voorbeeld.example");
  EXPECT_TRUE(refused_with<NothingAsked>(by_code("", asked->letter->code)));
  EXPECT_TRUE(refused_with<CodeWrong>(by_code(other_browser->browser_token, asked->letter->code)));
  EXPECT_TRUE(std::holds_alternative<SignedIn>(by_code(asked->browser_token, asked->letter->code)));
}

TEST_P(SigningIn, SendsTheSameKindOfLetterToEveryAddress) {
  somebody();
  const auto known = ask();
  const auto unknown = ask("nieuw@voorbeeld.example");
  ASSERT_TRUE(known->letter && unknown->letter);
  EXPECT_TRUE(known->letter->is_known);
  EXPECT_EQ(known->letter->name, "Noor de Vries");
  EXPECT_FALSE(unknown->letter->is_known);
  EXPECT_EQ(known->letter->link_token.size(), unknown->letter->link_token.size());
  EXPECT_EQ(unknown->letter->code.size(), 6U);
}

TEST_P(SigningIn, KeepsNoSecretOnlyHashes) {
  somebody();
  const auto asked = ask();
  const auto entered = by_link(asked->letter->link_token);
  database_->read([&](db::Transaction& tx) {
    for (const auto& row : tx.query("SELECT link_hash, browser_hash, code_hash FROM account_sign_in")) {
      for (std::size_t column = 0; column < 3; ++column) {
        EXPECT_EQ(row.get<std::string>(column).size(), 64U);
        EXPECT_THAT(row.get<std::string>(column), Not(HasSubstr(asked->letter->code)));
      }
      EXPECT_NE(row.get<std::string>(0), asked->letter->link_token);
      EXPECT_NE(row.get<std::string>(1), asked->browser_token);
    }
    for (const auto& row : tx.query("SELECT token_hash FROM account_session"))
      EXPECT_NE(row.get<std::string>(0), entered->session_token);
  });
}

TEST_P(SigningIn, UsesALinkOnce) {
  somebody();
  const auto asked = ask();
  ASSERT_TRUE(by_link(asked->letter->link_token));
  const auto again = by_link(asked->letter->link_token);
  ASSERT_FALSE(again);
  EXPECT_TRUE(std::holds_alternative<LinkUsed>(again.error()));
  // The code of the same mail went with it.
  EXPECT_TRUE(refused_with<CodeUsed>(by_code(asked->browser_token, asked->letter->code)));
  EXPECT_EQ(count("account_session"), 1);
}

TEST_P(SigningIn, RefusesALinkAfterHalfAnHour) {
  somebody();
  const auto asked = ask();
  const auto late = by_link(asked->letter->link_token, evening + 30min);
  ASSERT_FALSE(late);
  EXPECT_TRUE(std::holds_alternative<LinkExpired>(late.error()));
  EXPECT_TRUE(by_link(asked->letter->link_token, evening + 29min));
}

TEST_P(SigningIn, RefusesALinkNobodyWasSent) {
  const auto entered = by_link("AAAAAAAAAAAAAAAAAAAAAA");
  ASSERT_FALSE(entered);
  EXPECT_TRUE(std::holds_alternative<LinkUnknown>(entered.error()));
}

TEST_P(SigningIn, UsesNothingUpByLookingAtALink) {
  somebody();
  const auto asked = ask();
  for (int scanner = 0; scanner < 3; ++scanner) {
    const auto seen = database_->read(
        [&](db::Transaction& tx) { return find_sign_in_link(tx, evening, asked->letter->link_token); });
    ASSERT_TRUE(seen);
    EXPECT_EQ(seen->state, LinkState::usable);
    EXPECT_TRUE(seen->has_account);
  }
  EXPECT_TRUE(by_link(asked->letter->link_token));
}

TEST_P(SigningIn, RefusesACodeAfterAQuarterOfAnHour) {
  somebody();
  const auto asked = ask();
  EXPECT_TRUE(refused_with<CodeExpired>(by_code(asked->browser_token, asked->letter->code, evening + 15min)));
}

TEST_P(SigningIn, AllowsFiveTriesAndCountsEachOne) {
  somebody();
  const auto asked = ask();
  const auto wrong = other_code(asked->letter->code);
  for (int left = 4; left >= 1; --left) {
    const auto answer = by_code(asked->browser_token, wrong);
    ASSERT_TRUE(refused_with<CodeWrong>(answer));
    EXPECT_EQ(std::get<CodeWrong>(std::get<CodeRefusal>(answer)).tries_left, left);
  }
  EXPECT_TRUE(refused_with<TriesSpent>(by_code(asked->browser_token, wrong)));
  // The sixth is refused although it is right; the link in the mail still works.
  EXPECT_TRUE(refused_with<TriesSpent>(by_code(asked->browser_token, asked->letter->code)));
  EXPECT_TRUE(by_link(asked->letter->link_token));
}

TEST_P(SigningIn, StopsGuessingOverManyMailsButNotTheLink) {
  somebody();
  for (int mail = 0; mail < 2; ++mail) {
    const auto asked = ask();
    for (int guess = 0; guess < 5; ++guess) by_code(asked->browser_token, other_code(asked->letter->code));
  }
  const auto asked = ask();
  EXPECT_TRUE(refused_with<TriesSpent>(by_code(asked->browser_token, asked->letter->code)));
  EXPECT_TRUE(by_link(asked->letter->link_token));
  const auto next_day = ask("noor@voorbeeld.example", evening + 24h + 1min);
  EXPECT_TRUE(std::holds_alternative<SignedIn>(
      by_code(next_day->browser_token, next_day->letter->code, evening + 24h + 1min)));
}

TEST_P(SigningIn, StopsMailsToOneAddressWhileALinkThatWorksIsInTheMailbox) {
  somebody();
  std::vector<std::string> links;
  for (int mail = 0; mail < 5; ++mail)
    links.push_back(ask("noor@voorbeeld.example", evening + mail * 7min)->letter->link_token);
  const auto stopped_at = evening + 29min;
  EXPECT_FALSE(ask("noor@voorbeeld.example", stopped_at)->letter);
  EXPECT_TRUE(by_link(links.back(), stopped_at));
  EXPECT_TRUE(ask("iemand-anders@voorbeeld.example", stopped_at)->letter);
  EXPECT_TRUE(ask("noor@voorbeeld.example", evening + 31min)->letter);
}

TEST_P(SigningIn, LetsAWholeSchoolAskFromOneAddress) {
  for (int pupil = 0; pupil < asks_per_network; ++pupil)
    ASSERT_TRUE(ask("leerling" + std::to_string(pupil) + "@voorbeeld.example"));
  const auto one_too_many = ask("nog-een@voorbeeld.example");
  ASSERT_FALSE(one_too_many);
  EXPECT_EQ(std::get<TooManyFromNetwork>(one_too_many.error()).again_at, evening + 30min);
  EXPECT_TRUE(ask("nog-een@voorbeeld.example", evening, "198.51.100.0/24"));
  EXPECT_TRUE(ask("nog-een@voorbeeld.example", evening + 31min));
}

TEST_P(SigningIn, AsksANewAddressForANameAndUsesNothingUpMeanwhile) {
  const auto asked = ask("nieuw@voorbeeld.example");
  const auto nameless = by_link(asked->letter->link_token);
  ASSERT_FALSE(nameless);
  EXPECT_TRUE(std::holds_alternative<NameMissing>(nameless.error()));
  EXPECT_EQ(count("account"), 0);
  const auto entered = by_link(asked->letter->link_token, evening, "Sem");
  ASSERT_TRUE(entered);
  const auto who = actor(entered->session_token);
  EXPECT_EQ(who.name, "Sem");
  ASSERT_EQ(who.grants.size(), 1U);
  EXPECT_EQ(who.grants[0].role, "resident");
  EXPECT_EQ(entered->life, std::chrono::days(90));
}

TEST_P(SigningIn, AsksForANameAfterTheRightCodeOnly) {
  const auto asked = ask("nieuw@voorbeeld.example");
  EXPECT_TRUE(refused_with<CodeWrong>(
      by_code(asked->browser_token, other_code(asked->letter->code), evening, "Sem")));
  EXPECT_TRUE(refused_with<NameMissing>(by_code(asked->browser_token, asked->letter->code)));
  EXPECT_TRUE(
      std::holds_alternative<SignedIn>(by_code(asked->browser_token, asked->letter->code, evening, "Sem")));
  EXPECT_EQ(count("account"), 1);
}

TEST_P(SigningIn, KeepsTheNameOfAnAccountWhateverTheFormSays) {
  somebody();
  const auto entered = by_link(ask()->letter->link_token, evening, "Iemand Anders");
  EXPECT_EQ(actor(entered->session_token).name, "Noor de Vries");
}

TEST_P(SigningIn, GivesANewTokenAndEndsTheSessionOfBefore) {
  somebody();
  const auto first = by_link(ask()->letter->link_token);
  const auto second =
      by_link(ask()->letter->link_token, evening, {}, {.device = "", .session_token = first->session_token});
  EXPECT_NE(first->session_token, second->session_token);
  EXPECT_FALSE(actor(first->session_token).is_signed_in());
  EXPECT_TRUE(actor(second->session_token).is_signed_in());
}

TEST_P(SigningIn, NeverTakesATokenFromTheBrowser) {
  somebody();
  const std::string planted = "BBBBBBBBBBBBBBBBBBBBBB";
  const auto entered =
      by_link(ask()->letter->link_token, evening, {}, {.device = "", .session_token = planted});
  EXPECT_NE(entered->session_token, planted);
  EXPECT_FALSE(actor(planted).is_signed_in());
}

TEST_P(SigningIn, ForgetsQuestionsAndSessionsThatRanOut) {
  somebody();
  const auto entered = by_link(ask()->letter->link_token);
  const auto clean_up = [&](Instant now) {
    const web::Service* none = nullptr;
    database_->write([&](db::Transaction& tx) { account_jobs().front().handler(*none, tx, {}, now); });
  };
  clean_up(evening + 23h);
  EXPECT_EQ(count("account_sign_in"), 1);
  EXPECT_EQ(count("account_session"), 1);
  clean_up(evening + 25h);
  EXPECT_EQ(count("account_sign_in"), 0);
  EXPECT_EQ(count("account_session"), 1);
  clean_up(evening + entered->life);
  EXPECT_EQ(count("account_session"), 0);
}

}  // namespace
}  // namespace wijktafel::accounts
