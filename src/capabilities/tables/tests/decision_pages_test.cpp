// The pages of decisions, and the button that puts a signal on the agenda.
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

// --- decisions ---

const http::Pairs a_decision = {{"text", "De lampen worden gemaakt."},
                                {"taken_by", "consensus"},
                                {"kind", "agreement"},
                                {"votes_for", ""},
                                {"votes_against", ""},
                                {"votes_abstain", ""},
                                {"recused", ""},
                                {"advice_to", ""},
                                {"answer_before", ""},
                                {"regulation", ""},
                                {"follow_up", "yes"}};

class DecisionPages : public TablePages {
 protected:
  DecisionPages() : meeting_(planned()), point_(point(meeting_, "Licht")) { begun(meeting_); }
  std::string decided(const http::Pairs& form, Browser& browser) {
    EXPECT_EQ(browser.post(point_ + "/besluit", form).status, 303);
    std::smatch url;
    const auto page = see(visitor_, meeting_);
    EXPECT_TRUE(std::regex_search(page, url, std::regex(R"(/voorbeeldstad(/parkbuurt/besluiten/\d+))")));
    return url[1];
  }
  std::string meeting_, point_;
};

TEST_F(DecisionPages, SayWhatItIsHowItWasTakenAndWhatIsMissing) {
  const auto url = decided(a_decision, panel_);
  EXPECT_THAT(
      see(visitor_, url),
      AllOf(HasSubstr("De lampen worden gemaakt."), HasSubstr("Dit is een afspraak aan tafel."),
            HasSubstr("Iedereen was het eens."), HasSubstr("Over dit besluit is nog niets afgesproken."),
            HasSubstr("iedereen die aan tafel zit"), Not(HasSubstr("bezwaar"))));
  EXPECT_THAT(see(visitor_, point_), HasSubstr("href=\"/voorbeeldstad" + url + "\""));
  EXPECT_THAT(see(visitor_, "/parkbuurt/tafel"), HasSubstr("href=\"/voorbeeldstad" + url + "\""));
}

TEST_F(DecisionPages, ListThemAllWithHowTheyWereTaken) {
  EXPECT_THAT(see(visitor_, "/parkbuurt/besluiten"), HasSubstr("De tafel heeft nog niets besloten."));
  const auto url = decided(a_decision, panel_);
  EXPECT_THAT(see(visitor_, "/parkbuurt/besluiten"),
              AllOf(HasSubstr("href=\"/voorbeeldstad" + url + "\""), HasSubstr("Iedereen was het eens."),
                    Not(HasSubstr("voor="))));
  EXPECT_THAT(see(visitor_, "/parkbuurt/besluiten?voor=1"), Not(HasSubstr(url + "\"")));
  EXPECT_THAT(see(visitor_, "/parkbuurt/tafel"), HasSubstr("href=\"/voorbeeldstad/parkbuurt/besluiten\""));
}

TEST_F(DecisionPages, SayWhenNothingHasToFollow) {
  const auto url = decided(with(a_decision, "follow_up", "no"), panel_);
  EXPECT_THAT(see(visitor_, url), AllOf(HasSubstr("Na dit besluit hoeft er niets meer te gebeuren."),
                                        Not(HasSubstr("nog niets afgesproken"))));
}

TEST_F(DecisionPages, PrintTheVotes) {
  auto form = with(with(with(a_decision, "taken_by", "vote"), "votes_for", "7"), "votes_against", "1");
  form = with(with(form, "votes_abstain", "2"), "recused", "1");
  EXPECT_THAT(see(visitor_, decided(form, panel_)),
              AllOf(HasSubstr("7 voor, 1 tegen, 2 mensen onthielden zich van stemming."),
                    HasSubstr("1 persoon deed niet mee")));
}

TEST_F(DecisionPages, AskEverythingThatIsMissingAtOnceAndLoseNothing) {
  const auto empty = panel_.post(point_ + "/besluit", {});
  EXPECT_EQ(empty.status, 422);
  EXPECT_THAT(
      empty.content(),
      AllOf(HasSubstr("Schrijf op wat de tafel besluit"), HasSubstr("Kies wat voor besluit het is"),
            HasSubstr("Kies hoe het is besloten"), HasSubstr("Kies of er hierna nog iets moet gebeuren")));
  const auto tie =
      panel_.post(point_ + "/besluit",
                  with(with(with(a_decision, "taken_by", "vote"), "votes_for", "3"), "votes_against", "3"));
  EXPECT_EQ(tie.status, 422);
  EXPECT_THAT(tie.content(), AllOf(HasSubstr("Er waren niet meer mensen voor dan tegen."),
                                   HasSubstr("href=\"#votes_for\""), HasSubstr("De lampen worden gemaakt.")));
  const auto advice = panel_.post(point_ + "/besluit", with(a_decision, "kind", "advice"));
  EXPECT_THAT(advice.content(), HasSubstr("Vul in aan wie het advies is"));
}

TEST_F(DecisionPages, OfAdviceSayToWhomAndWhen) {
  const auto form = with(with(with(a_decision, "kind", "advice"), "advice_to", "de gemeenteraad"),
                         "answer_before", "2027-02-01");
  EXPECT_THAT(
      see(visitor_, decided(form, panel_)),
      HasSubstr(
          "Dit is een advies aan de gemeenteraad. Het antwoord komt uiterlijk maandag 1 februari 2027."));
}

TEST_F(DecisionPages, OfTheMunicipalityAreRecordedByWhoServesItAndSayHowToObject) {
  const auto form = with(with(a_decision, "kind", "municipal"), "regulation", "Verkeersverordening");
  EXPECT_THAT(see(panel_, point_ + "/besluit"), Not(HasSubstr("name=\"regulation\"")));
  EXPECT_EQ(panel_.post(point_ + "/besluit", form).status, 422);
  EXPECT_THAT(see(visitor_, decided(form, ingrid_)),
              AllOf(HasSubstr("op grond van: Verkeersverordening"), HasSubstr("Dan kunt u bezwaar maken")));
}

TEST_F(DecisionPages, AreForWhoRunsTheMeeting) {
  EXPECT_EQ(resident_.get(point_ + "/besluit").status, 403);
  EXPECT_EQ(resident_.post(point_ + "/besluit", a_decision).status, 403);
}

// --- the button on the page of a signal ---

class AgendaButton : public TablePages {
 protected:
  ItemId signal(items::Visibility visibility = items::Visibility::everyone) {
    return town_.database().write([&](db::Transaction& tx) {
      return items::create(tx, town_.clock().now(), identity::visitor(),
                           {.kind = "signal",
                            .area = "BU00010101",
                            .lineage = {"BU00010101", "WK000101", "GM0001"},
                            .title = "Het pad is donker",
                            .visibility = visibility,
                            .status = "received"},
                           {.what = "items.created"});
    });
  }
  std::string button(const std::vector<identity::Grant>& grants, ItemId subject) {
    auto call = web::job_call(town_.service(), i18n::Language::nl, town_.clock().now());
    call.actor = identity::Actor{.person = identity::PersonId{99}, .name = "Iemand", .grants = grants};
    call.area = town_.service().find_area("BU00010101");
    return agenda_button(call, raw(subject)).markup();
  }
};

TEST_F(AgendaButton, IsForThePanelAndTheCoordinator) {
  planned();
  const auto id = signal();
  EXPECT_EQ(button({}, id), "");
  EXPECT_EQ(button({role("panel_member", "BU00010102")}, id), "");
  EXPECT_THAT(button({role("panel_member")}, id), HasSubstr("Zet op de agenda van donderdag 3 december"));
}

TEST_F(AgendaButton, LeadsToPlanningWhenThereIsNoMeeting) {
  const auto id = signal();
  EXPECT_THAT(button({role("coordinator")}, id),
              AllOf(HasSubstr("Er is nog geen overleg gepland."), HasSubstr("/parkbuurt/tafel/nieuw")));
  EXPECT_THAT(button({role("panel_member")}, id), Not(HasSubstr("/tafel/nieuw")));
}

TEST_F(AgendaButton, PutsASignalOnTheAgendaOnce) {
  const auto meeting = planned();
  const auto id = signal();
  const http::Pairs pressed = {{"subject", std::to_string(raw(id))}};
  EXPECT_EQ(resident_.post(meeting + "/agenda", pressed).status, 403);
  EXPECT_EQ(panel_.post(meeting + "/agenda", pressed).status, 303);
  EXPECT_THAT(see(visitor_, meeting), HasSubstr("Het pad is donker"));
  EXPECT_THAT(button({role("panel_member")}, id),
              AllOf(HasSubstr("Staat op de agenda van donderdag 3 december"), Not(HasSubstr("<form"))));
  const auto again = panel_.post(meeting + "/agenda", pressed);
  EXPECT_EQ(again.status, 409);
  EXPECT_THAT(again.content(), HasSubstr("Dit staat al op de agenda."));
}

// What was destroyed must not live on as the title of an agenda item.
TEST_F(AgendaButton, ForgetsTheTitleOfWhatWasReferred) {
  const auto meeting = planned();
  const auto id = signal();
  ASSERT_EQ(panel_.post(meeting + "/agenda", {{"subject", std::to_string(raw(id))}}).status, 303);
  town_.database().write([&](db::Transaction& tx) {
    items::erase_text(tx, town_.clock().now(), identity::system_actor(), id, "Doorverwezen",
                      {.what = "signals.text_destroyed"});
    retitle_points(tx, town_.clock().now(), id);
  });

  EXPECT_THAT(see(visitor_, meeting), Not(HasSubstr("Het pad is donker")));
  EXPECT_EQ(town_.database().read([](db::Transaction& tx) {
    return tx
        .find(
            "SELECT (SELECT COUNT(*) FROM item WHERE title LIKE '%pad is donker%') + "
            "(SELECT COUNT(*) FROM item_history WHERE facts LIKE '%pad is donker%')")
        ->get<std::int64_t>(0);
  }),
            0);
}

TEST_F(AgendaButton, HidesThePointWhileWhatItIsAboutIsConfidential) {
  const auto meeting = planned();
  const auto id = signal();
  ASSERT_EQ(panel_.post(meeting + "/agenda", {{"subject", std::to_string(raw(id))}}).status, 303);
  const auto become = [&](items::Visibility visibility) {
    town_.database().write([&](db::Transaction& tx) {
      items::Change change;
      change.visibility = visibility;
      EXPECT_TRUE(items::change(tx, town_.clock().now(), identity::system_actor(), id, change,
                                {.what = "signals.made_confidential"})
                      .has_value());
      hide_or_show_points(tx, town_.clock().now(), id);
    });
  };
  become(items::Visibility::confidential);
  EXPECT_THAT(see(visitor_, meeting), Not(HasSubstr("Het pad is donker")));
  become(items::Visibility::everyone);
  EXPECT_THAT(see(visitor_, meeting), HasSubstr("Het pad is donker"));
}

TEST_F(AgendaButton, TakesNothingThatThePersonMayNotSee) {
  const auto meeting = planned();
  const auto id = signal(items::Visibility::confidential);
  EXPECT_EQ(button({role("panel_member")}, id), "");
  EXPECT_EQ(panel_.post(meeting + "/agenda", {{"subject", std::to_string(raw(id))}}).status, 404);
  EXPECT_EQ(panel_.post(meeting + "/agenda", {{"subject", "iets"}}).status, 404);
  EXPECT_THAT(see(visitor_, meeting), Not(HasSubstr("Het pad is donker")));
}

}  // namespace
}  // namespace wijktafel::tables
