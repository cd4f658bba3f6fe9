// Signing in through the whole program: what a browser gets, and what nobody may learn or do.
#include <gmock/gmock.h>
#include <regex>

#include "app/testing.hpp"

namespace wijktafel::accounts {
namespace {

using app::testing::Browser;
using app::testing::Town;
using app::testing::TownOptions;
using testing::HasSubstr;
using testing::Not;
using namespace std::chrono_literals;

const std::string noor_address = "noor@voorbeeld.example";

class SignInPages : public testing::Test {
 protected:
  identity::PersonId noor() { return town_.person("Noor de Vries", {}, noor_address); }
  void ask(Browser& browser, const std::string& address = noor_address, const std::string& back = {}) {
    ASSERT_EQ(browser.post("/inloggen", {{"mail", address}, {"terug", back}}).status, 303);
  }
  // The path in the newest mail, below the municipality; and its code.
  std::string mailed_link() {
    std::smatch found;
    const auto text = town_.mails().back().text;
    EXPECT_TRUE(std::regex_search(text, found, std::regex("/inloggen/link/[A-Za-z0-9_-]{22}"))) << text;
    return found.str();
  }
  std::string mailed_code() {
    std::smatch found;
    const auto text = town_.mails().back().text;
    EXPECT_TRUE(std::regex_search(text, found, std::regex("\n([0-9]{6})\n"))) << text;
    return found[1];
  }
  bool is_signed_in(Browser& browser) { return browser.get("/mijn").status == 200; }

  Town town_;
  Browser browser_{town_};
};

TEST_F(SignInPages, LetSomebodyInByTheMailedLink) {
  noor();
  ask(browser_, "  Noor@Voorbeeld.example ");
  const auto mail = town_.mails().back();
  EXPECT_EQ(mail.to_address, noor_address);
  EXPECT_THAT(mail.text, HasSubstr("Dag Noor de Vries,"));
  EXPECT_THAT(mail.html, HasSubstr("href=\"http://127.0.0.1:8080/voorbeeldstad/inloggen/link/"));
  const auto link = mailed_link();
  const auto page = browser_.get(link);
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.content(), HasSubstr("method=\"post\""));
  EXPECT_FALSE(is_signed_in(browser_));
  EXPECT_EQ(browser_.post(link).status, 303);
  EXPECT_TRUE(is_signed_in(browser_));
}

TEST_F(SignInPages, LetSomebodyInByTheCode) {
  noor();
  ask(browser_);
  EXPECT_THAT(browser_.get("/inloggen/code").content(), HasSubstr("Code van zes cijfers"));
  const auto code = mailed_code();
  EXPECT_EQ(browser_.post("/inloggen/code", {{"code", code.substr(0, 3) + " " + code.substr(3)}}).status,
            303);
  EXPECT_TRUE(is_signed_in(browser_));
}

TEST_F(SignInPages, UseNothingUpWhenAMailScannerOpensTheLink) {
  noor();
  ask(browser_);
  Browser scanner(town_);
  for (int i = 0; i < 3; ++i) EXPECT_EQ(scanner.get(mailed_link()).status, 200);
  EXPECT_EQ(browser_.post(mailed_link()).status, 303);
}

TEST_F(SignInPages, SayTheSameForAddressesThatAreKnownAndUnknown) {
  noor();
  Browser other(town_);
  const auto known = browser_.post("/inloggen", {{"mail", noor_address}});
  const auto unknown = other.post("/inloggen", {{"mail", "onbekend@voorbeeld.example"}});
  EXPECT_EQ(known.status, unknown.status);
  EXPECT_EQ(known.header("Location"), unknown.header("Location"));
  EXPECT_EQ(browser_.get("/inloggen/code").content(), other.get("/inloggen/code").content());
  // A wrong code tells nothing either.
  const auto wrong = [](const std::string& code) { return code == "000000" ? "000001" : "000000"; };
  const auto other_code = mailed_code();
  EXPECT_EQ(browser_.post("/inloggen/code", {{"code", "12"}}).content(),
            other.post("/inloggen/code", {{"code", "12"}}).content());
  EXPECT_EQ(other.post("/inloggen/code", {{"code", wrong(other_code)}}).status, 422);
}

TEST_F(SignInPages, SayTheSameForAnAddressThatWasAskedForTooOften) {
  noor();
  for (int i = 0; i < 5; ++i) ask(browser_);
  EXPECT_EQ(town_.mails().size(), 5U);
  Browser other(town_);
  const auto stopped = other.post("/inloggen", {{"mail", noor_address}});
  const auto fresh = other.post("/inloggen", {{"mail", "nieuw@voorbeeld.example"}});
  EXPECT_EQ(stopped.status, fresh.status);
  EXPECT_EQ(stopped.header("Location"), fresh.header("Location"));
  EXPECT_EQ(town_.mails().size(), 6U);
}

TEST_F(SignInPages, KeepTheCodeOfTheLastMailWhenNoNewOneIsSent) {
  noor();
  for (int i = 0; i < 6; ++i) ask(browser_);
  EXPECT_EQ(browser_.post("/inloggen/code", {{"code", mailed_code()}}).status, 303);
  EXPECT_TRUE(is_signed_in(browser_));
}

TEST_F(SignInPages, BringPeopleBackToWhereTheyWere) {
  noor();
  const auto page = browser_.get("/inloggen?terug=%2Fvoorbeeldstad%2Fparkbuurt%3Fa%3D1");
  EXPECT_THAT(page.content(), HasSubstr("value=\"/voorbeeldstad/parkbuurt?a=1\""));
  ask(browser_, noor_address, "/voorbeeldstad/parkbuurt?a=1");
  EXPECT_EQ(browser_.post(mailed_link()).header("Location"), "/voorbeeldstad/parkbuurt?a=1");
}

TEST_F(SignInPages, BringNobodyToAnotherSite) {
  noor();
  for (const std::string back :
       {"//anders.nl", "https://anders.nl", "/\\anders.nl", "/voorbeeldstad\\..\\..", "/anders"}) {
    EXPECT_THAT(browser_.get("/inloggen?terug=" + http::percent_encoded(back)).content(),
                HasSubstr("name=\"terug\" value=\"/voorbeeldstad\""))
        << back;
    town_.clock().advance(31min);
    ask(browser_, noor_address, back);
    EXPECT_EQ(browser_.post(mailed_link()).header("Location"), "/voorbeeldstad") << back;
  }
}

TEST_F(SignInPages, SayThatALinkWasUsedOrIsTooOldOrUnknown) {
  noor();
  ask(browser_);
  const auto used = mailed_link();
  browser_.post(used);
  Browser other(town_);
  for (const auto& page : {other.get(used), other.post(used)}) {
    EXPECT_EQ(page.status, 410);
    EXPECT_THAT(page.content(), HasSubstr("Deze link is al gebruikt"));
    EXPECT_THAT(page.content(), HasSubstr("href=\"/voorbeeldstad/inloggen\""));
  }
  EXPECT_EQ(other.session(), "");
  // Who pressed twice is told that all is well.
  EXPECT_THAT(browser_.post(used).content(), HasSubstr("U bent al ingelogd als Noor de Vries."));

  ask(other);
  const auto old = mailed_link();
  town_.clock().advance(30min);
  for (const auto& page : {other.get(old), other.post(old)}) {
    EXPECT_EQ(page.status, 410);
    EXPECT_THAT(page.content(), HasSubstr("Deze link is verlopen"));
  }
  EXPECT_EQ(other.get("/inloggen/link/AAAAAAAAAAAAAAAAAAAAAA").status, 404);
  EXPECT_EQ(other.post("/inloggen/link/AAAAAAAAAAAAAAAAAAAAAA").status, 404);
}

TEST_F(SignInPages, RefuseTheSixthCodeThoughItIsRight) {
  noor();
  ask(browser_);
  const auto code = mailed_code();
  const std::string wrong = code == "000000" ? "000001" : "000000";
  EXPECT_THAT(browser_.post("/inloggen/code", {{"code", wrong}}).content(), HasSubstr("nog 4 keer proberen"));
  for (int i = 0; i < 4; ++i) EXPECT_EQ(browser_.post("/inloggen/code", {{"code", wrong}}).status, 422);
  const auto sixth = browser_.post("/inloggen/code", {{"code", code}});
  EXPECT_EQ(sixth.status, 422);
  EXPECT_THAT(sixth.content(), HasSubstr("Gebruik de link in de mail"));
  EXPECT_FALSE(is_signed_in(browser_));
  EXPECT_EQ(browser_.post(mailed_link()).status, 303);
}

TEST_F(SignInPages, GiveANewSessionThatNobodyCouldPlant) {
  noor();
  browser_.cookies()["wijktafel"] = "geplant-door-een-ander";
  ask(browser_);
  const auto entered = browser_.post(mailed_link());
  EXPECT_NE(browser_.session(), "geplant-door-een-ander");
  EXPECT_GE(browser_.session().size(), 22U);
  Browser attacker(town_);
  attacker.cookies()["wijktafel"] = "geplant-door-een-ander";
  EXPECT_FALSE(is_signed_in(attacker));
  bool is_guarded = false;
  for (const auto& [name, value] : entered.headers)
    if (name == "Set-Cookie" && value.starts_with("wijktafel="))
      is_guarded =
          value.find("HttpOnly") != std::string::npos && value.find("SameSite=Lax") != std::string::npos;
  EXPECT_TRUE(is_guarded);
}

TEST_F(SignInPages, BindTheCookieToTheHostOverTls) {
  Town secure(TownOptions{.base_url = "https://wijktafel.voorbeeld.nl"});
  secure.person("Noor", {}, noor_address);
  Browser browser(secure);
  browser.post("/inloggen", {{"mail", noor_address}});
  EXPECT_TRUE(browser.cookies().contains("__Host-wijktafel-inloggen"));
  std::smatch found;
  const auto text = secure.mails().back().text;
  ASSERT_TRUE(std::regex_search(text, found, std::regex("/inloggen/link/[A-Za-z0-9_-]+")));
  const auto entered = browser.post(found.str());
  EXPECT_TRUE(browser.cookies().contains("__Host-wijktafel"));
  for (const auto& [name, value] : entered.headers) {
    if (name == "Set-Cookie") {
      EXPECT_THAT(value, HasSubstr("; Secure"));
    }
  }
}

TEST_F(SignInPages, MakeAnAccountForANewAddress) {
  ask(browser_, "sem@voorbeeld.example", "/voorbeeldstad/parkbuurt");
  EXPECT_EQ(town_.mails().back().subject, "Maak uw account bij Wijktafel");
  const auto link = mailed_link();
  EXPECT_THAT(browser_.get(link).content(), HasSubstr("Uw naam"));
  const auto nameless = browser_.post(link, {{"name", "  "}});
  EXPECT_EQ(nameless.status, 422);
  EXPECT_THAT(nameless.content(), HasSubstr("Vul uw naam in"));
  const auto entered = browser_.post(link, {{"name", "Sem"}});
  EXPECT_EQ(entered.header("Location"), "/voorbeeldstad/parkbuurt");
  EXPECT_THAT(browser_.get("/mijn").content(), HasSubstr("Bewoner"));
}

TEST_F(SignInPages, AskANewAddressForANameAfterTheCode) {
  ask(browser_, "sem@voorbeeld.example");
  const auto code = mailed_code();
  const auto question = browser_.post("/inloggen/code", {{"code", code}});
  EXPECT_EQ(question.status, 200);
  EXPECT_THAT(question.content(), HasSubstr("name=\"code\" value=\"" + code + "\""));
  EXPECT_EQ(browser_.post("/inloggen/code", {{"code", code}, {"name", ""}}).status, 422);
  EXPECT_EQ(browser_.post("/inloggen/code", {{"code", code}, {"name", "Sem"}}).status, 303);
  EXPECT_TRUE(is_signed_in(browser_));
}

TEST_F(SignInPages, GiveTheFormBackForWhatIsNoAddress) {
  const auto empty = browser_.post("/inloggen", {});
  EXPECT_EQ(empty.status, 422);
  EXPECT_THAT(empty.content(), HasSubstr("Vul uw e-mailadres in"));
  const auto wrong = browser_.post(
      "/inloggen", {{"mail", "noor apenstaart voorbeeld"}, {"terug", "/voorbeeldstad/parkbuurt"}});
  EXPECT_EQ(wrong.status, 422);
  EXPECT_THAT(wrong.content(), HasSubstr("value=\"noor apenstaart voorbeeld\""));
  EXPECT_THAT(wrong.content(), HasSubstr("value=\"/voorbeeldstad/parkbuurt\""));
  EXPECT_EQ(browser_.post("/inloggen", {{"mail", "noor@voorbeeld.example\r\nBcc: x@y.example"}}).status, 422);
  EXPECT_EQ(town_.mails().size(), 0U);
}

TEST_F(SignInPages, WriteInTheLanguageOfTheAccount) {
  const auto person = noor();
  town_.database().write(
      [&](db::Transaction& tx) { tx.execute("UPDATE account SET language = 'en' WHERE id = $1", person); });
  ask(browser_);
  EXPECT_EQ(town_.mails().back().subject, "Sign in to Wijktafel");
}

TEST_F(SignInPages, SendTheMailAndForgetIt) {
  noor();
  ask(browser_);
  town_.run_jobs();
  EXPECT_EQ(town_.mails().size(), 0U);
  town_.database().read([&](db::Transaction& tx) {
    const auto row = tx.find("SELECT to_address, text, html, sent_at FROM mail_outbox");
    ASSERT_TRUE(row);
    EXPECT_FALSE(row->get<std::optional<std::string>>(0));
    EXPECT_FALSE(row->get<std::optional<std::string>>(1));
    EXPECT_FALSE(row->get<std::optional<std::string>>(2));
    EXPECT_TRUE(row->get<std::optional<std::int64_t>>(3));
  });
}

TEST_F(SignInPages, KeepNobodyOutBecauseTheClockWasAYearAhead) {
  const auto sent = [&] { return town_.mails().size(); };
  const auto ask_too_often = [&] {
    for (int i = 0; i < 30; ++i) browser_.post("/inloggen", {{"mail", noor_address}, {"terug", ""}});
  };
  noor();
  town_.clock().advance(365 * 24h);
  ask_too_often();
  town_.run_jobs();
  town_.clock().advance(-365 * 24h);
  ask_too_often();
  EXPECT_EQ(sent(), 0U);  // this is what is to be mended
  town_.run_jobs();
  ask(browser_);
  EXPECT_EQ(sent(), 1U);
}

TEST_F(SignInPages, LetPeopleOutByAFormOfOurs) {
  browser_.enter(noor());
  const auto session = browser_.session();
  EXPECT_EQ(browser_.post("/uitloggen", {}, "cross-site").status, 403);
  EXPECT_TRUE(is_signed_in(browser_));
  EXPECT_EQ(browser_.post("/uitloggen").header("Location"), "/voorbeeldstad");
  EXPECT_EQ(browser_.session(), "");
  browser_.cookies()["wijktafel"] = session;
  EXPECT_FALSE(is_signed_in(browser_));
}

TEST_F(SignInPages, HaveNoDemoPeopleOutsideADemo) {
  const auto person = noor();
  town_.person("Ada", {{.role = "administrator", .area = {}, .organisation = std::nullopt}});
  EXPECT_THAT(browser_.get("/inloggen").content(), Not(HasSubstr("Demo-personen")));
  EXPECT_EQ(browser_.post("/inloggen/demo", {{"person", std::to_string(raw(person))}}).status, 404);
  EXPECT_EQ(browser_.session(), "");
}

TEST_F(SignInPages, LetAnybodyBeADemoPersonInADemo) {
  Town demo(TownOptions{.is_demo = true});
  const auto ada =
      demo.person("Ada <Beheer>", {{.role = "administrator", .area = {}, .organisation = std::nullopt}});
  Browser browser(demo);
  const auto page = browser.get("/inloggen");
  EXPECT_THAT(page.content(), HasSubstr("Demo-personen"));
  EXPECT_THAT(page.content(), HasSubstr("Ga verder als Ada &lt;Beheer&gt;"));
  const auto entered =
      browser.post("/inloggen/demo", {{"person", std::to_string(raw(ada))}, {"terug", "//anders.nl"}});
  EXPECT_EQ(entered.header("Location"), "/voorbeeldstad");
  EXPECT_EQ(browser.get("/beheer/mensen").status, 200);
  EXPECT_EQ(browser.post("/inloggen/demo", {{"person", "999"}}).status, 404);
  EXPECT_EQ(browser.post("/inloggen/demo", {{"person", "x"}}).status, 404);
}

TEST_F(SignInPages, TellANetworkThatAskedTooOftenWhenToTryAgain) {
  town_.database().write([&](db::Transaction& tx) {
    for (int i = 0; i < 300; ++i)
      tx.execute(
          "INSERT INTO account_sign_in (mail_address, network, language, return_path, link_hash, "
          "browser_hash, code_hash, "
          "wrong_codes, asked_at) VALUES ($1, '203.0.113.0/24', 'nl', '/', $1, $1, '', 0, $2)",
          std::to_string(i), town_.clock().now());
  });
  const auto refused = browser_.post("/inloggen", {{"mail", noor_address}});
  EXPECT_EQ(refused.status, 429);
  EXPECT_EQ(refused.header("Retry-After"), "1800");
  EXPECT_THAT(refused.content(), HasSubstr("na 12.30 uur opnieuw"));
  Browser elsewhere(town_);
  elsewhere.peer = "198.51.100.9";
  EXPECT_EQ(elsewhere.post("/inloggen", {{"mail", noor_address}}).status, 303);
}

}  // namespace
}  // namespace wijktafel::accounts
