// A walk from plan to list of actions, through the whole program.
#include "capabilities/walks/tests/walks_support.hpp"
#include "capabilities/walks/web/list_mail.hpp"

namespace wijktafel::walks::testing {
namespace {

TEST_F(WalkTest, ACoordinatorPlansAWalkAndEverybodySeesDayPlaceAndWhoWalksAlong) {
  const auto walk = planned(plan());
  const auto page = see(visitor_, walk);
  EXPECT_THAT(page, HasSubstr("Wijkschouw veiligheid van 26 november 2026"));
  EXPECT_THAT(page, HasSubstr("Bij de school"));
  EXPECT_THAT(page, HasSubstr("Bram, Gemeente Voorbeeldstad"));
  EXPECT_THAT(page, HasSubstr("3 bewoners"));
  EXPECT_THAT(page, HasSubstr("De punten staan hier na de schouw."));
  EXPECT_THAT(see(visitor_, "/parkbuurt/schouwen"), HasSubstr("Wijkschouw veiligheid"));
  EXPECT_EQ(visitor_.get("/havenbuurt" + walk.substr(walk.find("/schouwen"))).status, 404);
}

TEST_F(WalkTest, AFormWithFaultsComesBackWithAllOfThemAndWhatWasTyped) {
  const auto page = ingrid_.post("/parkbuurt/schouwen/nieuw", {{"date", ""},
                                                               {"time", "25:00"},
                                                               {"meeting_place", ""},
                                                               {"theme", "maan"},
                                                               {"others", "twee kinderen"}});
  EXPECT_EQ(page.status, 422);
  for (const auto* says :
       {"Vul in op welke dag", "Vul de tijd in als 19:00", "Vul in waar u verzamelt", "twee kinderen"})
    EXPECT_THAT(page.content(), HasSubstr(says));
  EXPECT_EQ(ingrid_.post("/parkbuurt/schouwen/nieuw", plan("2026-11-21")).status, 422);
}

TEST_F(WalkTest, TheRouteIsStopsInOrderThatCanBeTakenAway) {
  const auto walk = planned(plan());
  for (const auto* stop : {"De school", "De glasbak", "Het park"})
    EXPECT_EQ(ingrid_.post(walk + "/route", {{"words", stop}}).status, 303);
  EXPECT_EQ(ingrid_.post(walk + "/route", {{"remove", "2"}}).status, 303);
  const auto page = see(visitor_, walk);
  EXPECT_THAT(page, HasSubstr("1. De school"));
  EXPECT_THAT(page, HasSubstr("2. Het park"));
  EXPECT_THAT(page, Not(HasSubstr("De glasbak")));
  EXPECT_EQ(ingrid_.post(walk + "/route", {{"words", ""}}).status, 422);
}

TEST_F(WalkTest, APressOnTheMapShowsTheMarkAndKeepsTheWords) {
  const auto walk = planned(plan());
  const auto page =
      ingrid_.post(walk + "/route", {{"words", "Het park"}, {"place.x", "300"}, {"place.y", "200"}});
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.content(), HasSubstr("kaart?plek="));
  EXPECT_THAT(page.content(), HasSubstr("value=\"Het park\""));
  EXPECT_EQ(ingrid_.post(walk + "/route", {{"words", "Ver weg"}, {"longitude", "6.5"}, {"latitude", "53.2"}})
                .status,
            422);
}

TEST_F(WalkTest, AWalkBeginsOnItsDayAndNotBefore) {
  const auto walk = planned(plan());
  EXPECT_EQ(ingrid_.post(walk + "/begin").status, 409);
  on_the_day();
  EXPECT_EQ(ingrid_.post(walk + "/begin").status, 303);
  EXPECT_EQ(ingrid_.post(walk + "/begin").status, 409);
}

TEST_F(WalkTest, APointBecomesASignalThroughTheChannelOfWalks) {
  const auto walk = begun();
  const auto made = bram_.post(walk + "/punten/nieuw", point("signal"));
  ASSERT_EQ(made.status, 303) << made.content();
  EXPECT_THAT(location(made), HasSubstr("#punt-1"));
  const auto signals = all("signal");
  ASSERT_EQ(signals.size(), 1U);
  EXPECT_EQ(signals.front().text, "De stoep ligt scheef.");
  EXPECT_THAT(see(ingrid_, walk), HasSubstr("Bekijk signaal"));
  EXPECT_THAT(see(visitor_, walk), Not(HasSubstr("De stoep ligt scheef.")));
}

TEST_F(WalkTest, WhoPromisesForTheirOwnOrganisationAgreesOnTheSpot) {
  const auto walk = begun();
  ASSERT_EQ(bram_.post(walk + "/punten/nieuw", point("promise")).status, 303);
  const auto promises = all("commitment");
  ASSERT_EQ(promises.size(), 1U);
  EXPECT_EQ(promises.front().status, "agreed");
  EXPECT_EQ(promises.front().title, "De stoep recht leggen");
}

TEST_F(WalkTest, APromiseForAnotherIsOfferedUntilSomebodyOfThatOrganisationWhoWalksAlongSaysYes) {
  const auto walk = begun();
  ASSERT_EQ(cor_.post(walk + "/punten/nieuw", point("both")).status, 303);
  ASSERT_EQ(all("commitment").front().status, "offered");
  EXPECT_THAT(see(cor_, walk), Not(HasSubstr("Ja, Gemeente Voorbeeldstad doet dit")));
  EXPECT_EQ(cor_.post(walk + "/punten/1/ja").status, 403);
  EXPECT_EQ(karel_.post(walk + "/punten/1/ja").status, 404);  // does not walk along: no point to see
  EXPECT_THAT(see(bram_, walk), HasSubstr("Ja, Gemeente Voorbeeldstad doet dit"));
  EXPECT_EQ(bram_.post(walk + "/punten/1/ja").status, 303);
  EXPECT_EQ(all("commitment").front().status, "agreed");
  const auto promise = all("commitment").front().id;
  const auto chain = town_.database().read(
      [&](db::Transaction& tx) { return items::came_from(tx, promise).front().item.kind; });
  EXPECT_EQ(chain, "signal");
}

TEST_F(WalkTest, OnlyWhoWalksAlongWritesPointsDown) {
  const auto walk = begun();
  EXPECT_THAT(see(bram_, walk + "/punten/nieuw"), HasSubstr(">Een tekort<"));
  EXPECT_EQ(karel_.get(walk + "/punten/nieuw").status, 403);
  EXPECT_EQ(karel_.post(walk + "/punten/nieuw", point("note")).status, 403);
  EXPECT_EQ(visitor_.get(walk + "/punten/nieuw").status, 303);
  EXPECT_TRUE(all("signal").empty());
}

TEST_F(WalkTest, TheSameFormSentTwiceIsOnePoint) {
  const auto walk = begun();
  const auto form = point("both");
  ASSERT_EQ(bram_.post(walk + "/punten/nieuw", form).status, 303);
  const auto again = bram_.post(walk + "/punten/nieuw", form);
  EXPECT_EQ(again.status, 303);
  EXPECT_THAT(location(again), HasSubstr("#punt-1"));
  EXPECT_EQ(all("signal").size(), 1U);
  EXPECT_EQ(all("commitment").size(), 1U);
}

TEST_F(WalkTest, ARefusedPromiseLeavesNoPointAndNoSignalAndKeepsWhatWasTyped) {
  const auto walk = begun();
  auto form = point("both");
  form.back().second = "2026-11-01";
  const auto page = bram_.post(walk + "/punten/nieuw", form);
  EXPECT_EQ(page.status, 422);
  EXPECT_THAT(page.content(), HasSubstr("De stoep ligt scheef."));
  EXPECT_THAT(page.content(), HasSubstr(form.front().second));
  EXPECT_TRUE(all("signal").empty());
  EXPECT_THAT(see(bram_, walk), HasSubstr("Er zijn nog geen punten opgeschreven."));
}

TEST_F(WalkTest, AfterTheWalkTheListIsPublicOnPaperAndMailed) {
  const auto walk = begun();
  ASSERT_EQ(bram_.post(walk + "/punten/nieuw", point("promise")).status, 303);
  EXPECT_EQ(visitor_.get(walk + "/actielijst").status, 404);
  ASSERT_EQ(ingrid_.post(walk + "/einde").status, 303);
  EXPECT_THAT(see(visitor_, walk), HasSubstr("De stoep ligt scheef."));
  const auto list = see(visitor_, walk + "/actielijst");
  for (const auto* says : {"De stoep recht leggen", "Gemeente Voorbeeldstad", "10 december"})
    EXPECT_THAT(list, HasSubstr(says));
  // What the job walks.mail_list does; running it would send them too.
  const auto id = all("walk").front().id;
  town_.database().write(
      [&](db::Transaction& tx) { queue_list_mails(town_.service(), tx, town_.clock().now(), id, 1); });
  std::string readers;
  for (const auto& mail : town_.mails())
    if (mail.subject.starts_with("Actielijst")) {
      readers += mail.to_address + " ";
      EXPECT_THAT(mail.text, HasSubstr("De stoep recht leggen"));
    }
  EXPECT_THAT(readers, HasSubstr("bram@voorbeeld.nl"));
  EXPECT_THAT(readers, HasSubstr("cor@voorbeeld.nl"));
  EXPECT_THAT(readers, Not(HasSubstr("karel@")));
  // What is not public by the time the mail leaves is not in it.
  const auto promise = all("commitment").front().id;
  town_.database().write([&](db::Transaction& tx) {
    (void)items::change(tx, town_.clock().now(), identity::system_actor(), promise,
                        {.visibility = items::Visibility::confidential}, {.what = "goals.promised"});
  });
  for (const auto& mail : town_.mails())
    EXPECT_THAT(mail.text + mail.html,
                AllOf(Not(HasSubstr("De stoep recht leggen")), Not(HasSubstr("ligt scheef"))));
}

TEST_F(WalkTest, TheNextWalkShowsWhatIsStillOpenOfTheLastOne) {
  const auto first = begun();
  ASSERT_EQ(bram_.post(first + "/punten/nieuw", point("note", "De heg hangt over.")).status, 303);
  ASSERT_EQ(bram_.post(first + "/punten/nieuw", point("note", "Alles is hier netjes.")).status, 303);
  ASSERT_EQ(ingrid_.post(first + "/punten/2/afgedaan").status, 303);
  ASSERT_EQ(ingrid_.post(first + "/einde").status, 303);
  const auto next = planned(plan("2026-12-20"));
  const auto page = see(visitor_, next);
  EXPECT_THAT(page, HasSubstr("Nog open van: Wijkschouw veiligheid van 26 november 2026"));
  EXPECT_THAT(page, HasSubstr("De heg hangt over."));
  EXPECT_THAT(page, Not(HasSubstr("Alles is hier netjes.")));
}

TEST_F(WalkTest, APointThatIsAWorryAboutAPersonIsKeptNowhereAndSaysWhomToCall) {
  const auto walk = begun();
  for (const auto* next : {"note", "signal"}) {
    const auto answer =
        bram_.post(walk + "/punten/nieuw", point(next, "Er loopt een verwarde man door de straat."));
    EXPECT_EQ(answer.status, 422);
    EXPECT_THAT(answer.body, HasSubstr("0800-1205"));
  }
  EXPECT_THAT(see(visitor_, walk), Not(HasSubstr("verwarde")));
  EXPECT_TRUE(all("signal").empty());
}

TEST_F(WalkTest, APointAboutASignalThatIsReferredLosesItsText) {
  const auto walk = begun();
  ASSERT_EQ(bram_.post(walk + "/punten/nieuw", point("signal", "Iemand is in de war.")).status, 303);
  ASSERT_EQ(ingrid_.post(walk + "/einde").status, 303);
  const auto signal = std::to_string(raw(all("signal").front().id));
  ASSERT_EQ(
      ingrid_.post("/parkbuurt/signalen/" + signal + "/doorverwijzen", {{"care", "social_team"}}).status,
      303);
  town_.run_jobs();
  EXPECT_THAT(see(visitor_, walk), Not(HasSubstr("in de war")));
  EXPECT_THAT(see(visitor_, walk + "/actielijst"), Not(HasSubstr("in de war")));
}

TEST_F(WalkTest, APointAboutASignalThatBecomesConfidentialIsOnlyForWhoMaySeeThat) {
  const auto walk = begun();
  ASSERT_EQ(bram_.post(walk + "/punten/nieuw", point("signal", "Ruzie op nummer twaalf.")).status, 303);
  ASSERT_EQ(ingrid_.post(walk + "/einde").status, 303);
  EXPECT_THAT(see(visitor_, walk), HasSubstr("nummer twaalf"));
  const auto signal = std::to_string(raw(all("signal").front().id));
  ASSERT_EQ(ingrid_
                .post("/parkbuurt/signalen/" + signal + "/vertrouwelijk",
                      {{"confidential", "yes"}, {"confidential_reason", "Er wonen mensen."}})
                .status,
            303);
  for (const auto& page : {walk, walk + "/actielijst"}) {
    EXPECT_THAT(see(visitor_, page), Not(HasSubstr("nummer twaalf"))) << page;
    EXPECT_THAT(see(bram_, page), Not(HasSubstr("nummer twaalf"))) << page;
  }
  EXPECT_THAT(see(ingrid_, walk), HasSubstr("nummer twaalf"));
}

TEST_F(WalkTest, WhoPromisedReportsThatItIsDone) {
  const auto walk = begun();
  ASSERT_EQ(bram_.post(walk + "/punten/nieuw", point("promise")).status, 303);
  EXPECT_EQ(karel_.get(walk + "/punten/1/klaar").status, 404);
  EXPECT_EQ(bram_.post(walk + "/punten/1/klaar", {{"text", ""}}).status, 422);
  EXPECT_EQ(bram_.post(walk + "/punten/1/klaar", {{"text", "De stoep ligt recht."}}).status, 303);
  EXPECT_EQ(all("commitment").front().status, "reported_done");
}

TEST_F(WalkTest, ACancelledWalkSaysWhyAndTakesNoPoints) {
  const auto walk = planned(plan());
  EXPECT_EQ(ingrid_.post(walk + "/afzeggen", {{"reason", ""}}).status, 422);
  ASSERT_EQ(ingrid_.post(walk + "/afzeggen", {{"reason", "Het stormt."}}).status, 303);
  EXPECT_THAT(see(visitor_, walk), HasSubstr("Het stormt."));
  EXPECT_EQ(bram_.post(walk + "/punten/nieuw", point("note")).status, 422);
}

}  // namespace
}  // namespace wijktafel::walks::testing
