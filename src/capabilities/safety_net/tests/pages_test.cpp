// The pages of the safety net, of teams, absences and themes through the whole program.
#include <gmock/gmock.h>

#include "app/testing.hpp"
#include "capabilities/goals/actions/answer_offer.hpp"
#include "capabilities/goals/actions/offer_commitment.hpp"
#include "capabilities/organisations/organisations.hpp"
#include "capabilities/safety_net/safety_net.hpp"
#include "capabilities/safety_net/web/week_mail.hpp"

namespace wijktafel::safety_net {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class NetPages : public ::testing::Test {
 protected:
  app::testing::Browser as(std::string_view name, std::string role, std::string area = {},
                           std::optional<OrganisationId> organisation = std::nullopt) {
    app::testing::Browser browser(town_);
    browser.enter(town_.person(
        name, {{.role = std::move(role), .area = std::move(area), .organisation = organisation}}));
    return browser;
  }
  OrganisationId municipality() {
    return town_.database().write([](db::Transaction& tx) {
      return organisations::create_organisation(tx, "municipality", "Gemeente Voorbeeldstad", "gemeente");
    });
  }
  OrganisationId as_organisation(const std::string& name) {
    return town_.database().write(
        [&](db::Transaction& tx) { return organisations::create_organisation(tx, "welfare", name); });
  }
  ItemId offer(OrganisationId promiser, const std::string& title, int days) {
    return town_.database().write([&](db::Transaction& tx) {
      return goals::offer_commitment(tx, town_.clock().now(), identity::system_actor(),
                                     {.area = *town_.service().find_area("BU00010101"),
                                      .title = title,
                                      .measure = "men ziet het",
                                      .promiser = promiser,
                                      .due = plus_days(local_date(town_.clock().now()), days)})
          .value();
    });
  }
  void promise(OrganisationId promiser, const std::string& title, int days) {
    const auto id = offer(promiser, title, days);
    identity::Actor somebody;
    somebody.person = promiser_;
    somebody.grants.push_back({.role = "member", .area = {}, .organisation = promiser});
    town_.database().write([&](db::Transaction& tx) {
      ASSERT_TRUE(goals::accept_commitment(tx, town_.clock().now(), somebody, id, std::nullopt));
    });
  }
  // Reported on Sunday 22 November 2026 by a visitor.
  std::string report(std::string_view text) {
    const auto call = web::job_call(town_.service(), i18n::Language::nl, town_.clock().now());
    const auto area = town_.service().find_area("BU00010101").value();
    return town_.database().write([&](db::Transaction& tx) {
      const auto told =
          signals::tell(call, tx, area, {.text = std::string(text), .domains = items::physical});
      return std::to_string(raw(told.value().item));
    });
  }
  app::testing::Town town_;
  app::testing::Browser visitor_{town_};
  PersonId promiser_ = town_.person("Iris", {});
};

TEST_F(NetPages, AnAdministratorChoosesTheDeskAndTheSignalSaysWhereItGoes) {
  const auto gemeente = municipality();
  as("Bram Kok", "member", {}, gemeente);
  auto ada = as("Ada Beheer", "administrator");
  EXPECT_THAT(ada.get("/beheer/vangnet").content(), HasSubstr("nog geen vangnet dat werkt"));
  const auto wrong =
      ada.post("/beheer/vangnet", {{"area", "GM0001"}, {"desk", "person-999"}, {"valid_from", "2026-11-01"}});
  EXPECT_EQ(wrong.status, 422);
  EXPECT_THAT(wrong.content(), HasSubstr("Kies wie opvangt"));
  const auto set = ada.post("/beheer/vangnet", {{"area", "GM0001"},
                                                {"desk", "organisation-" + std::to_string(raw(gemeente))},
                                                {"valid_from", "2026-11-22"}});
  EXPECT_EQ(set.status, 303);
  EXPECT_THAT(ada.get("/beheer/vangnet").content(), Not(HasSubstr("nog geen vangnet dat werkt")));
  const auto number = report("Het pad is donker");
  const auto page = visitor_.get("/parkbuurt/signalen/" + number).content();
  EXPECT_THAT(page, HasSubstr("Waarom deze datum"));
  EXPECT_THAT(page, HasSubstr("10 werkdagen"));
  EXPECT_THAT(page, HasSubstr("naar het vangnet: Gemeente Voorbeeldstad"));
  EXPECT_THAT(page, Not(HasSubstr("Geef bericht namens het vangnet")));
}

TEST_F(NetPages, WhoIsAtTheDeskGivesAMessageWithANewDateOnceTheDateHasPassed) {
  auto sanne = as("Sanne Boskamp", "coordinator", "BU00010101");
  const auto number = report("Het pad is donker");
  EXPECT_EQ(sanne.get("/parkbuurt/signalen/" + number + "/vangnet").status, 404) << "not late yet";
  town_.clock().set(parse_instant("2026-12-14T09:00:00+01:00").value());
  town_.run_jobs();
  sanne.enter(
      town_.person("Sanne Twee", {{.role = "coordinator", .area = "BU00010101", .organisation = {}}}));
  const auto page = sanne.get("/parkbuurt/signalen/" + number).content();
  EXPECT_THAT(page, HasSubstr("Geef bericht namens het vangnet"));
  const auto form = "/parkbuurt/signalen/" + number + "/vangnet";
  EXPECT_EQ(visitor_.get(form).status, 303);
  EXPECT_EQ(sanne.get(form).status, 200);
  const auto empty = sanne.post(form, {{"net_text", ""}, {"net_date", "2026-12-01"}});
  EXPECT_EQ(empty.status, 422);
  EXPECT_THAT(empty.content(), HasSubstr("Schrijf wat er nu gebeurt"));
  EXPECT_THAT(empty.content(), HasSubstr("Kies vandaag of een latere dag"));
  EXPECT_EQ(sanne.post(form, {{"net_text", "De aannemer komt kijken."}, {"net_date", "2026-12-21"}}).status,
            303);
  EXPECT_THAT(visitor_.get("/parkbuurt/signalen/" + number).content(), HasSubstr("De aannemer komt kijken."));
  EXPECT_EQ(sanne.get(form).status, 404) << "there is a new date";
}

TEST_F(NetPages, ThePageOfTheWeekShowsWhatIsDueAndWhoIsAway) {
  report("Het pad is donker");
  town_.clock().set(parse_instant("2026-11-30T09:00:00+01:00").value());
  auto sanne = as("Sanne Boskamp", "coordinator", "BU00010101");
  auto omar = as("Omar Haddad", "coordinator", "BU00010102");
  EXPECT_EQ(omar.post("/mijn/afwezig", {{"first_day", "2026-12-01"}, {"last_day", "2026-12-02"}}).status,
            303);
  const auto page = sanne.get("/deze-week");
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.content(), HasSubstr("Het pad is donker"));
  EXPECT_THAT(page.content(), HasSubstr("Omar Haddad is er niet"));
  EXPECT_THAT(omar.get("/deze-week").content(), Not(HasSubstr("Het pad is donker")));
  auto sem = as("Sem", "resident");
  EXPECT_THAT(sem.get("/deze-week").content(), HasSubstr("geen gebied of organisatie"));
}

TEST_F(NetPages, ThePageOfTheWeekTellsNothingOfWhatIsConfidential) {
  const auto gemeente = municipality();
  const items::ItemId id{std::stoll(report("Ruzie bij de garages"))};
  town_.clock().set(parse_instant("2026-11-30T09:00:00+01:00").value());
  town_.database().write([&](db::Transaction& tx) {
    items::Change change;
    change.holder = std::optional(gemeente);
    change.visibility = items::Visibility::confidential;
    EXPECT_TRUE(items::change(tx, town_.clock().now(), identity::system_actor(), id, change,
                              {.what = "signals.looked_at"})
                    .has_value());
  });
  auto bram = as("Bram Kok", "member", {}, gemeente);
  const auto of_member = bram.get("/deze-week").content();
  EXPECT_THAT(of_member, Not(HasSubstr("Ruzie")));
  EXPECT_THAT(of_member, Not(HasSubstr("Vertrouwelijk signaal")));
  const auto of_coordinator = as("Sanne Boskamp", "coordinator", "BU00010101").get("/deze-week").content();
  EXPECT_THAT(of_coordinator, Not(HasSubstr("Ruzie")));
  EXPECT_THAT(of_coordinator, HasSubstr("Vertrouwelijk signaal"));
}

TEST_F(NetPages, ThePageOfTheWeekFindsWhatAnOrganisationHasInALargeTown) {
  const auto gemeente = municipality();
  const auto area = *town_.service().find_area("BU00010101");
  const auto now = town_.clock().now();
  town_.database().write([&](db::Transaction& tx) {
    for (int count = 0; count < 1001; ++count)
      signals::keep_past(tx, area, {.signal = {.text = "van een ander"}, .reported_at = now},
                         local_date(now));
    signals::keep_past(tx, area,
                       {.signal = {.text = "De brug staat open", .holder = gemeente}, .reported_at = now},
                       plus_days(local_date(now), 1));
  });
  town_.clock().set(parse_instant("2026-11-30T09:00:00+01:00").value());
  auto bram = as("Bram Kok", "member", {}, gemeente);
  EXPECT_THAT(bram.get("/deze-week").content(), HasSubstr("De brug staat open"));
}

TEST_F(NetPages, ThePageOfTheWeekFindsWhatIsNewForAnOrganisationInALargeTown) {
  const auto gemeente = municipality();
  const auto area = *town_.service().find_area("BU00010101");
  const auto now = town_.clock().now();
  const auto keep = [&](db::Transaction& tx, const char* text, std::optional<OrganisationId> holder) {
    signals::keep_past(tx, area, {.signal = {.text = text, .holder = holder}, .reported_at = now},
                       plus_days(local_date(now), 60));
  };
  town_.database().write([&](db::Transaction& tx) {
    keep(tx, "De brug staat open", gemeente);
    for (int count = 0; count < 101; ++count) keep(tx, "van een ander", std::nullopt);
    // Taken in later, told long ago.
    for (int count = 0; count < 101; ++count)
      signals::keep_past(tx, area,
                         {.signal = {.text = "van jaren her", .holder = gemeente},
                          .reported_at = now - std::chrono::days(900)},
                         plus_days(local_date(now), 60));
  });
  auto bram = as("Bram Kok", "member", {}, gemeente);
  const auto page = bram.get("/deze-week").content();
  EXPECT_THAT(page, HasSubstr("De brug staat open"));
  EXPECT_THAT(page, Not(HasSubstr("van een ander")));
  EXPECT_THAT(page, Not(HasSubstr("van jaren her")));
}

TEST_F(NetPages, ThePageOfTheWeekSaysWhatAnOrganisationPromisedForThisWeek) {
  const auto gemeente = municipality();
  const auto other = as_organisation("Welzijn De Linde");
  promise(gemeente, "De lampen maken", 2);
  promise(gemeente, "Pas veel later", 60);
  promise(other, "Iets van een ander", 2);
  offer(gemeente, "Waar niemand nog ja op zei", 2);
  town_.clock().set(parse_instant("2026-11-23T09:00:00+01:00").value());
  const auto page = as("Bram Kok", "member", {}, gemeente).get("/deze-week").content();
  EXPECT_THAT(page, HasSubstr("De lampen maken"));
  for (const auto* absent : {"Iets van een ander", "Pas veel later", "Waar niemand nog ja op zei"})
    EXPECT_THAT(page, Not(HasSubstr(absent)));
  EXPECT_THAT(as("Sanne Boskamp", "coordinator", "BU00010101").get("/deze-week").content(),
              HasSubstr("Iets van een ander"));
}

TEST_F(NetPages, ThePageOfTheWeekFindsAPromiseBehindManyOfOthersAndSaysWhenThereAreMore) {
  const auto gemeente = municipality();
  const auto other = as_organisation("Welzijn De Linde");
  for (int count = 0; count < 101; ++count) promise(other, "Iets van een ander", 1);
  for (int count = 0; count < 20; ++count) promise(gemeente, "Het pad vegen", 3);
  town_.clock().set(parse_instant("2026-11-23T09:00:00+01:00").value());
  auto bram = as("Bram Kok", "member", {}, gemeente);
  EXPECT_THAT(bram.get("/deze-week").content(), HasSubstr("Het pad vegen"));
  EXPECT_THAT(bram.get("/deze-week").content(), Not(HasSubstr("Bekijk alle afspraken")));
  promise(gemeente, "Het pad vegen", 3);
  EXPECT_THAT(bram.get("/deze-week").content(), HasSubstr("Er zijn er meer. Bekijk alle afspraken"));
  EXPECT_EQ(bram.get("/afspraken").status, 200) << "where that leads";
}

TEST_F(NetPages, TheWeekIsMailedOnMondayAtSevenOnceAndOnlyToWhoAsked) {
  const auto number = report("Het pad is donker");
  const items::ItemId hidden{std::stoll(report("Een zorg over overlast"))};
  town_.database().write([&](db::Transaction& tx) {
    items::Change change;
    change.visibility = items::Visibility::confidential;
    (void)items::change(tx, town_.clock().now(), identity::system_actor(), hidden, change,
                        {.what = "signals.looked_at"});
  });
  app::testing::Browser sanne(town_);
  const auto id = town_.person("Sanne Boskamp",
                               {{.role = "coordinator", .area = "BU00010101", .organisation = std::nullopt}},
                               "sanne@voorbeeld.example");
  sanne.enter(id);
  town_.person("Omar Haddad", {{.role = "coordinator", .area = "BU00010101", .organisation = std::nullopt}},
               "omar@voorbeeld.example");
  const auto weeks = [&] {
    town_.database().write([&](db::Transaction& tx) { mail_week(town_.service(), tx, town_.clock().now()); });
    std::vector<app::testing::QueuedMail> all;
    for (auto& mail : town_.mails())
      if (mail.subject == "Deze week") all.push_back(std::move(mail));
    return all;
  };
  EXPECT_THAT(sanne.get("/deze-week").content(), HasSubstr("U krijgt dit niet per mail."));
  EXPECT_EQ(sanne.post("/deze-week/mail", {{"wanted", "yes"}}).status, 303);
  EXPECT_THAT(sanne.get("/deze-week").content(),
              HasSubstr("U krijgt dit elke maandag om zeven uur per mail."));
  town_.clock().set(parse_instant("2026-11-23T06:50:00+01:00").value());
  EXPECT_EQ(weeks().size(), 0U);
  town_.clock().set(parse_instant("2026-11-23T07:20:00+01:00").value());
  ASSERT_EQ(weeks().size(), 1U);
  const auto mail = weeks().front();
  EXPECT_EQ(mail.to_address, "sanne@voorbeeld.example");
  EXPECT_THAT(mail.text, HasSubstr("Het pad is donker"));
  EXPECT_THAT(mail.text, HasSubstr("/parkbuurt/signalen/" + number));
  EXPECT_THAT(mail.text, Not(HasSubstr("overlast")));
  const auto make_visible_to = [&](items::Visibility visibility) {
    town_.database().write([&](db::Transaction& tx) {
      (void)items::change(tx, town_.clock().now(), identity::system_actor(),
                          items::ItemId{std::stoll(number)}, {.visibility = visibility},
                          {.what = "signals.looked_at"});
    });
  };
  make_visible_to(items::Visibility::confidential);
  EXPECT_THAT(weeks().front().text, Not(HasSubstr("Het pad is donker"))) << "it has not left yet";
  make_visible_to(items::Visibility::everyone);
  town_.clock().set(parse_instant("2026-11-23T12:00:00+01:00").value());
  EXPECT_EQ(weeks().size(), 1U);
  town_.clock().set(parse_instant("2026-11-24T09:00:00+01:00").value());
  EXPECT_EQ(weeks().size(), 1U);
  sanne.enter(id);  // a day later her session is over
  EXPECT_EQ(sanne.post("/deze-week/mail", {{"wanted", "no"}}).status, 303);
  town_.clock().set(parse_instant("2026-11-30T09:00:00+01:00").value());
  EXPECT_EQ(weeks().size(), 1U);
}

TEST_F(NetPages, TheMailOfTheWeekHasNoTitleOfWhatIsForTheTableOnly) {
  const items::ItemId id{std::stoll(report("Alleen voor de tafel"))};
  town_.show_to(id, items::Visibility::table);
  town_.clock().set(parse_instant("2026-11-30T09:00:00+01:00").value());
  app::testing::Browser sanne(town_);
  sanne.enter(town_.person("Sanne Boskamp",
                           {{.role = "coordinator", .area = "BU00010101", .organisation = std::nullopt}},
                           "sanne@voorbeeld.example"));
  EXPECT_THAT(sanne.get("/deze-week").content(), HasSubstr("Alleen voor de tafel"));
  EXPECT_EQ(sanne.post("/deze-week/mail", {{"wanted", "yes"}}).status, 303);
  town_.database().write([&](db::Transaction& tx) { mail_week(town_.service(), tx, town_.clock().now()); });
  ASSERT_EQ(town_.mails().back().subject, "Deze week");
  EXPECT_THAT(town_.mails().back().text, HasSubstr("/parkbuurt/signalen/" + std::to_string(raw(id))));
  EXPECT_THAT(town_.mails().back().text, Not(HasSubstr("Alleen voor de tafel")));
}

TEST_F(NetPages, ADeputySeesTheWeekOfWhoIsAway) {
  report("Het pad is donker");
  town_.clock().set(parse_instant("2026-11-30T09:00:00+01:00").value());
  auto sanne = as("Sanne Boskamp", "coordinator", "BU00010101");
  const auto id =
      town_.person("Omar Haddad", {{.role = "coordinator", .area = "BU00010102", .organisation = {}}});
  app::testing::Browser omar(town_);
  omar.enter(id);
  const auto away = sanne.post(
      "/mijn/afwezig",
      {{"first_day", "2026-11-30"}, {"last_day", "2026-12-04"}, {"deputy", std::to_string(raw(id))}});
  EXPECT_EQ(away.status, 303);
  EXPECT_THAT(sanne.get("/mijn").content(), HasSubstr("U bent afwezig tot en met"));
  EXPECT_THAT(omar.get("/deze-week").content(), HasSubstr("Het pad is donker"));
  EXPECT_THAT(omar.get("/mijn/afwezig").content(), HasSubstr("U vervangt nu: Sanne Boskamp."));
}

TEST_F(NetPages, ThemesAreTakenOverWithOneButtonAndARuleShowsToEverybody) {
  auto ada = as("Ada Beheer", "administrator");
  EXPECT_THAT(ada.get("/beheer/themas").content(), HasSubstr("Neem 33 thema"));
  EXPECT_EQ(ada.post("/beheer/themas-overnemen").status, 303);
  EXPECT_THAT(ada.get("/beheer/themas").content(), Not(HasSubstr("/beheer/themas-overnemen")));
  const auto rule =
      ada.post("/beheer/themas/schoon/regels",
               {{"area", "BU00010101"}, {"term_days", "3"}, {"holder", ""}, {"valid_from", "2026-11-22"}});
  EXPECT_EQ(rule.status, 303);
  EXPECT_EQ(ada.post("/beheer/themas/schoon/regels",
                     {{"area", "BU00010101"}, {"term_days", "0"}, {"valid_from", "2026-11-22"}})
                .status,
            422);
  EXPECT_THAT(visitor_.get("/parkbuurt/themas").content(),
              HasSubstr("3 werkdagen, afgesproken voor Parkbuurt"));
  EXPECT_THAT(visitor_.get("/havenbuurt/themas").content(), Not(HasSubstr("afgesproken voor Parkbuurt")));
  const auto added =
      ada.post("/beheer/themas", {{"name", "Vogels"}, {"domains", "physical"}, {"door", "none"}});
  EXPECT_EQ(added.status, 303);
  EXPECT_EQ(
      ada.post("/beheer/themas", {{"name", "Vogels"}, {"domains", "physical"}, {"door", "none"}}).status,
      422);
  EXPECT_EQ(ada.post("/beheer/themas/vogels",
                     {{"name", "Vogels"}, {"domains", "physical"}, {"door", "none"}, {"ended", "yes"}})
                .status,
            303);
  EXPECT_THAT(visitor_.get("/parkbuurt/themas").content(), Not(HasSubstr("Vogels")));
}

TEST_F(NetPages, ATeamHasMembersAndAManagerAndIsRenamed) {
  const auto gemeente = municipality();
  const auto bram = town_.person("Bram Kok", {{.role = "member", .area = {}, .organisation = gemeente}});
  auto ada = as("Ada Beheer", "administrator");
  EXPECT_EQ(ada.post("/beheer/organisaties/gemeente/teams", {{"team_name", "Wijkbeheer"}}).status, 303);
  EXPECT_EQ(ada.post("/beheer/organisaties/gemeente/teams", {{"team_name", "wijkbeheer"}}).status, 422);
  EXPECT_THAT(ada.get("/beheer/organisaties/gemeente/teams").content(),
              HasSubstr("In dit team zit nu niemand"));
  EXPECT_THAT(ada.get("/beheer/teams/1").content(), HasSubstr("Bram Kok"));
  const auto number = std::to_string(raw(bram));
  EXPECT_EQ(ada.post("/beheer/teams/1",
                     {{"team_name", "Wijkteam Noord"}, {"team_member", number}, {"team_manager", number}})
                .status,
            303);
  town_.database().read([&](db::Transaction& tx) {
    const auto team = organisations::find_team(tx, organisations::TeamId{1}).value();
    EXPECT_EQ(team.name, "Wijkteam Noord");
    EXPECT_EQ(team.key, "wijkbeheer");
    EXPECT_EQ(team.manager, bram);
    EXPECT_EQ(organisations::members_of_team(tx, team.id), std::vector{bram});
  });
  EXPECT_THAT(visitor_.get("/organisaties/gemeente").content(), HasSubstr("Wijkteam Noord"));
  EXPECT_EQ(ada.get("/beheer/teams/99").status, 404);
}

TEST_F(NetPages, HowSoonAnswersComeIsForEverybody) {
  EXPECT_THAT(visitor_.get("/antwoorden").content(), HasSubstr("Er zijn nog geen antwoorden om te meten"));
}

TEST_F(NetPages, ABrokenRuleIsSaidInRedToTheAdministratorAndTheCoordinator) {
  const auto gemeente = municipality();
  auto ada = as("Ada Beheer", "administrator");
  auto sanne = as("Sanne Boskamp", "coordinator", "BU00010101");
  ada.post("/beheer/vangnet", {{"area", "GM0001"},
                               {"desk", "organisation-" + std::to_string(raw(gemeente))},
                               {"valid_from", "2026-11-22"}});
  town_.run_jobs();
  EXPECT_THAT(ada.get("/mijn").content(), HasSubstr("Bij Gemeente Voorbeeldstad doet nu niemand mee."));
  EXPECT_THAT(ada.get("/beheer/vangnet").content(),
              HasSubstr("Bij Gemeente Voorbeeldstad doet nu niemand mee."));
  EXPECT_THAT(sanne.get("/parkbuurt/signalen/werk").content(),
              HasSubstr("Bij Gemeente Voorbeeldstad doet nu niemand mee."));
}

}  // namespace
}  // namespace wijktafel::safety_net
