// Likely duplicates, and "Ik ook".
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "capabilities/signals/actions/mark_duplicate.hpp"
#include "capabilities/signals/actions/refer_signal.hpp"
#include "capabilities/signals/actions/support_signal.hpp"
#include "capabilities/signals/likeness.hpp"
#include "capabilities/signals/likeness_store.hpp"
#include "capabilities/signals/reads/likely_duplicates.hpp"
#include "capabilities/signals/signal_change.hpp"
#include "capabilities/signals/support_store.hpp"
#include "capabilities/signals/tests/signals_support.hpp"
#include "capabilities/signals/web/support_views.hpp"
#include "platform/db/testing_fixture.hpp"
#include "platform/html/example.hpp"

namespace wijktafel::signals {
namespace {

using testing::Browser;
using ::testing::HasSubstr;
using testing::Neighbourhood;
using ::testing::Not;

const std::string what = "/rozenbuurt/signalen/nieuw";
const std::string how = what + "/hoe";

geo::Point moved(geo::Point from, double north_m) {
  return {from.longitude, from.latitude + north_m / 111'320};
}

ReportSignal lamp(geo::Point place) {
  return {.kind = Kind::problem, .text = "De lantaarnpaal bij de garages is stuk", .place = place};
}

using LikelyDuplicates = db::testing::OnBothEngines;
WIJKTAFEL_ON_BOTH_ENGINES(LikelyDuplicates);

std::vector<LikelySame> likely(Neighbourhood& here, const AboutToBeTold& told) {
  return here.database().read([&](db::Transaction& tx) { return likely_duplicates(tx, told, here.now()); });
}

AboutToBeTold same_lamp(std::optional<geo::Point> place) {
  return {.area = testing::rozenbuurt, .text = "Twee lantaarnpalen stuk achter garage", .place = place};
}

TEST_P(LikelyDuplicates, are_found_by_words_in_another_form_near_the_same_place) {
  Neighbourhood here(GetParam());
  const auto id = here.report(lamp(testing::in_rozenbuurt()));
  here.report(
      {.kind = Kind::problem, .text = "Vuilnis naast de container", .place = testing::in_rozenbuurt()});
  const auto found = likely(here, same_lamp(moved(testing::in_rozenbuurt(), 40)));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].item.id, id);
  EXPECT_NEAR(found[0].metres.value(), 40, 2);
}

TEST_P(LikelyDuplicates, are_not_found_further_than_two_hundred_metres_away) {
  Neighbourhood here(GetParam());
  here.report(lamp(testing::in_rozenbuurt()));
  EXPECT_EQ(likely(here, same_lamp(moved(testing::in_rozenbuurt(), 210))).size(), 0U);
  EXPECT_EQ(likely(here, same_lamp(moved(testing::in_rozenbuurt(), -60))).size(), 1U);
}

TEST_P(LikelyDuplicates, are_found_without_a_place_by_words_alone_in_the_same_area) {
  Neighbourhood here(GetParam());
  here.report({.kind = Kind::problem, .text = "De lantaarnpaal bij de garages is stuk"});
  EXPECT_EQ(likely(here, same_lamp(std::nullopt)).size(), 1U);
  EXPECT_EQ(likely(here, same_lamp(testing::in_rozenbuurt())).size(), 1U);
  auto elsewhere = same_lamp(std::nullopt);
  elsewhere.area = testing::tulpenbuurt;
  EXPECT_EQ(likely(here, elsewhere).size(), 0U);
}

TEST_P(LikelyDuplicates, of_what_was_closed_lately_are_shown_and_later_no_more) {
  Neighbourhood here(GetParam());
  const auto id = here.report(lamp(testing::in_rozenbuurt()));
  const auto close = [&] {
    here.database().write([&](db::Transaction& tx) {
      (void)change_status(tx, here.now(), here.coordinator(), find_whole_locked(tx, id).value(),
                          {.to = Status::done, .entry = {.what = "signals.answered_done"}});
    });
  };
  close();
  EXPECT_EQ(likely(here, same_lamp(testing::in_rozenbuurt())).size(), 1U);
  here.later(closed_shown_for + std::chrono::hours(1));
  EXPECT_EQ(likely(here, same_lamp(testing::in_rozenbuurt())).size(), 0U);
  here.database().write([&](db::Transaction& tx) { keep_likeness_of_old_ones(tx, here.now(), 100); });
  const auto rows = here.database().read([](db::Transaction& tx) {
    return tx.find("SELECT COUNT(*) FROM signal_likeness")->get<std::int64_t>(0);
  });
  EXPECT_EQ(rows, 0);
}

TEST_P(LikelyDuplicates, are_never_confidential_held_referred_or_told_before) {
  Neighbourhood here(GetParam());
  const auto hidden = here.report(lamp(testing::in_rozenbuurt()));
  const auto held = here.report(lamp(testing::in_rozenbuurt()));
  const auto referred = here.report(lamp(testing::in_rozenbuurt()));
  const auto again = here.report(lamp(testing::in_rozenbuurt()));
  const auto first = here.report(lamp(testing::in_rozenbuurt()));
  here.database().write([&](db::Transaction& tx) {
    // Also when nobody told the rows about it.
    (void)items::change(tx, here.now(), here.coordinator(), hidden,
                        {.visibility = items::Visibility::confidential}, {.what = "signals.looked_at"});
    auto row = store::find_signal(tx, held).value();
    row.is_held = true;
    store::update_signal(tx, row);
    (void)refer_signal(tx, here.now(), here.coordinator(), referred, "social_team", "Doorverwezen");
    (void)mark_duplicate(tx, here.now(), here.coordinator(), again, raw(first));
  });
  const auto found = likely(here, same_lamp(testing::in_rozenbuurt()));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].item.id, first);
  // Of what was referred no word is left here either.
  EXPECT_FALSE(here.database().read([&](db::Transaction& tx) {
    return tx.find("SELECT 1 FROM signal_likeness WHERE item = $1", referred).has_value();
  }));
}

TEST_P(LikelyDuplicates, of_signals_from_before_are_made_by_the_job) {
  Neighbourhood here(GetParam());
  const auto id = here.report(lamp(testing::in_rozenbuurt()));
  here.database().write([&](db::Transaction& tx) {
    store::remove_likeness(tx, id);
    tx.execute("INSERT INTO signal_likeness_waiting (item) VALUES ($1)", id);
  });
  EXPECT_EQ(likely(here, same_lamp(testing::in_rozenbuurt())).size(), 0U);
  here.database().write([&](db::Transaction& tx) { keep_likeness_of_old_ones(tx, here.now(), 100); });
  EXPECT_EQ(likely(here, same_lamp(testing::in_rozenbuurt())).size(), 1U);
}

TEST(Likeness, of_another_theme_or_longer_ago_is_less) {
  const Likened told{.stems = {"lantaarn", "stuk"},
                     .place = testing::in_rozenbuurt(),
                     .theme = "verlichting",
                     .reported_at = testing::morning()};
  auto other = told;
  const double same = likeness_of(told, other);
  EXPECT_DOUBLE_EQ(same, 1);
  other.theme = "afval";
  EXPECT_LT(likeness_of(told, other), same);
  other = told;
  other.reported_at -= std::chrono::days(200);
  EXPECT_LT(likeness_of(told, other), same);
  other = told;
  other.stems = {"fiets", "weg"};
  EXPECT_EQ(likeness_of(told, other), 0);
}

TEST(Likeness, squares_around_a_place_hold_everything_within_two_hundred_metres) {
  const auto place = testing::in_rozenbuurt();
  const auto cells = cells_around(place);
  for (const double north : {-199.0, 0.0, 199.0})
    EXPECT_NE(std::ranges::find(cells, cell_of(moved(place, north))), cells.end()) << north;
}

TEST(Likeness, of_the_same_words_without_a_place_nine_months_later_is_enough) {
  // As in the demonstration: "Auto's rijden tussen acht en negen uur te hard bij de school. Ik wil meedoen
  // aan een actie."
  const Likened before{
      .stems = {"tuss", "acht", "neg", "uur", "rijd", "autos", "hard", "schol", "meedoen", "actie"},
      .place = testing::in_rozenbuurt(),
      .theme = {},
      .reported_at = testing::morning()};
  const Likened told{.stems = {"autos", "rijd", "hard", "langs", "schol"},
                     .place = std::nullopt,
                     .theme = {},
                     .reported_at = testing::morning() + std::chrono::days(280)};
  EXPECT_GE(likeness_of(told, before), likely_from);
}

// --- Ik ook ---

class MeToo : public ::testing::Test {
 protected:
  std::string form_of(ItemId id) { return "/rozenbuurt/signalen/" + std::to_string(raw(id)) + "/ik-ook"; }
  std::int64_t supporters(ItemId id) {
    return here.database().read([&](db::Transaction& tx) { return store::count_supporters(tx, id); });
  }
  Neighbourhood here;
  Browser visitor{here};
};

TEST_F(MeToo, is_offered_on_the_last_screen_before_sending) {
  const auto id =
      here.report(ReportSignal{.kind = Kind::problem, .text = "De lantaarnpaal bij de garages is stuk"});
  visitor.post(what, {{"kind", "problem"}, {"text", "Twee lantaarnpalen stuk achter garage"}});
  visitor.post(what + "/waar", {});
  const auto page = visitor.get(how).content();
  EXPECT_THAT(page, HasSubstr("Is dit al verteld?"));
  EXPECT_THAT(page, HasSubstr("/rozenland" + form_of(id) + "?melding=ja"));
}

TEST_F(MeToo, takes_the_place_of_a_second_signal_with_what_was_typed) {
  const auto id = here.report();
  visitor.post(what, {{"kind", "problem"}, {"text", "Ook de vierde lamp"}}, {testing::a_photo()});
  visitor.post(what + "/waar", {});
  const auto form = visitor.get(form_of(id) + "?melding=ja").content();
  EXPECT_THAT(form, HasSubstr("Ook de vierde lamp"));
  EXPECT_THAT(form, HasSubstr("De foto die u koos, gaat mee."));
  const auto thanks =
      visitor.post_and_follow(form_of(id), {{"detail", "Ook de vierde lamp"}, {"report", "given_up"}});
  EXPECT_THAT(thanks.content(), HasSubstr("1 mens zegt: ik ook."));
  EXPECT_THAT(thanks.content(), HasSubstr("als iemand het heeft bekeken"));
  EXPECT_EQ(visitor.get(how).status, 410);
  const auto photos = here.database().read([&](db::Transaction& tx) { return items::photos_of(tx, id); });
  ASSERT_EQ(photos.size(), 1U);
  EXPECT_FALSE(photos[0].is_shown);
  // What a visitor adds is seen by nobody before a moderator looked.
  EXPECT_THAT(visitor.get("/rozenbuurt/signalen/1").content(), Not(HasSubstr("vierde lamp")));
}

TEST_F(MeToo, counts_one_browser_and_one_person_once) {
  const auto id = here.report();
  visitor.post(form_of(id), {});
  EXPECT_THAT(visitor.post_and_follow(form_of(id), {}).content(), HasSubstr("Wij tellen u één keer."));
  EXPECT_EQ(supporters(id), 1);
  Browser second(here);
  second.post(form_of(id), {});
  EXPECT_EQ(supporters(id), 2);
  for (int i = 0; i < 2; ++i) {
    Browser signed_in(here);
    signed_in.sign_in(here.coordinator());
    signed_in.post(form_of(id), {});
  }
  EXPECT_EQ(supporters(id), 3);
  EXPECT_THAT(visitor.get("/rozenbuurt/signalen").content(), HasSubstr("3 mensen zeggen: ik ook."));
}

TEST_F(MeToo, does_not_count_whoever_told_it_by_browser_or_by_account) {
  const auto tell = [](Browser& browser) {
    browser.post(what, {{"kind", "problem"}, {"text", "De lamp is stuk"}});
    browser.post(what + "/waar", {});
    browser.post(how, {{"neighbours", "no"}, {"reach", "none"}});
  };
  tell(visitor);
  EXPECT_THAT(visitor.post_and_follow(form_of(ItemId{1}), {}).content(),
              HasSubstr("U vertelde dit zelf, dus u telt al mee."));
  EXPECT_EQ(supporters(ItemId{1}), 0);
  Browser told(here);
  told.sign_in(here.coordinator());
  tell(told);
  Browser elsewhere(here);
  elsewhere.sign_in(here.coordinator());
  elsewhere.post(form_of(ItemId{2}), {{"detail", "En de vierde"}});
  EXPECT_EQ(supporters(ItemId{2}), 0);
  EXPECT_THAT(visitor.get("/rozenbuurt/signalen/2").content(), HasSubstr("En de vierde"));
  visitor.post(form_of(ItemId{2}), {});
  EXPECT_EQ(supporters(ItemId{2}), 1);
}

TEST_F(MeToo, says_nowhere_who_it_was) {
  const auto id = here.report();
  Browser signed_in(here);
  signed_in.sign_in(here.coordinator());
  signed_in.post(form_of(id), {});
  const auto first = here.database().read([](db::Transaction& tx) {
    return tx.find("SELECT supporter_hash FROM signal_support")->get<std::string>(0);
  });
  const auto other = here.report();
  signed_in.post(form_of(other), {});
  const auto second = here.database().read([&](db::Transaction& tx) {
    return tx.find("SELECT supporter_hash FROM signal_support WHERE item = $1", other)->get<std::string>(0);
  });
  EXPECT_NE(first, second);
}

TEST_F(MeToo, is_not_possible_with_what_is_closed_confidential_or_elsewhere) {
  const auto id = here.report();
  EXPECT_EQ(visitor.post("/tulpenbuurt/signalen/" + std::to_string(raw(id)) + "/ik-ook", {}).status, 404);
  here.database().write([&](db::Transaction& tx) {
    (void)change_status(tx, here.now(), here.coordinator(), find_whole_locked(tx, id).value(),
                        {.to = Status::done, .entry = {.what = "signals.answered_done"}});
  });
  EXPECT_EQ(visitor.post(form_of(id), {}).status, 409);
  EXPECT_EQ(visitor.get(form_of(id)).status, 409);
  const auto hidden = here.report();
  here.database().write([&](db::Transaction& tx) {
    (void)items::change(tx, here.now(), here.coordinator(), hidden,
                        {.visibility = items::Visibility::confidential}, {.what = "signals.looked_at"});
  });
  EXPECT_EQ(visitor.post(form_of(hidden), {}).status, 404);
  EXPECT_EQ(supporters(hidden), 0);
}

TEST_F(MeToo, has_the_limits_of_sending_and_gives_back_what_is_too_long) {
  const auto id = here.report();
  const auto page = visitor.post(form_of(id), {{"detail", std::string(text_most + 1, 'a')}});
  EXPECT_EQ(page.status, 422);
  EXPECT_THAT(page.content(), HasSubstr("aaaa"));
  for (int i = 0; i < sent_per_device; ++i) EXPECT_EQ(visitor.post(form_of(id), {}).status, 303);
  EXPECT_EQ(visitor.post(form_of(id), {}).status, 429);
}

TEST_F(MeToo, a_detail_of_a_visitor_waits_for_a_look_and_that_of_who_is_signed_in_does_not) {
  const auto id = here.report();
  visitor.post(form_of(id), {{"detail", "De vierde lamp ook"}});
  EXPECT_THAT(visitor.get("/rozenbuurt/signalen/1").content(), Not(HasSubstr("De vierde lamp ook")));
  Browser coordinator(here);
  coordinator.sign_in(here.coordinator());
  EXPECT_THAT(coordinator.get("/rozenbuurt/signalen/aanvullingen").content(),
              HasSubstr("De vierde lamp ook"));
  coordinator.post("/rozenbuurt/signalen/1/aanvulling/1/tonen", {});
  EXPECT_THAT(visitor.get("/rozenbuurt/signalen/1").content(), HasSubstr("De vierde lamp ook"));
  coordinator.post(form_of(id), {{"detail", "De vijfde ook"}});
  EXPECT_THAT(visitor.get("/rozenbuurt/signalen/1").content(), HasSubstr("De vijfde ook"));
}

TEST_F(MeToo, forgets_who_it_was_long_after_the_signal_closed_and_keeps_the_count) {
  const auto id = here.report();
  visitor.post(form_of(id), {});
  here.database().write([&](db::Transaction& tx) {
    (void)change_status(tx, here.now(), here.coordinator(), find_whole_locked(tx, id).value(),
                        {.to = Status::done, .entry = {.what = "signals.answered_done"}});
  });
  here.later(std::chrono::days(401));
  here.database().write([&](db::Transaction& tx) { forget_supporters(tx, here.now(), 10); });
  EXPECT_FALSE(here.database().read(
      [](db::Transaction& tx) { return tx.find("SELECT 1 FROM signal_support").has_value(); }));
  EXPECT_EQ(supporters(id), 1);
}

TEST_F(MeToo, templates_draw_their_examples) {
  const auto& templates = here.service().templates;
  const auto example = [](std::string_view name) { return html::find_example(name).value(); };
  const auto draw = [&](std::string_view name, const auto& view) {
    return templates.render(i18n::Language::nl, name, view).markup();
  };
  EXPECT_THAT(draw("signals/support", html::load_example<SupportView>(example("signals/support"))),
              HasSubstr("Uw 2 foto"));
  EXPECT_THAT(
      draw("signals/support_block", html::load_example<SupportBlockView>(example("signals/support_block"))),
      HasSubstr("Ik ook"));
  EXPECT_THAT(draw("signals/likely", html::load_example<LikelyView>(example("signals/likely"))),
              HasSubstr("Is dit al verteld?"));
}

}  // namespace
}  // namespace wijktafel::signals
