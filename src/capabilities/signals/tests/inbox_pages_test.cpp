// The inbox as people meet it: coordinators, and members of an organisation.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "capabilities/signals/actions/answer_signal.hpp"
#include "capabilities/signals/actions/assign_signal.hpp"
#include "capabilities/signals/tests/signals_support.hpp"
#include "capabilities/signals/web/inbox_views.hpp"
#include "platform/html/example.hpp"

namespace wijktafel::signals {
namespace {

using ::testing::AllOf;
using testing::Browser;
using ::testing::HasSubstr;
using testing::Neighbourhood;
using ::testing::Not;

const std::string work = "/rozenbuurt/signalen/werk";

class InboxPages : public ::testing::Test {
 protected:
  InboxPages() {
    coordinator.sign_in(here.coordinator());
    member.sign_in(here.member());
  }
  void give(ItemId id, OrganisationId holder, Date date) {
    here.database().write([&](db::Transaction& tx) {
      const auto item = items::find(tx, id).value();
      return assign_signal(tx, here.now(), here.coordinator(), id,
                           {.title = item.title, .holder = holder, .next_date = date});
    });
  }
  Neighbourhood here;
  Browser visitor{here};
  Browser coordinator{here};
  Browser member{here};
};

TEST_F(InboxPages, what_is_late_stands_first) {
  here.report("Het oude punt");
  here.later(std::chrono::days(16));
  here.report("Het nieuwe punt");
  const auto page = coordinator.get(work).content();
  const auto late = page.find("Het oude punt");
  const auto fresh = page.find("Het nieuwe punt");
  ASSERT_NE(late, std::string::npos);
  ASSERT_NE(fresh, std::string::npos);
  EXPECT_LT(page.find("<h2>Te laat</h2>"), late);
  EXPECT_LT(late, page.find("<h2>Later</h2>"));
  EXPECT_GT(fresh, page.find("<h2>Later</h2>"));
  EXPECT_THAT(page, HasSubstr("Er staan 2 signalen open. 1 is te laat."));
  EXPECT_EQ(visitor.get(work).status, 403);
  EXPECT_EQ(member.get(work).status, 403);
  EXPECT_EQ(coordinator.get("/tulpenbuurt/signalen/werk").status, 403);
}

TEST_F(InboxPages, a_member_finds_what_their_organisation_has) {
  const auto id = here.report("Het pad is donker");
  here.report("Van niemand");
  EXPECT_THAT(member.get("/mijn-werk").content(), HasSubstr("Er staat hier niets open."));
  give(id, here.municipality(), plus_days(local_date(here.now()), 3));
  const auto page = member.get("/mijn-werk").content();
  EXPECT_THAT(page, AllOf(HasSubstr("Het pad is donker"), HasSubstr("<h2>Deze week</h2>"),
                          HasSubstr("Gemeente Rozenland"), Not(HasSubstr("Van niemand"))));
  // What is closed is no work any more.
  here.database().write([&](db::Transaction& tx) {
    return answer_signal(tx, here.now(), here.coordinator(), id,
                         {.text = "Klaar.", .outcome = answer::Done{}});
  });
  EXPECT_THAT(member.get("/mijn-werk").content(), Not(HasSubstr("Het pad is donker")));
}

TEST_F(InboxPages, who_has_no_work_is_led_to_their_own_page_and_a_coordinator_to_their_area) {
  Browser resident(here);
  identity::Actor actor;
  actor.person = PersonId{99};
  resident.sign_in(actor);
  EXPECT_EQ(resident.get("/mijn-werk").header("Location"), "/rozenland/mijn");
  EXPECT_EQ(coordinator.get("/mijn-werk").header("Location"), "/rozenland" + work);
  EXPECT_EQ(visitor.get("/mijn-werk").status, 401);
}

TEST_F(InboxPages, nobody_reads_the_list_of_another_organisation) {
  const auto other = here.database().write([](db::Transaction& tx) {
    return organisations::create_organisation(tx, "welfare", "Welzijn De Schakel", "schakel");
  });
  const auto id = here.report("Alleen voor welzijn");
  give(id, other, plus_days(local_date(here.now()), 3));
  const auto page = member.get("/mijn-werk?lijst=organisatie-" + std::to_string(raw(other))).content();
  EXPECT_THAT(page, Not(HasSubstr("Alleen voor welzijn")));
}

TEST_F(InboxPages, the_filter_finds_and_strange_values_do_no_harm) {
  const auto id = here.report("Het pad is donker");
  here.report("Rommel op straat");
  give(id, here.municipality(), plus_days(local_date(here.now()), 30));
  const auto donker = HasSubstr("Het pad is donker");
  const auto rommel = HasSubstr("Rommel op straat");
  EXPECT_THAT(coordinator.get(work + "?zoek=PAD").content(), AllOf(donker, Not(rommel)));
  EXPECT_THAT(coordinator.get(work + "?bij=niemand").content(), AllOf(rommel, Not(donker)));
  EXPECT_THAT(coordinator.get(work + "?stand=looked_at").content(), AllOf(donker, Not(rommel)));
  EXPECT_THAT(coordinator.get(work + "?datum=laat").content(),
              HasSubstr("Met dit filter is er niets gevonden."));
  EXPECT_THAT(coordinator.get(work + "?thema=geen&voorrang=normal&kanaal=web").content(),
              AllOf(donker, rommel));
  EXPECT_THAT(
      coordinator.get(work + "?stand=x&bij=-1&team=9999999999999999999999&wie=%00&na=x.y&datum=z").content(),
      AllOf(donker, rommel));
  EXPECT_THAT(coordinator.get(work + "?na=2026-01-26.2").content(), AllOf(donker, Not(rommel)));
}

TEST_F(InboxPages, forty_matters_fit_on_one_page_and_more_goes_on) {
  for (int i = 0; i < 51; ++i) here.report("Punt " + std::to_string(i) + ".");
  const auto first = coordinator.get(work).content();
  EXPECT_THAT(first, AllOf(HasSubstr("Volgende 50"), HasSubstr("Punt 49."), Not(HasSubstr("Punt 50."))));
  const auto at = first.find("werk?na=");
  ASSERT_NE(at, std::string::npos);
  const auto next = first.substr(at, first.find('"', at) - at);
  const auto second = coordinator.get("/rozenbuurt/signalen/" + next).content();
  EXPECT_THAT(second,
              AllOf(HasSubstr("Punt 50."), Not(HasSubstr("Punt 49.")), HasSubstr("Terug naar het begin")));
}

TEST_F(InboxPages, what_can_be_done_with_several_is_closed_until_something_is_ticked) {
  here.report("Het oude punt");
  EXPECT_THAT(coordinator.get(work).content(), HasSubstr("data-wt-opens-on-tick><summary>"));
  EXPECT_THAT(coordinator.get(work + "?alles=ja").content(),
              HasSubstr("data-wt-opens-on-tick open><summary>"));
}

TEST_F(InboxPages, who_works_on_a_signal_is_led_to_that_from_the_top_of_its_page) {
  const auto id = here.report("Het oude punt");
  const auto page = "/rozenbuurt/signalen/" + std::to_string(raw(id));
  EXPECT_THAT(coordinator.get(page).content(), AllOf(HasSubstr("href=\"#werk\""), HasSubstr("id=\"werk\"")));
  EXPECT_THAT(visitor.get(page).content(), Not(HasSubstr("#werk")));
}

TEST_F(InboxPages, the_examples_render) {
  const auto& templates = here.service().templates;
  const auto draw = [&]<class View>(std::string_view name, const View*) {
    return templates
        .render(i18n::Language::nl, name, html::load_example<View>(html::find_example(name).value()))
        .markup();
  };
  EXPECT_THAT(draw("signals/inbox", static_cast<InboxView*>(nullptr)), HasSubstr("met voorrang"));
  EXPECT_THAT(draw("signals/inbox_filter", static_cast<InboxFilter*>(nullptr)),
              HasSubstr("value=\"team-3\""));
}

}  // namespace
}  // namespace wijktafel::signals
