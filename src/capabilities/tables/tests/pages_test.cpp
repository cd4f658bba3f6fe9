// The pages of the table and of one meeting, and the words of every refusal.
#include <gmock/gmock.h>

#include "capabilities/tables/tests/page_support.hpp"

namespace wijktafel::tables {
namespace {

using testing::a_plan;
using ::testing::AllOf;
using testing::Browser;
using ::testing::HasSubstr;
using ::testing::Not;
using testing::role;
using testing::TablePages;
using testing::Town;
using namespace std::chrono_literals;

// --- the table ---

TEST_F(TablePages, WithoutATableSayWhatPeopleCanDo) {
  EXPECT_THAT(see(visitor_, "/parkbuurt/tafel"),
              AllOf(HasSubstr("Parkbuurt heeft nog geen wijktafel."), Not(HasSubstr("Plan een overleg"))));
  EXPECT_THAT(see(ingrid_, "/parkbuurt/tafel"), HasSubstr("href=\"/voorbeeldstad/parkbuurt/tafel/nieuw\""));
}

TEST_F(TablePages, TheFirstPlannedMeetingBringsATable) {
  EXPECT_THAT(see(ingrid_, "/parkbuurt/tafel/nieuw"), HasSubstr("het eerste overleg van deze tafel"));
  const auto meeting = planned();
  EXPECT_THAT(see(visitor_, "/parkbuurt/tafel"),
              AllOf(HasSubstr("Wijktafel Parkbuurt"), HasSubstr("donderdag 3 december, 19.30 uur"),
                    HasSubstr("Basisschool De Vlieger"), HasSubstr("Deze tafel wordt opgericht."),
                    HasSubstr("iedereen die aan tafel zit")));
  EXPECT_THAT(see(visitor_, meeting), HasSubstr("<h1>Wijktafel van 3 december 2026</h1>"));
  EXPECT_THAT(see(visitor_, "/tafel"),
              HasSubstr("href=\"/voorbeeldstad/parkbuurt/tafel\">Wijktafel Parkbuurt</a>"));
}

TEST_F(TablePages, PlanningIsForTheCoordinatorOfThatNeighbourhood) {
  const auto signed_out = visitor_.post("/parkbuurt/tafel/nieuw", a_plan);
  EXPECT_EQ(signed_out.status, 403);
  EXPECT_THAT(signed_out.content(), HasSubstr("/inloggen?terug="));
  for (auto* browser : {&resident_, &panel_})
    EXPECT_EQ(browser->post("/parkbuurt/tafel/nieuw", a_plan).status, 403);
  EXPECT_EQ(ingrid_.post("/havenbuurt/tafel/nieuw", a_plan).status, 403);
  EXPECT_EQ(ingrid_.post("/tafel/nieuw", a_plan).status, 403);
}

TEST_F(TablePages, APlanWithFaultsComesBackWithWhatWasTyped) {
  const auto page = ingrid_.post("/parkbuurt/tafel/nieuw", {{"date", "31-2-2026"},
                                                            {"time", "half acht"},
                                                            {"place", "Het <Anker>"},
                                                            {"online_link", "overleg.example"}});
  EXPECT_EQ(page.status, 422);
  EXPECT_THAT(page.content(),
              AllOf(HasSubstr("Dit is geen datum."), HasSubstr("Dit is geen tijd."),
                    HasSubstr("Een link begint met https://"), HasSubstr("Kies of het overleg openbaar is"),
                    HasSubstr("value=\"31-2-2026\""), HasSubstr("value=\"half acht\""),
                    HasSubstr("Het &lt;Anker&gt;")));
  const auto past = ingrid_.post("/parkbuurt/tafel/nieuw", with(a_plan, "date", "2026-11-21"));
  EXPECT_EQ(past.status, 422);
  EXPECT_THAT(past.content(), HasSubstr("Dit moment is al voorbij. Kies een dag vanaf zondag 22 november."));
  EXPECT_THAT(see(visitor_, "/parkbuurt/tafel"), HasSubstr("nog geen wijktafel"));
}

TEST_F(TablePages, TheWayATableWorksIsChangedByTheCoordinator) {
  planned();
  const http::Pairs rules = {{"name", "Buurttafel"},
                             {"state", "active"},
                             {"decides_by", "vote"},
                             {"voters", "het wijkpanel"},
                             {"quorum", "4"}};
  EXPECT_EQ(panel_.post("/parkbuurt/tafel/werkwijze", rules).status, 403);
  EXPECT_EQ(ingrid_.post("/parkbuurt/tafel/werkwijze", with(rules, "quorum", "veel")).status, 422);
  EXPECT_EQ(ingrid_.post("/parkbuurt/tafel/werkwijze", rules).status, 303);
  EXPECT_THAT(see(visitor_, "/parkbuurt/tafel"),
              AllOf(HasSubstr("<h1>Buurttafel</h1>"), HasSubstr("De tafel stemt."),
                    HasSubstr("Ten minste 4 mensen"), HasSubstr("Wie besluiten: het wijkpanel.")));
}

TEST_F(TablePages, OlderMeetingsAreReadPageByPage) {
  for (int day = 1; day <= 12; ++day)
    planned(with(a_plan, "date", "2026-12-" + std::string(day < 10 ? "0" : "") + std::to_string(day)));
  town_.clock().set(testing::begins_at + 24h * 30);
  const auto first = see(visitor_, "/parkbuurt/tafel");
  EXPECT_THAT(first, AllOf(HasSubstr("van 12 december"), HasSubstr("van 3 december"),
                           Not(HasSubstr("van 2 december"))));
  std::smatch next;
  ASSERT_TRUE(std::regex_search(first, next, std::regex(R"(/voorbeeldstad(/parkbuurt/tafel\?voor=\d+))")));
  EXPECT_THAT(see(visitor_, next[1]),
              AllOf(HasSubstr("van 2 december"), HasSubstr("van 1 december"),
                    Not(HasSubstr("van 3 december")), Not(HasSubstr("Oudere overleggen"))));
  EXPECT_EQ(visitor_.get("/parkbuurt/tafel?voor=niets").status, 200);
  EXPECT_EQ(visitor_.get("/parkbuurt/tafel?voor=99999").status, 200);
}

// --- one meeting ---

TEST_F(TablePages, AMeetingSaysByTheClockWhatItIs) {
  const auto meeting = planned();
  EXPECT_THAT(see(visitor_, meeting), HasSubstr(">gepland<"));
  town_.clock().set(testing::begins_at - 1s);
  EXPECT_THAT(see(visitor_, meeting), HasSubstr(">gepland<"));
  town_.clock().set(testing::begins_at);
  EXPECT_THAT(see(visitor_, meeting), HasSubstr(">nu bezig<"));
  town_.clock().set(testing::begins_at + 4h);
  EXPECT_THAT(see(visitor_, meeting), HasSubstr("geweest, nog niet afgesloten"));
  EXPECT_THAT(see(visitor_, "/parkbuurt/tafel"), HasSubstr("geweest, nog niet afgesloten"));
}

TEST_F(TablePages, AMeetingIsFoundInItsOwnNeighbourhoodOnly) {
  const auto meeting = planned();
  const auto number = meeting.substr(meeting.rfind('/'));
  EXPECT_EQ(visitor_.get("/havenbuurt/tafel" + number).status, 404);
  EXPECT_EQ(visitor_.get("/tafel" + number).status, 404);
  EXPECT_EQ(visitor_.get("/parkbuurt/besluiten" + number).status, 404);
  EXPECT_EQ(visitor_.get("/parkbuurt/agendapunten" + number).status, 404);
  EXPECT_EQ(visitor_.get("/parkbuurt/tafel/999").status, 404);
  EXPECT_EQ(visitor_.get("/parkbuurt/tafel/12x").status, 404);
  on_the_evening();
  Browser elsewhere(town_);
  elsewhere.enter(town_.person("Els", {role("coordinator", "BU00010102")}));
  EXPECT_EQ(elsewhere.post("/havenbuurt/tafel" + number + "/begin").status, 404);
  EXPECT_EQ(elsewhere.post(meeting + "/begin").status, 403);
}

TEST_F(TablePages, AMeetingThatIsNotPublicIsSeenByTheTable) {
  const auto meeting = planned(with(a_plan, "is_public", "no"));
  point(meeting, "Een gevoelig punt");
  EXPECT_EQ(visitor_.get(meeting).status, 404);
  EXPECT_EQ(visitor_.get(meeting + "/agenda.ics").status, 404);
  EXPECT_THAT(see(visitor_, "/parkbuurt/tafel"),
              AllOf(Not(HasSubstr("3 december")), HasSubstr("Er is nog geen volgend overleg gepland.")));
  EXPECT_THAT(see(visitor_, "/parkbuurt/tafel/agenda.ics"), Not(HasSubstr("VEVENT")));
  EXPECT_THAT(see(ingrid_, meeting),
              AllOf(HasSubstr("Een gevoelig punt"), HasSubstr("Dit overleg is niet openbaar.")));
}

TEST_F(TablePages, AMeetingIsMovedAndItsNameMovesAlong) {
  const auto meeting = planned();
  EXPECT_THAT(see(ingrid_, meeting + "/wijzigen"),
              AllOf(HasSubstr("value=\"2026-12-03\""), HasSubstr("value=\"19:30\"")));
  EXPECT_EQ(ingrid_.post(meeting + "/wijzigen", with(a_plan, "date", "2026-12-10")).status, 303);
  EXPECT_THAT(see(visitor_, meeting), AllOf(HasSubstr("Wijktafel van 10 december 2026"),
                                            HasSubstr("donderdag 10 december, 19.30 uur")));
}

TEST_F(TablePages, ACancelledMeetingSaysWhy) {
  const auto meeting = planned();
  EXPECT_EQ(ingrid_.post(meeting + "/afzeggen", {{"reason", ""}}).status, 422);
  EXPECT_EQ(ingrid_.post(meeting + "/afzeggen", {{"reason", "De zaal staat <onder water>."}}).status, 303);
  EXPECT_THAT(see(visitor_, meeting), AllOf(HasSubstr("Dit overleg gaat niet door."),
                                            HasSubstr("De zaal staat &lt;onder water&gt;.")));
  EXPECT_THAT(see(visitor_, meeting + "/agenda.ics"), HasSubstr("STATUS:CANCELLED"));
  const auto again = ingrid_.post(meeting + "/afzeggen", {{"reason", "Nog eens"}});
  EXPECT_EQ(again.status, 422);
  EXPECT_THAT(again.content(), HasSubstr("Dit overleg is voorbij."));
}

TEST_F(TablePages, AMeetingIsRunFromBeginToMinutes) {
  const auto meeting = planned();
  const auto about = point(meeting, "Het pad is donker");
  EXPECT_THAT(see(panel_, meeting), Not(HasSubstr("Begin het overleg")));
  const auto early = panel_.post(meeting + "/begin");
  EXPECT_EQ(early.status, 409);
  EXPECT_THAT(early.content(), HasSubstr("Dit overleg is pas op donderdag 3 december."));
  on_the_evening();
  EXPECT_THAT(see(panel_, meeting),
              AllOf(HasSubstr("Begin het overleg"), Not(HasSubstr("Neem een besluit"))));
  begun(meeting);
  const std::string field = "discussion-" + about.substr(about.rfind('/') + 1);
  EXPECT_EQ(panel_.post(about + "/bespreking", {{field, "Drie lampen doen het **niet**."}}).status, 303);
  EXPECT_THAT(see(visitor_, meeting), AllOf(HasSubstr("Drie lampen doen het <strong>niet</strong>."),
                                            Not(HasSubstr("/bespreking\""))));
  EXPECT_THAT(see(panel_, meeting), HasSubstr("Drie lampen doen het **niet**."));

  EXPECT_EQ(panel_.post(meeting + "/einde").status, 303);
  EXPECT_THAT(see(visitor_, meeting),
              AllOf(HasSubstr(">geweest<"), HasSubstr("Er is op dit overleg niets besloten."),
                    HasSubstr("Er is nog geen verslag.")));
  EXPECT_THAT(see(panel_, meeting + "/verslag"), HasSubstr("## Het pad is donker"));
  EXPECT_EQ(panel_.post(meeting + "/verslag", {{"text", ""}}).status, 422);
  EXPECT_EQ(panel_.post(meeting + "/verslag", {{"text", "Wij spraken over licht."}}).status, 303);
  EXPECT_THAT(see(visitor_, meeting),
              AllOf(HasSubstr("Wij spraken over licht."), HasSubstr("Dit is een concept.")));
  EXPECT_EQ(panel_.post(meeting + "/verslag/vaststellen").status, 303);
  EXPECT_THAT(see(visitor_, meeting), HasSubstr("Dit verslag is vastgesteld."));
}

TEST_F(TablePages, MinutesChangedBySomebodyElseAreShownBesideOnesOwnAndNotOverwritten) {
  const auto meeting = planned();
  point(meeting, "Het pad is donker");
  begun(meeting);
  panel_.post(meeting + "/einde");
  const auto edition_on = [](const std::string& page) {
    const std::string mark = "name=\"edition\" value=\"";
    const auto at = page.find(mark);
    return at == std::string::npos ? std::string() : page.substr(at + mark.size(), 16);
  };
  const auto old = edition_on(see(panel_, meeting + "/verslag"));
  ASSERT_EQ(old.size(), 16U);
  EXPECT_EQ(panel_.post(meeting + "/verslag", {{"edition", old}, {"text", "Van de eerste."}}).status, 303);
  EXPECT_EQ(panel_.post(meeting + "/verslag", {{"edition", old}, {"text", "Van de eerste."}}).status, 303);
  const auto late = panel_.post(meeting + "/verslag", {{"edition", old}, {"text", "Van de tweede."}});
  EXPECT_EQ(late.status, 409);
  EXPECT_THAT(late.content(),
              AllOf(HasSubstr("Iemand anders heeft het verslag net veranderd."),
                    HasSubstr("<p>Van de eerste.</p>"), HasSubstr("\nVan de tweede.</textarea>")));
  EXPECT_THAT(see(visitor_, meeting), Not(HasSubstr("Van de tweede.")));
  const http::Pairs again{{"edition", edition_on(late.content())}, {"text", "Van ons allebei."}};
  EXPECT_EQ(panel_.post(meeting + "/verslag", again).status, 303);
  EXPECT_THAT(see(visitor_, meeting), HasSubstr("Van ons allebei."));
}

TEST_F(TablePages, WhatDoesNotWorkLeavesWhatWasTyped) {
  const auto meeting = planned();
  const auto about = point(meeting, "Licht");
  begun(meeting);
  const std::string field = "discussion-" + about.substr(about.rfind('/') + 1);
  const std::string long_text(4001, 'a');
  const auto page = panel_.post(about + "/bespreking", {{field, long_text}});
  EXPECT_EQ(page.status, 422);
  EXPECT_THAT(page.content(), AllOf(HasSubstr(long_text), HasSubstr("href=\"#" + field + "\"")));
  panel_.post(meeting + "/einde");
  const auto late = panel_.post(about + "/bespreking", {{field, "Nog iets"}});
  EXPECT_EQ(late.status, 409);
  EXPECT_THAT(late.content(), HasSubstr("Dit overleg is voorbij."));
  EXPECT_EQ(ingrid_.post(meeting + "/agenda", {{"point", "Te laat"}}).status, 409);
}

TEST_F(TablePages, AttendanceNamesWhoWorksThereAndThePanelAndCountsResidents) {
  const auto town = town_.database().write(
      [](db::Transaction& tx) { return organisations::create_organisation(tx, "police", "Politie"); });
  const auto joris = town_.person("Joris", {{.role = "member", .area = {}, .organisation = town}});
  const auto meeting = begun(planned());
  const auto form = see(panel_, meeting + "/aanwezig");
  EXPECT_THAT(form, AllOf(HasSubstr("Joris, Politie"), HasSubstr("Ria, Wijkpanel"),
                          HasSubstr("Ingrid, Wijkregisseur"), Not(HasSubstr("Cor,"))));
  const auto resident = town_.person("Wil");
  EXPECT_EQ(
      panel_.post(meeting + "/aanwezig", {{"people", std::to_string(raw(resident))}, {"residents", "3"}})
          .status,
      422);
  EXPECT_EQ(
      panel_.post(meeting + "/aanwezig", {{"people", std::to_string(raw(joris))}, {"residents", "veel"}})
          .status,
      422);
  EXPECT_EQ(panel_.post(meeting + "/aanwezig", {{"people", std::to_string(raw(joris))}, {"residents", "12"}})
                .status,
            303);
  EXPECT_THAT(see(visitor_, meeting), AllOf(HasSubstr("Politie"), HasSubstr("Joris"),
                                            HasSubstr("12 bewoners"), Not(HasSubstr("Ria"))));
  EXPECT_THAT(see(panel_, meeting + "/aanwezig"),
              HasSubstr("value=\"" + std::to_string(raw(joris)) + "\" checked"));
}

TEST_F(TablePages, PointsAreMovedByWhoRunsTheMeeting) {
  const auto meeting = planned();
  point(meeting, "Eerste punt");
  const auto second = point(meeting, "Tweede punt");
  EXPECT_EQ(resident_.post(second + "/plek", {{"direction", "up"}}).status, 403);
  EXPECT_EQ(panel_.post(second + "/plek", {{"direction", "up"}}).status, 303);
  const auto page = see(visitor_, meeting);
  EXPECT_LT(page.find("Tweede punt"), page.find("Eerste punt"));
  EXPECT_LT(page.find("Stand van de afspraken"), page.find("Tweede punt"));
}

TEST_F(TablePages, AnEmptyPointIsAsked) {
  const auto page = panel_.post(planned() + "/agenda", {{"point", " "}});
  EXPECT_EQ(page.status, 422);
  EXPECT_THAT(page.content(), HasSubstr("Schrijf op waar het punt over gaat"));
}

// --- pages that are kept, in both languages ---

TEST_F(TablePages, AreThereInEnglish) {
  const auto meeting = planned();
  visitor_.get("/parkbuurt/tafel?taal=en");
  EXPECT_THAT(see(visitor_, "/parkbuurt/tafel"), AllOf(HasSubstr("Next meeting"), Not(HasSubstr("⟦"))));
  EXPECT_THAT(see(visitor_, meeting), AllOf(HasSubstr("How the promises stand"), Not(HasSubstr("⟦"))));
}

TEST_F(TablePages, AKeptPageShowsAWriteAtOnce) {
  const auto meeting = planned();
  EXPECT_THAT(see(visitor_, meeting), Not(HasSubstr("Rondvraag")));
  point(meeting, "Rondvraag");
  EXPECT_THAT(see(visitor_, meeting), HasSubstr("Rondvraag"));
}

TEST_F(TablePages, CalendarsHoldTheMeetingsThatEverybodyMaySee) {
  const auto meeting = planned(with(a_plan, "place", "Buurthuis, zaal 2"));
  const auto feed = visitor_.get("/parkbuurt/tafel/agenda.ics");
  EXPECT_EQ(feed.header("Content-Type"), "text/calendar; charset=utf-8");
  EXPECT_THAT(feed.content(),
              AllOf(HasSubstr("DTSTART:20261203T183000Z"), HasSubstr("LOCATION:Buurthuis\\, zaal 2"),
                    HasSubstr("X-WR-CALNAME:Wijktafel Parkbuurt"),
                    HasSubstr("http://127.0.0.1:8080/voorbeeldstad" + meeting)));
  EXPECT_THAT(see(visitor_, meeting + "/agenda.ics"), HasSubstr("SUMMARY:Wijktafel van 3 december 2026"));
}

// --- every refusal has words ---

const Date day = parse_date("2026-12-03").value();
const std::vector<TableRefusal> every_refusal = {
    NoSuchMeeting{},  NoSuchAgendaItem{}, NoSuchSubject{},     SubjectNotPublic{},       BeginsInThePast{day},
    NotYetToday{day}, MeetingNotBegun{},  MeetingIsOver{},     AlreadyOnAgenda{},        QuorumNotMet{2, 3},
    NotCarried{},     AdviceToMissing{},  AnswerDateMissing{}, AnswerDateInThePast{day}, RegulationMissing{},
    MinutesMissing{}, MinutesChanged{}};

TEST_F(TablePages, EveryRefusalHasWordsAndAStatusInBothLanguages) {
  std::set<std::string> keys;
  for (const auto& refusal : every_refusal)
    for (const auto language : i18n::languages) {
      const auto call = web::job_call(town_.service(), language, town_.clock().now());
      const auto said = said_of(call, refusal);
      keys.insert(said.word_key);
      EXPECT_TRUE(town_.service().words.has(language, said.word_key)) << said.word_key;
      EXPECT_GE(said.status, 400);
      EXPECT_LT(said.status, 500);
      EXPECT_THAT(in_words(call, said), AllOf(Not(HasSubstr("⟦")), Not(HasSubstr("{")))) << said.word_key;
    }
  EXPECT_EQ(keys.size(), std::variant_size_v<TableRefusal>);
}

}  // namespace
}  // namespace wijktafel::tables
