// Neighbours pick a signal up: the actions and the page.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "capabilities/signals/actions/assign_signal.hpp"
#include "capabilities/signals/actions/pick_up_signal.hpp"
#include "capabilities/signals/actions/refer_signal.hpp"
#include "capabilities/signals/tests/signals_support.hpp"
#include "capabilities/signals/web/pickup_views.hpp"
#include "capabilities/themes/themes.hpp"
#include "platform/db/testing_fixture.hpp"
#include "platform/html/example.hpp"

namespace wijktafel::signals {
namespace {

using testing::Browser;
using ::testing::HasSubstr;
using testing::Neighbourhood;
using ::testing::Not;

Date day(std::string_view text) { return parse_date(text).value(); }

identity::Actor resident(std::int64_t person) {
  identity::Actor actor;
  actor.person = PersonId{person};
  actor.name = "Cor Waterkamp";
  actor.grants.push_back({"resident", testing::rozenbuurt, std::nullopt});
  return actor;
}

template <class Reason, class Value, class Refusal>
bool refused_because(const Result<Value, Refusal>& done) {
  return !done && std::holds_alternative<Reason>(done.error());
}

class NeighboursFirst : public db::testing::OnBothEngines {
 protected:
  void SetUp() override {
    OnBothEngines::SetUp();
    if (IsSkipped()) return;
    here = std::make_unique<Neighbourhood>(GetParam());
    cor = std::make_unique<Browser>(*here);
    cor->sign_in(resident(81));
    mina = std::make_unique<Browser>(*here);
    mina->sign_in(resident(82));
    visitor = std::make_unique<Browser>(*here);
  }
  ItemId told(const std::string& theme = {}) {
    return here->report(ReportSignal{
        .kind = Kind::problem, .text = "Het perkje is kaal", .theme = theme, .neighbours_may = true});
  }
  ItemId open_to_them() {
    const auto id = told();
    open(id);
    return id;
  }
  void open(ItemId id) {
    here->database()
        .write([&](db::Transaction& tx) {
          return assign_signal(
              tx, here->now(), here->coordinator(), id,
              {.title = "Kaal perkje", .next_date = day("2026-01-26"), .open_to_neighbours = true});
        })
        .value();
  }
  std::string page_of(ItemId id) { return "/rozenbuurt/signalen/" + std::to_string(raw(id)); }
  http::Response pick_up(Browser& browser, ItemId id, const std::string& date = "2026-01-20") {
    return browser.post(page_of(id) + "/oppakken", {{"pickup_plan", "Wij planten zaterdag rozen."},
                                                    {"pickup_date", date},
                                                    {"pickup_name", "Cor van nummer 8"}});
  }
  std::unique_ptr<Neighbourhood> here;
  std::unique_ptr<Browser> cor, mina, visitor;
};
WIJKTAFEL_ON_BOTH_ENGINES(NeighboursFirst);

TEST_P(NeighboursFirst, take_it_under_the_name_they_choose_and_say_when_they_tell_more) {
  const auto id = open_to_them();
  const auto before = visitor->get(page_of(id)).content();
  EXPECT_THAT(before, HasSubstr("Wat mag u zelf doen?"));
  EXPECT_THAT(before, HasSubstr("Wie is verzekerd?"));
  EXPECT_THAT(before, HasSubstr("Log in"));
  EXPECT_THAT(before, Not(HasSubstr("/oppakken")));
  EXPECT_EQ(pick_up(*visitor, id).status, 401);
  ASSERT_EQ(pick_up(*cor, id).status, 303);
  EXPECT_EQ(here->status(id), "in_progress");
  EXPECT_EQ(here->item(id).next_date, day("2026-01-20"));
  const auto after = visitor->get(page_of(id)).content();
  EXPECT_THAT(after, HasSubstr("Cor van nummer 8"));
  EXPECT_THAT(after, HasSubstr("Wij planten zaterdag rozen."));
  EXPECT_THAT(after, Not(HasSubstr("Waterkamp")));
  EXPECT_THAT(after, HasSubstr("Buren pakken dit op."));
  EXPECT_THAT(after, Not(HasSubstr("De wijkregisseur kijkt wie dit oppakt")));
  EXPECT_EQ(pick_up(*mina, id).status, 409);
}

TEST_P(NeighboursFirst, do_not_come_before_a_duty_of_care_or_the_wish_of_who_told_it) {
  here->database().write([](db::Transaction& tx) {
    themes::Theme theme;
    theme.key = "verlichting";
    theme.name = "Straatverlichting";
    theme.is_duty_of_care = true;
    themes::save_theme(tx, theme);
  });
  const auto lamp = told("verlichting");
  open(lamp);
  EXPECT_EQ(here->status(lamp), "looked_at");
  EXPECT_EQ(pick_up(*cor, lamp).status, 409);
  const auto unwanted = here->report();
  open(unwanted);
  EXPECT_EQ(pick_up(*cor, unwanted).status, 409);
}

TEST_P(NeighboursFirst, choose_a_date_that_can_be_waited_for) {
  const auto id = open_to_them();
  EXPECT_EQ(pick_up(*cor, id, "2026-01-11").status, 422);
  EXPECT_EQ(pick_up(*cor, id, "2026-06-01").status, 422);
  EXPECT_EQ(pick_up(*cor, id, "").status, 422);
  EXPECT_EQ(cor->post(page_of(id) + "/oppakken", {{"pickup_date", "2026-01-20"}}).status, 422);
  EXPECT_EQ(here->status(id), "open_to_neighbours");
}

TEST_P(NeighboursFirst, are_helped_by_others_whose_number_only_they_see) {
  const auto id = open_to_them();
  EXPECT_EQ(mina->post(page_of(id) + "/meehelpen", {}).status, 404);
  ASSERT_EQ(pick_up(*cor, id).status, 303);
  ASSERT_EQ(mina->post(page_of(id) + "/meehelpen",
                       {{"helper_name", "Mina"}, {"helper_reach", "kanarie op nummer 10"}})
                .status,
            303);
  EXPECT_THAT(visitor->get(page_of(id)).content(), HasSubstr("Mina"));
  EXPECT_THAT(visitor->get(page_of(id)).content(), Not(HasSubstr("kanarie")));
  EXPECT_THAT(mina->get(page_of(id)).content(), Not(HasSubstr("kanarie")));
  EXPECT_THAT(cor->get(page_of(id)).content(), HasSubstr("kanarie op nummer 10"));
  ASSERT_EQ(mina->post(page_of(id) + "/niet-meehelpen", {}).status, 303);
  EXPECT_THAT(visitor->get(page_of(id)).content(), Not(HasSubstr("Mina")));
}

TEST_P(NeighboursFirst, tell_more_finish_it_and_only_they) {
  const auto id = open_to_them();
  ASSERT_EQ(pick_up(*cor, id).status, 303);
  const auto news = [&](Browser& browser, const std::string& kind) {
    return browser
        .post(page_of(id) + "/buren",
              {{"pickup_news", kind}, {"pickup_text", "De rozen staan er."}, {"pickup_next", "2026-02-01"}})
        .status;
  };
  EXPECT_EQ(news(*mina, "done"), 404);
  ASSERT_EQ(news(*cor, "news"), 303);
  EXPECT_EQ(here->item(id).next_date, day("2026-02-01"));
  ASSERT_EQ(news(*cor, "done"), 303);
  EXPECT_EQ(here->status(id), "done");
  EXPECT_THAT(visitor->get(page_of(id)).content(), HasSubstr("Opgelost door buren"));
  here->database().read([&](db::Transaction& tx) { EXPECT_TRUE(store::was_done_by_neighbours(tx, id)); });
}

TEST_P(NeighboursFirst, give_it_back_to_the_coordinator) {
  const auto id = open_to_them();
  ASSERT_EQ(pick_up(*cor, id).status, 303);
  ASSERT_EQ(cor->post(page_of(id) + "/buren", {{"pickup_news", "given_back"}}).status, 303);
  EXPECT_EQ(here->status(id), "looked_at");
  EXPECT_TRUE(here->item(id).next_date);
  here->database().read([&](db::Transaction& tx) {
    EXPECT_EQ(tx.query("SELECT 1 FROM job WHERE kind = 'signals.tell_holder'").size(), 1U);
    EXPECT_FALSE(store::find_active_pickup(tx, id));
  });
}

TEST_P(NeighboursFirst, who_let_their_date_pass_give_it_back_by_themselves) {
  const auto id = open_to_them();
  ASSERT_EQ(pick_up(*cor, id).status, 303);
  const auto come_back = [&] {
    return here->database().write(
        [&](db::Transaction& tx) { return take_back_late_pickups(tx, here->now(), 10); });
  };
  here->later(std::chrono::days(8));
  EXPECT_EQ(come_back(), 0);
  here->later(std::chrono::days(1));
  EXPECT_EQ(come_back(), 1);
  EXPECT_EQ(come_back(), 0);
  EXPECT_EQ(here->status(id), "looked_at");
  EXPECT_THAT(visitor->get(page_of(id)).content(), HasSubstr("De wijkregisseur kijkt er weer naar."));
}

TEST_P(NeighboursFirst, grow_into_an_initiative_with_a_name) {
  const auto id = open_to_them();
  ASSERT_EQ(pick_up(*cor, id).status, 303);
  const auto grow = [&](const std::string& name) {
    return cor->post(page_of(id) + "/buren", {{"pickup_news", "initiative"}, {"pickup_initiative", name}});
  };
  EXPECT_EQ(grow("").status, 422);
  ASSERT_EQ(grow("De Groene Rozen").status, 303);
  EXPECT_EQ(here->status(id), "became_initiative");
  EXPECT_THAT(visitor->get(page_of(id)).content(), HasSubstr("De Groene Rozen"));
  here->database().read([](db::Transaction& tx) {
    EXPECT_EQ(tx.query("SELECT 1 FROM job WHERE kind = 'signals.became_initiative'").size(), 1U);
  });
}

TEST_P(NeighboursFirst, stop_when_somebody_else_gets_it_and_leave_nothing_after_a_referral) {
  const auto id = open_to_them();
  ASSERT_EQ(pick_up(*cor, id).status, 303);
  here->database().write([&](db::Transaction& tx) {
    EXPECT_TRUE(assign_signal(
        tx, here->now(), here->coordinator(), id,
        {.title = "Kaal perkje", .holder = here->municipality(), .next_date = day("2026-01-26")}));
    EXPECT_FALSE(store::find_active_pickup(tx, id));
    EXPECT_EQ(store::find_last_pickup(tx, id)->ended_as, "taken_over");
    EXPECT_TRUE(refer_signal(tx, here->now(), here->coordinator(), id, "police", "x"));
    EXPECT_FALSE(store::find_last_pickup(tx, id));
  });
}

TEST_P(NeighboursFirst, whose_account_is_gone_are_neighbours_without_a_name) {
  const auto id = open_to_them();
  ASSERT_EQ(pick_up(*cor, id).status, 303);
  here->database().write(
      [&](db::Transaction& tx) { EXPECT_EQ(store::forget_names_of(tx, PersonId{81}), std::vector{id}); });
  EXPECT_THAT(visitor->get(page_of(id)).content(), Not(HasSubstr("nummer 8")));
}

TEST(NeighbourTemplates, have_examples) {
  const auto words = i18n::Words::embedded();
  const html::Templates templates(words);
  const auto draw = [&]<class View>(std::string_view name, const View*) {
    return templates
        .render(i18n::Language::nl, name, html::load_example<View>(html::find_example(name).value()))
        .markup();
  };
  EXPECT_THAT(draw("signals/neighbours", static_cast<NeighboursView*>(nullptr)), HasSubstr("Groengroep"));
  EXPECT_THAT(draw("signals/pick_up_form", static_cast<PickUpForm*>(nullptr)),
              HasSubstr("Wij pakken dit op"));
  EXPECT_THAT(draw("signals/help_form", static_cast<HelpForm*>(nullptr)), HasSubstr("Ik help mee"));
  EXPECT_THAT(draw("signals/pickup_news_form", static_cast<PickupNewsForm*>(nullptr)),
              HasSubstr("Het is klaar"));
}

}  // namespace
}  // namespace wijktafel::signals
