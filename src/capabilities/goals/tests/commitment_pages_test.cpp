// Commitments as people meet them: the list, one commitment, promising, reporting, judging, and what waits
// for a person.
#include <gmock/gmock.h>

#include "capabilities/accounts/accounts.hpp"
#include "capabilities/goals/tests/goals_support.hpp"
#include "capabilities/items/items.hpp"

namespace wijktafel::goals {
namespace {

using app::testing::Browser;
using testing::day;
using ::testing::HasSubstr;
using ::testing::Not;

class CommitmentPages : public ::testing::Test {
 protected:
  std::string visit(std::string_view rest) {
    Browser visitor(table.town());
    return visitor.get(rest).content();
  }
  std::string see(identity::PersonId person, std::string_view rest) {
    return table.browser(person).get(rest).content();
  }
  http::Response send(identity::PersonId person, ItemId id, std::string_view action,
                      const http::Pairs& fields = {}) {
    return table.browser(person).post(table.path(id, action), fields);
  }
  http::Pairs good_promise(OrganisationId promiser) {
    return {{"promiser", std::to_string(raw(promiser))},
            {"title", "Het pad verlichten"},
            {"measure", "De lampen branden"},
            {"due", "2026-12-31"}};
  }
  // The only commitment there is.
  ItemId only_one() {
    return table.database().read([&](db::Transaction& tx) {
      return commitments_of_area(tx, table.area().key, table.today()).at(0).item.id;
    });
  }
  testing::Table table;
};

TEST_F(CommitmentPages, AnOfferSaysThatItBindsNobodyYetAndHasNoContact) {
  const auto id = table.offer();
  const auto page = visit(table.path(id));
  EXPECT_THAT(page, HasSubstr("Welzijn De Linde heeft dit nog niet aangenomen"));
  EXPECT_THAT(page, HasSubstr("Niemand kan voor een ander beloven."));
  EXPECT_THAT(page, HasSubstr("zonder contactpersoon"));
  EXPECT_THAT(page, HasSubstr("De wijktafel"));
  EXPECT_THAT(page, Not(HasSubstr("/aannemen")));
  EXPECT_THAT(see(table.karel, table.path(id)), Not(HasSubstr("/aannemen")));
  EXPECT_THAT(see(table.wies, table.path(id)), HasSubstr("/aannemen"));
}

TEST_F(CommitmentPages, AcceptingNamesTheContactUntilThatPersonLeaves) {
  const auto id = table.offer();
  EXPECT_EQ(send(table.wies, id, "aannemen").status, 303);
  EXPECT_THAT(visit(table.path(id)), HasSubstr("Wies Welzijn"));
  table.database().write([&](db::Transaction& tx) {
    tx.execute("UPDATE account_role SET ends_at = $2 WHERE account = $1", table.wies, table.now());
    tx.touch(table.area().key);
  });
  EXPECT_THAT(visit(table.path(id)), HasSubstr("zonder contactpersoon"));
  const auto colleague =
      table.town().person("Sam", {{.role = "member", .area = {}, .organisation = table.welfare}});
  EXPECT_EQ(send(colleague, id, "contact").status, 303);
  EXPECT_THAT(visit(table.path(id)), HasSubstr("<dd class=\"wt-answer\">Sam</dd>"));
}

TEST_F(CommitmentPages, RefusalsAreSaidInWordsWithAStatus) {
  const auto id = table.offer();
  const auto of_another = send(table.karel, id, "aannemen");
  EXPECT_EQ(of_another.status, 403);
  EXPECT_THAT(of_another.content(), HasSubstr("Dit kan alleen iemand van Welzijn De Linde doen."));
  EXPECT_EQ(send(table.wies, id, "aannemen").status, 303);
  const auto second = send(table.wies, id, "aannemen");
  EXPECT_EQ(second.status, 409);
  EXPECT_THAT(second.content(), HasSubstr("de afspraak staat op &quot;afgesproken&quot;"));
  const auto own = send(table.wies, id, "oordeel", {{"judgement", "kept"}, {"judgement_text", "Prima"}});
  EXPECT_EQ(own.status, 403);
  EXPECT_THAT(own.content(), HasSubstr("Een ander geeft het oordeel."));
  EXPECT_EQ(send(table.karel, id, "vervallen", {{"lapse_reason", "Zomaar"}}).status, 403);
  const auto give_back = send(table.wies, id, "teruggeven", {{"give_back_reason", "Te druk"}});
  EXPECT_EQ(give_back.status, 409);
  EXPECT_THAT(give_back.content(), HasSubstr("Alleen een bewonersgroep"));
  Browser visitor(table.town());
  EXPECT_EQ(visitor.post(table.path(id, "aannemen")).status, 303) << "sign in first";
  EXPECT_EQ(table.browser(table.wies).post("/parkbuurt/afspraken/999/aannemen").status, 404);
  EXPECT_EQ(
      table.browser(table.wies).post("/havenbuurt/afspraken/" + std::to_string(raw(id)) + "/aannemen").status,
      404);
}

TEST_F(CommitmentPages, AConditionNamesWhoMustAgreeBeforeWhen) {
  const auto id = table.offer();
  EXPECT_EQ(send(table.wies, id, "voorbehoud").status, 422);
  EXPECT_EQ(
      send(table.wies, id, "voorbehoud", {{"consent_of", "het bestuur"}, {"consent_before", "2026-12-01"}})
          .status,
      303);
  EXPECT_THAT(visit(table.path(id)),
              HasSubstr("het bestuur moet nog ja zeggen, uiterlijk dinsdag 1 december."));
  EXPECT_EQ(send(table.wies, id, "toestemming").status, 303);
  EXPECT_THAT(visit(table.path(id)), Not(HasSubstr("onder voorbehoud: het bestuur")));
}

TEST_F(CommitmentPages, TheFirstDateStaysVisibleBesideTheNewOneWithTheReason) {
  const auto goal = table.make_goal();
  const auto id = table.agreed(goal);
  const auto same = send(table.wies, id, "datum", {{"due", "2026-12-15"}, {"due_reason", "Zomaar"}});
  EXPECT_EQ(same.status, 422);
  EXPECT_THAT(same.content(), HasSubstr("<a href=\"#due\">Dit is de datum die er al staat."));
  EXPECT_THAT(same.content(), HasSubstr("Zomaar</textarea>"));
  EXPECT_THAT(send(table.wies, id, "datum", {{"due", "2026-11-01"}, {"due_reason", "x"}}).content(),
              HasSubstr("Kies een datum vanaf"));
  EXPECT_EQ(send(table.wies, id, "datum", {{"due", "2027-01-31"}}).status, 422) << "a reason is needed";
  EXPECT_EQ(send(table.wies, id, "datum", {{"due", "2027-01-31"}, {"due_reason", "De zaal wordt verbouwd."}})
                .status,
            303);
  const auto page = visit(table.path(id));
  EXPECT_THAT(
      page,
      HasSubstr("zondag 31 januari 2027 <span class=\"wt-first-date\">eerst <s>dinsdag 15 december</s>"));
  EXPECT_THAT(page, HasSubstr("Van 15 december naar 31 januari 2027."));
  EXPECT_THAT(page, HasSubstr("De zaal wordt verbouwd."));
  EXPECT_THAT(visit(table.path(goal)),
              HasSubstr("31 januari 2027 <span class=\"wt-first-date\">eerst <s>15 december</s>"));
}

TEST_F(CommitmentPages, WhatTheOrganisationSaysAndWhatTheTableFindsStandSideBySide) {
  const auto id = table.agreed();
  EXPECT_EQ(send(table.wies, id, "voortgang", {{"progress", "reported_done"}}).status, 422);
  EXPECT_EQ(send(table.wies, id, "voortgang", {{"progress", "kept"}, {"progress_text", "x"}}).status, 422);
  EXPECT_EQ(send(table.wies, id, "voortgang",
                 {{"progress", "reported_done"},
                  {"progress_text", "Het is <b>klaar</b>"},
                  {"progress_proof", "De lijst in de hal"}})
                .status,
            303);
  auto page = visit(table.path(id));
  EXPECT_THAT(page, HasSubstr("Wat de organisatie zegt"));
  EXPECT_THAT(page, HasSubstr("Het is &lt;b&gt;klaar&lt;/b&gt;"));
  EXPECT_THAT(page, HasSubstr("De lijst in de hal"));
  EXPECT_THAT(page, HasSubstr("Een oordeel kan tot en met zondag 6 december."));
  EXPECT_THAT(see(table.wies, table.path(id)), Not(HasSubstr("/oordeel")));
  EXPECT_THAT(see(table.ingrid, table.path(id)), HasSubstr("/oordeel"));
  EXPECT_EQ(send(table.ingrid, id, "oordeel",
                 {{"judgement", "partly_kept"}, {"judgement_text", "De helft is gedaan"}})
                .status,
            303);
  page = visit(table.path(id));
  EXPECT_LT(page.find("Het is &lt;b&gt;klaar"), page.find("Wat de tafel vindt"));
  EXPECT_LT(page.find("Wat de tafel vindt"), page.find("De helft is gedaan"));
  EXPECT_THAT(page, HasSubstr("deels nagekomen"));
  EXPECT_THAT(page, HasSubstr("wt-chain-end"));
}

TEST_F(CommitmentPages, ThePromiseToAnOrganisationIsForThatOrganisationToJudge) {
  auto form = table.a_promise();
  form.receiver = table.corporation;
  const auto id = table.offer(form);
  EXPECT_EQ(send(table.wies, id, "aannemen").status, 303);
  EXPECT_EQ(
      send(table.wies, id, "voortgang", {{"progress", "reported_done"}, {"progress_text", "Klaar"}}).status,
      303);
  EXPECT_THAT(visit(table.path(id)), HasSubstr("Wat Woonstichting Zuid vindt"));
  EXPECT_THAT(see(table.ingrid, table.path(id)), Not(HasSubstr("/oordeel")));
  EXPECT_THAT(see(table.karel, table.path(id)), HasSubstr("/oordeel"));
}

TEST_F(CommitmentPages, APromiseForAnotherIsOfferedAndForOneselfItHoldsAtOnce) {
  auto wies = table.browser(table.wies);
  EXPECT_THAT(wies.get("/parkbuurt/afspraken/nieuw").content(),
              HasSubstr("Niemand kan voor een ander beloven."));
  EXPECT_EQ(wies.post("/parkbuurt/afspraken/nieuw", good_promise(table.corporation)).status, 303);
  const auto offered = only_one();
  EXPECT_EQ(table.status(offered), "offered");
  const auto own = wies.post("/parkbuurt/afspraken/nieuw", good_promise(table.welfare));
  ASSERT_EQ(own.status, 303);
  const auto page = visit(std::string(own.header("Location")).substr(std::string("/voorbeeldstad").size()));
  EXPECT_THAT(page, HasSubstr("afgesproken"));
  EXPECT_THAT(page, HasSubstr("Wies Welzijn"));
}

TEST_F(CommitmentPages, APromiseComesFromAGoalOrAnotherItem) {
  const auto goal = table.make_goal();
  auto ingrid = table.browser(table.ingrid);
  for (const auto* name : {"van", "doel"}) {
    const std::string form =
        "/parkbuurt/afspraken/nieuw?" + std::string(name) + "=" + std::to_string(raw(goal));
    EXPECT_THAT(ingrid.get(form).content(), HasSubstr("Minder mensen zijn eenzaam"));
    EXPECT_EQ(ingrid.post(form, good_promise(table.welfare)).status, 303);
  }
  table.database().read(
      [&](db::Transaction& tx) { EXPECT_EQ(commitments_of(tx, goal, table.today()).size(), 2u); });
  EXPECT_THAT(visit(table.path(goal)), HasSubstr("Het pad verlichten"));
}

TEST_F(CommitmentPages, AnIncompletePromiseNamesEveryFaultAndLosesNothing) {
  auto ingrid = table.browser(table.ingrid);
  const auto page = ingrid.post(
      "/parkbuurt/afspraken/nieuw",
      {{"measure", "Het brandt <altijd>"}, {"due", "gauw"}, {"promiser", "999"}, {"is_intention", "yes"}});
  EXPECT_EQ(page.status, 422);
  for (const auto* field : {"promiser", "title", "due"})
    EXPECT_THAT(page.content(), HasSubstr("<a href=\"#" + std::string(field) + "\">"));
  EXPECT_THAT(page.content(), HasSubstr("Het brandt &lt;altijd&gt;"));
  EXPECT_THAT(page.content(), HasSubstr("value=\"yes\" checked"));
  auto past = good_promise(table.welfare);
  past.back().second = "2026-11-01";
  EXPECT_THAT(ingrid.post("/parkbuurt/afspraken/nieuw", past).content(),
              HasSubstr("<a href=\"#due\">Kies een datum vanaf"));
  auto to_itself = good_promise(table.welfare);
  to_itself.emplace_back("receiver", std::to_string(raw(table.welfare)));
  EXPECT_THAT(ingrid.post("/parkbuurt/afspraken/nieuw", to_itself).content(),
              HasSubstr("<a href=\"#receiver\">"));
}

TEST_F(CommitmentPages, TheListShowsWhatIsLateOpenAndDone) {
  const auto late = table.agreed();
  auto other = table.a_promise();
  other.title = "Nog lang de tijd";
  other.due = day("2027-05-01");
  table.offer(other);
  EXPECT_THAT(visit("/parkbuurt/afspraken?stand=te-laat"), HasSubstr("Er is nu geen afspraak te laat."));
  table.live_until("2026-12-22");
  auto page = visit("/parkbuurt/afspraken?stand=te-laat");
  EXPECT_THAT(page, HasSubstr("7 dagen te laat"));
  EXPECT_THAT(page, HasSubstr("Te laat (1)"));
  EXPECT_THAT(page, Not(HasSubstr("Nog lang de tijd")));
  page = visit("/parkbuurt/afspraken");
  EXPECT_LT(page.find("Veertig donderdagen"), page.find("Nog lang de tijd")) << "late first";
  EXPECT_THAT(page, HasSubstr("Open (2)"));
  EXPECT_EQ(
      send(table.wies, late, "voortgang", {{"progress", "reported_done"}, {"progress_text", "Klaar"}}).status,
      303);
  EXPECT_EQ(send(table.ingrid, late, "oordeel", {{"judgement", "kept"}, {"judgement_text", "Gezien"}}).status,
            303);
  page = visit("/parkbuurt/afspraken?stand=klaar");
  EXPECT_THAT(page, HasSubstr("nagekomen"));
  EXPECT_THAT(page, HasSubstr("Klaar (1)"));
  EXPECT_THAT(visit("/afspraken?stand=klaar"), HasSubstr("Veertig donderdagen"))
      << "the municipality as well";
}

TEST_F(CommitmentPages, LatenessComesWithTheDateAlsoOnAPageThatIsKept) {
  const auto id = table.agreed();
  EXPECT_THAT(visit(table.path(id)), Not(HasSubstr("te laat")));
  table.town().clock().set(at(day("2026-12-16"), 0, 1));
  EXPECT_THAT(visit(table.path(id)), HasSubstr("1 dag te laat"));
}

TEST_F(CommitmentPages, TheListGoesOnWhereItStopped) {
  for (int i = 1; i <= 22; ++i) {
    auto form = table.a_promise();
    form.title = "Afspraak nummer " + std::to_string(i) + ".";
    form.due = plus_days(day("2026-12-01"), (i + 1) / 2);  // two on each day
    table.offer(form);
  }
  const auto first = visit("/parkbuurt/afspraken");
  EXPECT_THAT(first, HasSubstr("Afspraak nummer 20."));
  EXPECT_THAT(first, Not(HasSubstr("Afspraak nummer 21.")));
  const auto at = first.find("&amp;vanaf=");
  ASSERT_NE(at, std::string::npos);
  const auto from = first.substr(at + 11, first.find('"', at) - at - 11);
  const auto second = visit("/parkbuurt/afspraken?stand=open&vanaf=" + from);
  EXPECT_THAT(second, HasSubstr("Afspraak nummer 21."));
  EXPECT_THAT(second, HasSubstr("Afspraak nummer 22."));
  EXPECT_THAT(second, Not(HasSubstr("Afspraak nummer 20.")));
  EXPECT_THAT(visit("/parkbuurt/afspraken?stand=open&vanaf=onzin"), HasSubstr("Afspraak nummer 1."));
}

TEST_F(CommitmentPages, MyPageShowsWhatWaitsForMe) {
  const auto offered = table.offer();
  EXPECT_THAT(see(table.wies, "/mijn"), HasSubstr("Neemt uw organisatie dit aan?"));
  EXPECT_THAT(see(table.karel, "/mijn"), Not(HasSubstr("Wacht op u")));
  EXPECT_EQ(send(table.wies, offered, "aannemen").status, 303);
  EXPECT_THAT(see(table.wies, "/mijn"), Not(HasSubstr("Wacht op u"))) << "more than two weeks to go";
  table.live_until("2026-12-05");
  EXPECT_THAT(see(table.wies, "/mijn"), HasSubstr("Nog 10 dagen. Hoe staat het ervoor?"));
  table.live_until("2026-12-20");
  EXPECT_THAT(see(table.wies, "/mijn"), HasSubstr("De datum is voorbij. Hoe staat het ervoor?"));
  EXPECT_EQ(
      send(table.wies, offered, "voortgang", {{"progress", "reported_done"}, {"progress_text", "Klaar"}})
          .status,
      303);
  EXPECT_THAT(see(table.wies, "/mijn"), Not(HasSubstr("Wacht op u")));
  EXPECT_THAT(see(table.ingrid, "/mijn"), HasSubstr("Dit is gemeld als klaar. Wat vindt u?"));
  EXPECT_THAT(see(table.amina, "/mijn"), Not(HasSubstr("Wacht op u")));
}

TEST_F(CommitmentPages, ASignalOffersTheNextStepsToWhoMay) {
  const auto signal = table.write([&](db::Transaction& tx) {
    return items::create(tx, table.now(), identity::visitor(),
                         {.kind = "commitment",
                          .area = "BU00010101",
                          .lineage = {"BU00010101"},
                          .title = "x",
                          .status = "offered"},
                         {.what = "goals.commitment_offered"});
  });
  const auto slot = [&](identity::PersonId person) {
    const auto actor = table.database().read([&](db::Transaction& tx) { return table.actor(tx, person); });
    auto call = web::job_call(table.town().service(), i18n::Language::nl, table.now());
    call.actor = actor;
    call.area = table.area();
    std::string filled;
    for (const auto& fill : table.town().service().slots)
      if (fill.slot == "signal_actions") filled += fill.render(call, raw(signal)).markup();
    return filled;
  };
  EXPECT_THAT(slot(table.ingrid),
              HasSubstr("/voorbeeldstad/parkbuurt/doelen/nieuw?van=" + std::to_string(raw(signal))));
  EXPECT_THAT(slot(table.wies), HasSubstr("/afspraken/nieuw?van=" + std::to_string(raw(signal))));
  EXPECT_THAT(slot(table.amina), Not(HasSubstr("nieuw?van=")));
}

}  // namespace
}  // namespace wijktafel::goals
