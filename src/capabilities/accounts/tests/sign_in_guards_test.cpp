// What somebody with bad plans tries around signing in: a session planted before, a way back that leads
// elsewhere, asking which addresses have an account, and a header written by a name.
#include <gmock/gmock.h>
#include <regex>
#include <set>

#include "app/testing.hpp"
#include "platform/mail/mail.hpp"

namespace wijktafel::accounts {
namespace {

using app::testing::Browser;
using app::testing::Town;
using testing::HasSubstr;
using testing::Not;
using namespace std::chrono_literals;

const std::string noor_address = "noor@voorbeeld.example";
const std::string unknown_address = "wies@voorbeeld.example";  // as long as that of Noor

class SignInGuards : public testing::Test {
 protected:
  identity::PersonId noor() { return town_.person("Noor de Vries", {}, noor_address); }
  std::string found_in_mail(const char* pattern) {
    std::smatch found;
    const auto text = town_.mails().back().text;
    EXPECT_TRUE(std::regex_search(text, found, std::regex(pattern))) << text;
    return found[1];
  }
  std::string mailed_link() { return found_in_mail("(/inloggen/link/[A-Za-z0-9_-]{22})"); }
  std::string mailed_code() { return found_in_mail("\n([0-9]{6})\n"); }
  bool is_signed_in(Browser& browser) { return browser.get("/mijn").status == 200; }
  void is_worth_nothing(const std::string& session) {
    Browser holder(town_);
    holder.cookies()["wijktafel"] = session;
    EXPECT_FALSE(is_signed_in(holder));
  }
  // How many rows stand in each table that asking to sign in could write.
  std::map<std::string, std::int64_t> rows() {
    return town_.database().read([](db::Transaction& tx) {
      std::map<std::string, std::int64_t> counts;
      for (const std::string table :
           {"account", "account_role", "account_session", "account_sign_in", "mail_outbox", "job"})
        counts[table] = tx.find("SELECT COUNT(*) FROM " + table)->get<std::int64_t>(0);
      return counts;
    });
  }

  Town town_;
  Browser browser_{town_};
};

TEST_F(SignInGuards, GiveANewSessionByLinkAndEndTheOneTheBrowserHad) {
  // A session that works, of somebody else, put into the browser of Noor before she signs in.
  browser_.enter(town_.person("Mallory"));
  const auto planted = browser_.session();
  ASSERT_TRUE(is_signed_in(browser_));
  noor();
  browser_.post("/inloggen", {{"mail", noor_address}});
  ASSERT_EQ(browser_.post(mailed_link()).status, 303);
  EXPECT_NE(browser_.session(), planted);
  EXPECT_THAT(browser_.get("/mijn").content(), HasSubstr("Noor de Vries"));
  is_worth_nothing(planted);
}

TEST_F(SignInGuards, GiveANewSessionByCodeAndEndTheOneTheBrowserHad) {
  browser_.enter(noor());
  const auto before = browser_.session();
  browser_.post("/inloggen", {{"mail", noor_address}});
  ASSERT_EQ(browser_.post("/inloggen/code", {{"code", mailed_code()}}).status, 303);
  EXPECT_NE(browser_.session(), before);
  EXPECT_TRUE(is_signed_in(browser_));
  is_worth_nothing(before);
}

TEST_F(SignInGuards, GiveNothingToACodeTypedInTheBrowserThatAskedOnceItWasUsed) {
  // Who planted the cookie of asking holds it too: after the code was used it opens nothing.
  noor();
  browser_.post("/inloggen", {{"mail", noor_address}});
  Browser planter(town_);
  planter.cookies() = browser_.cookies();
  const auto code = mailed_code();
  ASSERT_EQ(browser_.post("/inloggen/code", {{"code", code}}).status, 303);
  EXPECT_NE(planter.post("/inloggen/code", {{"code", code}}).status, 303);
  EXPECT_FALSE(is_signed_in(planter));
}

TEST_F(SignInGuards, LeadNobodyOutOfTheMunicipality) {
  noor();
  for (const std::string back : {"//kwaad.nl",
                                 "///kwaad.nl",
                                 "/\\kwaad.nl",
                                 "\\\\kwaad.nl",
                                 "/\t/kwaad.nl",
                                 "\t//kwaad.nl",
                                 " //kwaad.nl",
                                 "https://kwaad.nl",
                                 "https:/voorbeeldstad",
                                 "https:voorbeeldstad",
                                 "HTTPS://kwaad.nl/voorbeeldstad",
                                 "javascript:alert(1)",
                                 "JavaScript:alert(1)//voorbeeldstad",
                                 "data:text/html,x",
                                 "/%2Fkwaad.nl",
                                 "/%5Ckwaad.nl",
                                 "%2F%2Fkwaad.nl",
                                 "//voorbeeldstad",
                                 "/voorbeeldstad.kwaad.nl",
                                 "/voorbeeldstad@kwaad.nl",
                                 "/voorbeeldstad\r\nLocation: https://kwaad.nl",
                                 "/voorbeeldstad\nSet-Cookie: wijktafel=x",
                                 "/voorbeeldstad/\\kwaad.nl",
                                 "/./voorbeeldstad",
                                 "/voorbeeldstadx",
                                 "kwaad.nl",
                                 "?x"}) {
    EXPECT_THAT(browser_.get("/inloggen?terug=" + http::percent_encoded(back)).content(),
                HasSubstr("name=\"terug\" value=\"/voorbeeldstad\""))
        << back;
    town_.clock().advance(31min);
    browser_.post("/inloggen", {{"mail", noor_address}, {"terug", back}});
    EXPECT_EQ(browser_.post(mailed_link()).header("Location"), "/voorbeeldstad") << back;
  }
}

TEST_F(SignInGuards, DoTheSameForAnAddressThatIsKnownAndOneThatIsNot) {
  noor();
  const auto ask = [&](const std::string& address) {
    Browser browser(town_);
    const auto before = rows();
    auto answer = browser.post("/inloggen", {{"mail", address}});
    auto written = rows();
    for (auto& [table, count] : written) count -= before.at(table);
    std::multiset<std::string> headers;
    for (const auto& [name, value] : answer.headers)
      headers.insert(name + ": " + std::regex_replace(value, std::regex("=[A-Za-z0-9_-]{22,}"), "=token"));
    return std::tuple(answer.status, std::string(answer.content()), headers, written,
                      std::string(browser.get("/inloggen/code").content()));
  };
  const auto known = ask(noor_address);
  const auto unknown = ask(unknown_address);
  EXPECT_EQ(known, unknown);
  EXPECT_EQ(std::get<3>(known).at("account_sign_in"), 1);
  EXPECT_EQ(std::get<3>(known).at("mail_outbox"), 1);
  EXPECT_EQ(std::get<3>(known).at("job"), 1);
  EXPECT_EQ(std::get<3>(known).at("account"), 0);
}

TEST_F(SignInGuards, LetNoNameWriteAHeaderOfAMail) {
  browser_.post("/inloggen", {{"mail", noor_address}});
  const std::string name = "Noor\r\nBcc: iedereen@kwaad.example\r\n\r\nKoop nu";
  browser_.post(mailed_link(), {{"name", name}});
  town_.clock().advance(31min);
  Browser again(town_);
  again.post("/inloggen", {{"mail", noor_address}});
  const auto queued = town_.mails().back();
  EXPECT_THAT(queued.text, HasSubstr("Noor"));
  town_.database().read([&](db::Transaction& tx) {
    const auto row = tx.find("SELECT to_name, subject FROM mail_outbox ORDER BY id DESC LIMIT 1");
    ASSERT_TRUE(row);
    const auto sent = mail::composed({.to_address = noor_address,
                                      .to_name = row->get<std::string>(0),
                                      .subject = row->get<std::string>(1),
                                      .text = queued.text,
                                      .html = queued.html,
                                      .message_id = "x",
                                      .reply_to = {},
                                      .date = town_.clock().now()},
                                     "wijktafel@voorbeeld.example", "Wijktafel");
    const auto headers = sent.substr(0, sent.find("\r\n\r\n"));
    EXPECT_THAT(headers, Not(HasSubstr("\r\nBcc")));
    EXPECT_THAT(headers, HasSubstr("MIME-Version"));
  });
}

}  // namespace
}  // namespace wijktafel::accounts
