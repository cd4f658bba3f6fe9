// The own page, and what an administrator does with people and roles, through the whole program.
#include <gmock/gmock.h>

#include "app/testing.hpp"
#include "base/result.hpp"
#include "capabilities/accounts/accounts.hpp"
#include "capabilities/organisations/organisations.hpp"

namespace wijktafel::accounts {
namespace {

using app::testing::Browser;
using app::testing::Town;
using testing::HasSubstr;
using testing::Not;
using namespace std::chrono_literals;

identity::Grant role(std::string name) {
  return {.role = std::move(name), .area = {}, .organisation = std::nullopt};
}

class PeoplePages : public testing::Test {
 protected:
  PeoplePages() { ada_.enter(ada_id_); }
  static std::string person_path(identity::PersonId id) {
    return "/beheer/mensen/" + std::to_string(raw(id));
  }
  std::int64_t only_role_of(identity::PersonId id) {
    return town_.database().read([&](db::Transaction& tx) {
      return tx.find("SELECT id FROM account_role WHERE account = $1", id)->get<std::int64_t>(0);
    });
  }

  Town town_;
  identity::PersonId ada_id_ = town_.person("Ada Beheer", {role("administrator")}, "ada@voorbeeld.example");
  Browser ada_{town_};
};

TEST_F(PeoplePages, AreForAdministratorsOnly) {
  Browser visitor(town_);
  EXPECT_EQ(visitor.get("/beheer/mensen").status, 303);
  EXPECT_THAT(std::string(visitor.get("/beheer/mensen").header("Location")), HasSubstr("/inloggen?terug="));
  Browser coordinator(town_);
  coordinator.enter(town_.person("Bo", {role("coordinator")}));
  for (const auto* path : {"/beheer/mensen", "/beheer/mensen/1"}) {
    EXPECT_EQ(coordinator.get(path).status, 403);
    EXPECT_EQ(coordinator.post(path, {{"role", "administrator"}}).status, 403);
  }
  EXPECT_EQ(coordinator.post("/beheer/mensen/1/rollen/1").status, 403);
  EXPECT_EQ(ada_.get("/beheer/mensen").status, 200);
}

TEST_F(PeoplePages, ShowNamesAndRolesAndNeverAnAddress) {
  town_.person("Noor <de Vries>", {role("moderator")}, "noor@voorbeeld.example");
  const auto page = ada_.get("/beheer/mensen?zoek=vries");
  EXPECT_THAT(page.content(), HasSubstr("Noor &lt;de Vries&gt;"));
  EXPECT_THAT(page.content(), HasSubstr("Moderator"));
  EXPECT_THAT(page.content(), Not(HasSubstr("voorbeeld.example")));
  EXPECT_THAT(page.content(), Not(HasSubstr(person_path(ada_id_) + "\"")));
  EXPECT_THAT(ada_.get("/beheer/mensen?zoek=niemand").content(), HasSubstr("Er is niemand met deze naam."));
}

TEST_F(PeoplePages, AddSomebodyWhoThenSignsInByMail) {
  const auto added = ada_.post("/beheer/mensen", {{"name", "Noor"}, {"mail", "Noor@Voorbeeld.example"}});
  EXPECT_EQ(added.status, 303);
  Browser noor(town_);
  noor.post("/inloggen", {{"mail", "noor@voorbeeld.example"}});
  EXPECT_THAT(town_.mails().back().text, HasSubstr("Dag Noor,"));
}

TEST_F(PeoplePages, SayWhoHasAnAddressAlreadyAndLoseNothing) {
  const auto noor = town_.person("Noor", {}, "noor@voorbeeld.example");
  const auto page = ada_.post("/beheer/mensen", {{"name", "Iemand"}, {"mail", "noor@voorbeeld.example"}});
  EXPECT_EQ(page.status, 422);
  EXPECT_THAT(page.content(), HasSubstr("hoort al bij Noor"));
  EXPECT_THAT(page.content(), HasSubstr("href=\"/voorbeeldstad" + person_path(noor) + "\""));
  EXPECT_THAT(page.content(), HasSubstr("value=\"Iemand\""));
  EXPECT_EQ(ada_.post("/beheer/mensen", {{"name", ""}, {"mail", "geen adres"}}).status, 422);
}

TEST_F(PeoplePages, GiveARoleForAnAreaUntilADay) {
  const auto noor = town_.person("Noor");
  EXPECT_THAT(ada_.get(person_path(noor)).content(), HasSubstr("Parkbuurt"));
  const auto given = ada_.post(person_path(noor),
                               {{"role", "coordinator"}, {"area", "BU00010101"}, {"until", "2026-12-31"}});
  EXPECT_EQ(given.status, 303);
  const auto page = ada_.get(person_path(noor));
  EXPECT_THAT(page.content(), HasSubstr("Wijkregisseur, Parkbuurt"));
  EXPECT_THAT(page.content(), HasSubstr("tot en met 31 december 2026"));
  const auto again = ada_.post(person_path(noor), {{"role", "coordinator"}, {"area", "BU00010101"}});
  EXPECT_EQ(again.status, 422);
  EXPECT_THAT(again.content(), HasSubstr("Deze persoon heeft deze rol al"));
}

TEST_F(PeoplePages, AskForTheOrganisationOfAMember) {
  const auto noor = town_.person("Noor");
  const auto page = ada_.post(person_path(noor), {{"role", "member"}});
  EXPECT_EQ(page.status, 422);
  EXPECT_THAT(page.content(), HasSubstr("Kies de organisatie waarvoor deze persoon spreekt"));
  town_.database().write(
      [](db::Transaction& tx) { return organisations::create_organisation(tx, "police", "Politie"); });
  EXPECT_EQ(ada_.post(person_path(noor), {{"role", "member"}, {"organisation", "politie"}}).status, 303);
  EXPECT_THAT(ada_.get(person_path(noor)).content(), HasSubstr("Namens Politie"));
}

TEST_F(PeoplePages, RefuseARoleThatDoesNotExistOrADayThatIsGone) {
  const auto noor = town_.person("Noor");
  EXPECT_EQ(ada_.post(person_path(noor), {{"role", "superuser"}}).status, 422);
  EXPECT_EQ(ada_.post(person_path(noor), {}).status, 422);
  const auto late = ada_.post(person_path(noor), {{"role", "moderator"}, {"until", "2026-11-21"}});
  EXPECT_EQ(late.status, 422);
  EXPECT_THAT(late.content(), HasSubstr("Kies een dag die nog komt"));
  EXPECT_THAT(ada_.get(person_path(noor)).content(), HasSubstr("Deze persoon heeft nog geen rol."));
}

TEST_F(PeoplePages, EndARoleAtOnce) {
  const auto noor = town_.person("Noor", {role("administrator")});
  Browser browser(town_);
  browser.enter(noor);
  EXPECT_EQ(browser.get("/beheer/mensen").status, 200);
  EXPECT_EQ(ada_.post(person_path(noor) + "/rollen/" + std::to_string(only_role_of(noor))).status, 303);
  EXPECT_EQ(browser.get("/beheer/mensen").status, 403);
}

TEST_F(PeoplePages, KeepTheLastAdministrator) {
  const auto page = ada_.post(person_path(ada_id_) + "/rollen/" + std::to_string(only_role_of(ada_id_)));
  EXPECT_EQ(page.status, 409);
  EXPECT_THAT(page.content(), HasSubstr("Dit is de laatste beheerder"));
  EXPECT_EQ(ada_.get("/beheer/mensen").status, 200);
  EXPECT_EQ(ada_.post("/mijn/verwijderen").status, 409);
}

TEST_F(PeoplePages, SayNotFoundForPeopleWhoAreNot) {
  for (const auto* path : {"/beheer/mensen/999", "/beheer/mensen/0", "/beheer/mensen/x"}) {
    EXPECT_EQ(ada_.get(path).status, 404) << path;
    EXPECT_EQ(ada_.post(path, {{"role", "moderator"}}).status, 404) << path;
  }
  EXPECT_EQ(ada_.post("/beheer/mensen/999/rollen/1").status, 404);
}

// --- what an import brings ---

constexpr std::string_view story = R"({
  "organisations": [{"key": "linde", "kind": "housing_corporation", "name": "Woonstichting De Linde"}],
  "people": [{"key": "noor", "name": "Noor de Vries", "mail": "Noor@Voorbeeld.example", "language": "en",
              "roles": [{"role": "member", "organisation": "linde", "from": "2025-09-01"},
                        {"role": "moderator", "area": "BU00010101", "until": "2026-12-31"}]}]})";

TEST(ImportedPeople, HoldTheirRolesFromTheirDays) {
  Town town({.is_demo = false, .base_url = "http://127.0.0.1:8080", .story = std::string(story)});
  const auto noor = town.database().read([](db::Transaction& tx) { return find_by_key(tx, "noor"); });
  ASSERT_TRUE(noor);
  Browser ada(town);
  ada.enter(town.person("Ada", {role("administrator")}));
  const auto page = ada.get("/beheer/mensen/" + std::to_string(raw(*noor)));
  EXPECT_THAT(page.content(), HasSubstr("Namens Woonstichting De Linde"));
  EXPECT_THAT(page.content(), HasSubstr("sinds 1 september 2025"));
  EXPECT_THAT(page.content(), HasSubstr("Moderator, Parkbuurt"));
  EXPECT_THAT(page.content(), HasSubstr("tot en met 31 december 2026"));
  town.database().read([&](db::Transaction& tx) {
    EXPECT_EQ(mail_address_of(tx, *noor)->address, "noor@voorbeeld.example");
    EXPECT_EQ(mail_address_of(tx, *noor)->language, i18n::Language::en);
  });
}

TEST(ImportedPeople, WithAFaultAreRefusedWithoutTheirNameOrAddress) {
  for (const std::string_view fault :
       {R"("mail": "geen adres", "roles": [])", R"("roles": [{"role": "superuser"}])",
        R"("roles": [{"role": "member"}])", R"("roles": [{"role": "member", "organisation": "nergens"}])",
        R"("roles": [{"role": "moderator", "area": "BU99"}])",
        R"("roles": [{"role": "moderator", "from": "gisteren"}])"}) {
    const auto json = R"({"people": [{"key": "noor", "name": "Noor de Vries", )" + std::string(fault) + "}]}";
    try {
      Town town({.is_demo = false, .base_url = "http://127.0.0.1:8080", .story = json});
      ADD_FAILURE() << fault;
    } catch (const Failure& failure) {
      EXPECT_THAT(failure.what(), HasSubstr("noor"));
      EXPECT_THAT(failure.what(), Not(HasSubstr("Noor de Vries")));
      EXPECT_THAT(failure.what(), Not(HasSubstr("geen adres")));
    }
  }
}

class MyPages : public PeoplePages {
 protected:
  MyPages() { browser_.enter(noor_); }
  identity::PersonId noor_ = town_.person("Noor", {role("resident")}, "noor@voorbeeld.example");
  Browser browser_{town_};
};

TEST_F(MyPages, AreForWhoIsSignedIn) {
  Browser visitor(town_);
  for (const auto* path : {"/mijn", "/mijn/verwijderen"}) EXPECT_EQ(visitor.get(path).status, 303);
  EXPECT_EQ(visitor.post("/mijn").status, 303);
  EXPECT_EQ(visitor.post("/mijn", {{"name", "X"}}).status, 403);  // with what was typed, to send it again
}

TEST_F(MyPages, ShowAndChangeNameAndLanguage) {
  const auto page = browser_.get("/mijn");
  EXPECT_THAT(page.content(), HasSubstr("value=\"Noor\""));
  EXPECT_THAT(page.content(), Not(HasSubstr("voorbeeld.example")));
  EXPECT_THAT(std::string(page.header("Cache-Control")), HasSubstr("no-store"));
  EXPECT_EQ(browser_.post("/mijn", {{"name", "Noor \"N\" de Vries"}, {"language", "en"}}).status, 303);
  EXPECT_THAT(browser_.get("/mijn").content(), HasSubstr("value=\"Noor &quot;N&quot; de Vries\""));
  const auto refused = browser_.post("/mijn", {{"name", ""}, {"language", "fr"}});
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(refused.content(), HasSubstr("Vul uw naam in"));
}

TEST_F(MyPages, ShowAndEndSessions) {
  Browser phone(town_);
  phone.enter(noor_);
  const auto page = browser_.get("/mijn");
  EXPECT_THAT(page.content(), HasSubstr("Dit is het apparaat dat u nu gebruikt."));
  EXPECT_THAT(page.content(), HasSubstr("Voor het laatst gebruikt: zondag 22 november, 12.00 uur"));
  EXPECT_EQ(browser_.post("/mijn/apparaten").status, 303);
  EXPECT_EQ(phone.get("/mijn").status, 303);
  EXPECT_EQ(browser_.get("/mijn").status, 200);
}

TEST_F(MyPages, EndNoSessionOfAnother) {
  const auto session = town_.database().read([&](db::Transaction& tx) {
    return tx.find("SELECT id FROM account_session WHERE account = $1", ada_id_)->get<std::int64_t>(0);
  });
  browser_.post("/mijn/apparaten/" + std::to_string(session));
  EXPECT_EQ(ada_.get("/mijn").status, 200);
}

TEST_F(MyPages, NoteAVisitAtMostOnceAnHour) {
  const auto seen = [&] {
    return town_.database().read([&](db::Transaction& tx) {
      return tx.find("SELECT last_seen_at FROM account_session WHERE account = $1", noor_)->get<Instant>(0);
    });
  };
  const auto begun = seen();
  town_.clock().advance(59min);
  browser_.get("/mijn");
  EXPECT_EQ(seen(), begun);
  town_.clock().advance(2min);
  browser_.get("/mijn");
  EXPECT_EQ(seen(), begun + 61min);
}

TEST_F(MyPages, LetSomebodyLeaveForGood) {
  EXPECT_THAT(browser_.get("/mijn/verwijderen").content(), HasSubstr("Verwijder mijn account"));
  EXPECT_EQ(browser_.post("/mijn/verwijderen").status, 303);
  EXPECT_EQ(browser_.get("/mijn").status, 303);
  EXPECT_THAT(ada_.get("/beheer/mensen").content(), Not(HasSubstr("Noor")));
  town_.run_jobs();
}

}  // namespace
}  // namespace wijktafel::accounts
