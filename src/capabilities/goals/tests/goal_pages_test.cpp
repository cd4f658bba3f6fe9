// Goals as people meet them: the list, one goal, making one, measuring it.
#include <gmock/gmock.h>

#include "capabilities/goals/actions/measure_goal.hpp"
#include "capabilities/goals/tests/goals_support.hpp"
#include "capabilities/goals/web/decimal.hpp"

namespace wijktafel::goals {
namespace {

using app::testing::Browser;
using testing::day;
using ::testing::HasSubstr;
using ::testing::Not;

class GoalPages : public ::testing::Test {
 protected:
  http::Response visit(std::string_view rest) {
    Browser visitor(table.town());
    return visitor.get(rest);
  }
  void measure(ItemId goal, double value, std::string_view on) {
    table.write([&](db::Transaction& tx) {
      measure_goal(tx, table.now(), table.actor(tx, table.ingrid), goal,
                   {.on = day(on), .value = value, .note = "Geteld bij de deur"})
          .value();
    });
  }
  static http::Pairs good_goal() {
    return {{"title", "Minder mensen zijn eenzaam"},
            {"why", "Veel mensen eten alleen."},
            {"domains", "social"},
            {"indicator", "mensen eten samen"},
            {"baseline", "0"},
            {"target", "40"},
            {"target_date", "2027-06-30"}};
  }
  testing::Table table;
};

TEST_F(GoalPages, AnEmptyListSaysSoAndOffersTheFirstStepToWhoMay) {
  EXPECT_THAT(visit("/parkbuurt/doelen").content(), HasSubstr("Er zijn hier nog geen doelen."));
  EXPECT_THAT(visit("/parkbuurt/doelen").content(), Not(HasSubstr("/doelen/nieuw")));
  auto ingrid = table.browser(table.ingrid);
  EXPECT_THAT(ingrid.get("/parkbuurt/doelen").content(),
              HasSubstr("href=\"/voorbeeldstad/parkbuurt/doelen/nieuw\""));
}

TEST_F(GoalPages, ACardSaysWhereTheGoalStandsAndWhatIsMissing) {
  const auto goal = table.make_goal("Minder <b>eenzaam</b>");
  auto page = visit("/parkbuurt/doelen").content();
  EXPECT_THAT(page, HasSubstr("Minder &lt;b&gt;eenzaam&lt;/b&gt;"));
  EXPECT_THAT(page, HasSubstr("<strong>0</strong> mensen eten samen op donderdag"));
  EXPECT_THAT(page, HasSubstr(">doel 40<"));
  EXPECT_THAT(page, HasSubstr("Uiterlijk 30 juni 2027."));
  EXPECT_THAT(page, HasSubstr("Voor dit doel heeft nog niemand iets beloofd."));
  table.agreed(goal);
  measure(goal, 46, "2026-11-05");
  page = visit("/parkbuurt/doelen").content();
  EXPECT_THAT(page, HasSubstr(">doel 40: gehaald<"));
  EXPECT_THAT(page, HasSubstr("1 afspraak"));
  EXPECT_THAT(page, Not(HasSubstr("nog niemand iets beloofd")));
}

TEST_F(GoalPages, AreFoundFromTheMunicipalityAndInEnglish) {
  const auto goal = table.make_goal();
  EXPECT_THAT(visit("/doelen").content(), HasSubstr("href=\"/voorbeeldstad" + table.path(goal) + "\""));
  EXPECT_THAT(visit("/havenbuurt/doelen").content(), Not(HasSubstr(table.path(goal))));
  Browser english(table.town());
  EXPECT_EQ(english.get("/parkbuurt/doelen?taal=en").status, 303);
  EXPECT_THAT(english.get("/parkbuurt/doelen").content(),
              HasSubstr("Nobody has promised anything for this goal yet."));
  EXPECT_THAT(english.get(table.path(goal)).content(), HasSubstr("How we measure it"));
  EXPECT_THAT(english.get(table.path(goal)).content(), Not(HasSubstr("⟦")));
}

TEST_F(GoalPages, ShowTheMeasurementsAsATableAndALineAndThePromisesApartFromIntentions) {
  const auto goal = table.make_goal();
  measure(goal, 18, "2026-05-01");
  measure(goal, 46, "2026-11-05");
  table.agreed(goal);
  auto intention = table.a_promise();
  intention.title = "Ook in de vakantie";
  intention.is_intention = true;
  intention.goal = goal;
  table.offer(intention);
  const auto page = visit(table.path(goal)).content();
  EXPECT_THAT(page, HasSubstr("Geteld bij de deur"));
  EXPECT_THAT(page, HasSubstr("Lijn van 18 op 1 mei naar 46 op 5 november. Het doel is 40."));
  EXPECT_THAT(page, HasSubstr("<polyline points=\"8.0,59.1 312.0,8.0\""));
  EXPECT_LT(page.find("Veertig donderdagen de zaal"), page.find("Streven: dit proberen wij"));
  EXPECT_LT(page.find("Streven: dit proberen wij"), page.find("Ook in de vakantie"));
  EXPECT_THAT(page, HasSubstr("Zo is het gegaan"));
  EXPECT_THAT(page, HasSubstr("Doel gehaald: 46 mensen eten samen op donderdag."));
  EXPECT_THAT(page, Not(HasSubstr("Wat u kunt doen"))) << "a visitor has nothing to do here";
}

TEST_F(GoalPages, ThatAreNotThereAreNotFoundAndOthersHaveOneAddress) {
  const auto goal = table.make_goal();
  const auto commitment = table.offer();
  EXPECT_EQ(visit("/parkbuurt/doelen/999").status, 404);
  EXPECT_EQ(visit("/parkbuurt/doelen/0").status, 404);
  EXPECT_EQ(visit("/parkbuurt/doelen/" + std::to_string(raw(commitment))).status, 404);
  const auto elsewhere = visit("/havenbuurt/doelen/" + std::to_string(raw(goal)));
  EXPECT_EQ(elsewhere.status, 308);
  EXPECT_EQ(elsewhere.header("Location"), "/voorbeeldstad" + table.path(goal));
}

TEST_F(GoalPages, MakingOneIsForWhoMayAndComesFromAnItem) {
  const auto commitment = table.offer();
  const std::string form = "/parkbuurt/doelen/nieuw?van=" + std::to_string(raw(commitment));
  EXPECT_EQ(visit(form).status, 303) << "sign in first";
  auto amina = table.browser(table.amina);
  EXPECT_EQ(amina.get(form).status, 403);
  EXPECT_EQ(amina.post(form, good_goal()).status, 403);
  auto ingrid = table.browser(table.ingrid);
  EXPECT_THAT(ingrid.get(form).content(), HasSubstr("Veertig donderdagen de zaal"));
  EXPECT_EQ(ingrid.get("/parkbuurt/doelen/nieuw?van=999").status, 404);
  EXPECT_EQ(ingrid.get("/parkbuurt/doelen/nieuw?van=x").status, 404);
  const auto made = ingrid.post(form, good_goal());
  ASSERT_EQ(made.status, 303);
  table.database().read([&](db::Transaction& tx) {
    const auto goals = goals_of_area(tx, table.area().key);
    ASSERT_EQ(goals.size(), 1u);
    EXPECT_EQ(made.header("Location"),
              "/voorbeeldstad/parkbuurt/doelen/" + std::to_string(raw(goals[0].item.id)));
    EXPECT_EQ(items::came_from(tx, goals[0].item.id).at(0).item.id, commitment);
    EXPECT_EQ(goals[0].item.domains, unsigned{items::social});
  });
}

TEST_F(GoalPages, AnIncompleteGoalNamesEveryFaultAndLosesNothing) {
  auto ingrid = table.browser(table.ingrid);
  const auto page =
      ingrid.post("/parkbuurt/doelen/nieuw", {{"title", "Minder <eenzaam>"}, {"baseline", "veel"}});
  EXPECT_EQ(page.status, 422);
  EXPECT_THAT(page.content(), HasSubstr("value=\"Minder &lt;eenzaam&gt;\""));
  EXPECT_THAT(page.content(), HasSubstr("value=\"veel\""));
  for (const auto* fault : {"why", "domains", "indicator", "baseline", "target", "target_date"})
    EXPECT_THAT(page.content(), HasSubstr("<a href=\"#" + std::string(fault) + "\">")) << fault;
}

TEST_F(GoalPages, WhatTheActionRefusesStandsBesideItsField) {
  auto ingrid = table.browser(table.ingrid);
  auto form = good_goal();
  for (auto& [name, value] : form)
    if (name == "target") value = "0";
  EXPECT_THAT(ingrid.post("/parkbuurt/doelen/nieuw", form).content(),
              HasSubstr("<a href=\"#target\">Het doel is nu gelijk aan het begin"));
  form = good_goal();
  for (auto& [name, value] : form)
    if (name == "target_date") value = "2026-11-01";
  const auto page = ingrid.post("/parkbuurt/doelen/nieuw", form);
  EXPECT_EQ(page.status, 422);
  EXPECT_THAT(page.content(), HasSubstr("Kies een datum vanaf zondag 22 november"));
}

TEST_F(GoalPages, MeasuringTellingAGainAndClosingArePossibleForThoseWhoMay) {
  const auto goal = table.make_goal();
  auto ingrid = table.browser(table.ingrid);
  EXPECT_EQ(ingrid.post(table.path(goal, "meting"), {{"measured_value", "7,5"}, {"measured_on", "5-11-2026"}})
                .status,
            303);
  EXPECT_THAT(ingrid.get(table.path(goal)).content(), HasSubstr("<strong>7,5</strong>"));
  const auto future =
      ingrid.post(table.path(goal, "meting"), {{"measured_value", "8"}, {"measured_on", "2026-11-30"}});
  EXPECT_EQ(future.status, 422);
  EXPECT_THAT(future.content(),
              HasSubstr("<a href=\"#measured_on\">Kies een dag tot en met zondag 22 november"));
  EXPECT_THAT(future.content(), HasSubstr("value=\"8\""));

  auto wies = table.browser(table.wies);
  const auto organisation = std::to_string(raw(table.welfare));
  EXPECT_EQ(wies.post(table.path(goal, "belang"),
                      {{"gain_organisation", std::to_string(raw(table.corporation))}, {"gain_text", "x"}})
                .status,
            422);
  EXPECT_EQ(wies.post(table.path(goal, "belang"),
                      {{"gain_organisation", organisation}, {"gain_text", "Wij zien mensen eerder"}})
                .status,
            303);
  EXPECT_THAT(wies.get(table.path(goal)).content(), HasSubstr("Wij zien mensen eerder"));
  EXPECT_EQ(wies.post(table.path(goal, "afsluiten"), {{"closing_text", "Klaar"}}).status, 403);

  EXPECT_EQ(ingrid.post(table.path(goal, "afsluiten"), {}).status, 422);
  EXPECT_EQ(ingrid.post(table.path(goal, "afsluiten"), {{"closing_text", "Niet gelukt"}}).status, 303);
  EXPECT_THAT(visit(table.path(goal)).content(), HasSubstr("niet gehaald"));
  const auto again = ingrid.post(table.path(goal, "afsluiten"), {{"closing_text", "Nog eens"}});
  EXPECT_EQ(again.status, 409);
  EXPECT_THAT(again.content(), HasSubstr("Dit doel is al afgesloten."));
}

TEST_F(GoalPages, AreListedTwentyAtATime) {
  for (int i = 1; i <= 23; ++i) table.make_goal("Doel nummer " + std::to_string(i) + ".");
  const auto first = visit("/parkbuurt/doelen").content();
  EXPECT_THAT(first, HasSubstr("Doel nummer 23."));
  EXPECT_THAT(first, HasSubstr("Doel nummer 4."));
  EXPECT_THAT(first, Not(HasSubstr("Doel nummer 3.")));
  const auto at = first.find("?voor=");
  ASSERT_NE(at, std::string::npos);
  const auto second = visit("/parkbuurt/doelen" + first.substr(at, first.find('"', at) - at)).content();
  EXPECT_THAT(second, HasSubstr("Doel nummer 3."));
  EXPECT_THAT(second, Not(HasSubstr("Doel nummer 4.")));
  EXPECT_THAT(second, Not(HasSubstr("?voor=")));
}

TEST(Decimals, AreReadAsPeopleTypeThem) {
  EXPECT_EQ(decimal_in("46"), 46);
  EXPECT_EQ(decimal_in(" 7,5 "), 7.5);
  EXPECT_EQ(decimal_in("7.5"), 7.5);
  EXPECT_EQ(decimal_in("1.500"), 1500);
  EXPECT_EQ(decimal_in("1.500,25"), 1500.25);
  EXPECT_EQ(decimal_in("-3"), -3);
  for (const auto* wrong :
       {"", "-", "veel", "1,2,3", "1.2.3", "1e9", "0x10", ",5", "5,", "inf", "nan", "10000000000"})
    EXPECT_FALSE(decimal_in(wrong).has_value()) << wrong;
}

}  // namespace
}  // namespace wijktafel::goals
