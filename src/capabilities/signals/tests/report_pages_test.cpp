// The three screens as a browser without script meets them.
#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/text.hpp"
#include "capabilities/signals/tests/signals_support.hpp"
#include "capabilities/signals/web/report_views.hpp"
#include "platform/html/example.hpp"

namespace wijktafel::signals {
namespace {

using testing::Browser;
using ::testing::HasSubstr;
using testing::Neighbourhood;
using ::testing::Not;

const std::string what = "/rozenbuurt/signalen/nieuw";
const std::string where = what + "/waar";
const std::string how = what + "/hoe";
const std::string receipt = what + "/klaar";

class ReportPages : public ::testing::Test {
 protected:
  std::int64_t signals() {
    return here.database().read(
        [](db::Transaction& tx) { return tx.find("SELECT COUNT(*) FROM signal")->get<std::int64_t>(0); });
  }
  std::string location(const http::Response& response) { return std::string(response.header("Location")); }
  // Where this place is pressed on the drawing that the page shows.
  http::Pairs pressed(std::string_view place_x, std::string_view place_y) {
    return {{"place.x", std::string(place_x)}, {"place.y", std::string(place_y)}};
  }
  Neighbourhood here;
  Browser browser{here};
};

TEST_F(ReportPages, the_first_screen_chooses_nothing_beforehand_and_names_help_before_the_button) {
  const auto page = browser.get(what).content();
  EXPECT_THAT(page, Not(HasSubstr(" checked")));
  EXPECT_THAT(page, HasSubstr("Gaat het over een persoon? Zet hier geen naam of adres."));
  const auto danger = page.find("tel:112");
  ASSERT_NE(danger, std::string::npos);
  EXPECT_LT(danger, page.find("type=\"submit\">Verder"));
  EXPECT_THAT(page, HasSubstr("0900-8844"));
  EXPECT_THAT(page, HasSubstr("tel:08002000"));
}

TEST_F(ReportPages, three_screens_lead_to_one_signal_with_a_number_and_a_secret_link) {
  EXPECT_EQ(location(browser.post(what, {{"kind", "problem"}, {"text", "Het pad is donker"}})),
            "/rozenland" + where);
  EXPECT_EQ(location(browser.post(where, {{"place_words", "achter de garages"}})), "/rozenland" + how);
  const auto check = browser.get(how).content();
  EXPECT_THAT(check, HasSubstr("Het pad is donker"));
  EXPECT_THAT(check, HasSubstr("achter de garages"));
  EXPECT_THAT(check, HasSubstr("Mogen buren dit oppakken?"));
  const auto done = browser.post_and_follow(
      how, {{"neighbours", "yes"}, {"reach", "mail"}, {"mail_address", "cor@voorbeeld.invalid"}});
  EXPECT_EQ(done.status, 200);
  EXPECT_THAT(done.content(), HasSubstr("Uw signaal heeft nummer 1."));
  EXPECT_THAT(done.content(), HasSubstr("http://wijktafel.test/rozenland/volg/"));
  EXPECT_EQ(signals(), 1);
  const auto item = here.item(ItemId{1});
  EXPECT_EQ(item.place_words, "achter de garages");
  const auto followed = browser.get("/volg/" + testing::follow_token_on(done.content()));
  EXPECT_EQ(followed.status, 200);
  EXPECT_THAT(followed.content(), HasSubstr("Het pad is donker"));
}

TEST_F(ReportPages, everything_is_in_english_too) {
  browser.speak(i18n::Language::en);
  EXPECT_THAT(browser.get(what).content(), HasSubstr("What would you like to tell us?"));
  const auto done = testing::tell(browser);
  EXPECT_THAT(done.content(), HasSubstr("Your signal has number 1."));
}

TEST_F(ReportPages, pressing_send_twice_gives_one_signal_and_the_same_link) {
  const auto first = testing::tell(browser);
  const auto second = browser.post_and_follow(
      how, {{"neighbours", "yes"}, {"reach", "mail"}, {"mail_address", "cor@voorbeeld.invalid"}});
  EXPECT_EQ(signals(), 1);
  EXPECT_EQ(second.status, 200);
  EXPECT_EQ(testing::follow_token_on(first.content()), testing::follow_token_on(second.content()));
}

TEST_F(ReportPages, the_link_is_shown_for_a_short_time_only) {
  testing::tell(browser);
  here.later(std::chrono::minutes(16));
  const auto page = browser.get(receipt).content();
  EXPECT_THAT(page, Not(HasSubstr("/volg/")));
  EXPECT_THAT(page, HasSubstr("Uw signaal is verstuurd"));
}

TEST_F(ReportPages, another_browser_sees_nothing_of_it) {
  browser.post(what, {{"kind", "problem"}, {"text", "Het pad is donker"}});
  Browser other(here);
  EXPECT_THAT(other.get(what).content(), Not(HasSubstr("Het pad is donker")));
  EXPECT_EQ(other.get(how).status, 410);
  testing::tell(browser);
  EXPECT_THAT(other.get(receipt).content(), Not(HasSubstr("/volg/")));
}

TEST_F(ReportPages, a_new_report_after_sending_begins_empty) {
  testing::tell(browser);
  EXPECT_THAT(browser.get(what).content(), Not(HasSubstr("Het pad is donker")));
  here.later(std::chrono::minutes(16));
  testing::tell(browser);
  EXPECT_EQ(signals(), 2);
}

// --- what is not right yet ---

TEST_F(ReportPages, the_first_screen_comes_back_with_what_was_typed) {
  const auto page = browser.post(what, {{"text", "Het pad is donker"}, {"chance", "Met licht kan het"}});
  EXPECT_EQ(page.status, 422);
  EXPECT_THAT(page.content(), HasSubstr("href=\"#kind\""));
  EXPECT_THAT(page.content(), HasSubstr("Het pad is donker"));
  EXPECT_THAT(page.content(), HasSubstr("Met licht kan het"));
  EXPECT_THAT(browser.post(what, {{"kind", "problem"}, {"chance", "Een bank"}}).content(),
              HasSubstr("href=\"#text\""));
  EXPECT_EQ(browser.post(what, {{"kind", "chance"}, {"chance", "Een bank"}}).status, 303);
}

TEST_F(ReportPages, a_text_that_is_too_long_is_not_cut_but_returned) {
  const std::string text(4001, 'x');
  const auto page = browser.post(what, {{"kind", "problem"}, {"text", text}});
  EXPECT_EQ(page.status, 422);
  EXPECT_THAT(page.content(), HasSubstr(text));
  EXPECT_EQ(browser.post(what, {{"kind", "problem"}, {"text", std::string(4000, 'x')}}).status, 303);
}

TEST_F(ReportPages, the_last_screen_asks_for_what_it_needs_and_keeps_the_rest) {
  browser.post(what, {{"kind", "problem"}, {"text", "Het pad is donker"}});
  const auto nothing = browser.post(how, {}).content();
  EXPECT_THAT(nothing, HasSubstr("href=\"#neighbours\""));
  EXPECT_THAT(nothing, HasSubstr("href=\"#reach\""));
  const auto wrong = browser.post(
      how,
      {{"neighbours", "no"}, {"reach", "mail"}, {"mail_address", "geen adres"}, {"reporter_name", "Cor"}});
  EXPECT_EQ(wrong.status, 422);
  EXPECT_THAT(wrong.content(), HasSubstr("geen adres"));
  EXPECT_THAT(wrong.content(), HasSubstr("Cor"));
  EXPECT_THAT(wrong.content(), HasSubstr("href=\"#mail_address\""));
  EXPECT_THAT(browser.post(how, {{"neighbours", "no"}, {"reach", "phone"}, {"phone", "bel maar"}}).content(),
              HasSubstr("href=\"#phone\""));
  EXPECT_EQ(signals(), 0);
  EXPECT_EQ(browser.post(how, {{"neighbours", "no"}, {"reach", "none"}}).status, 303);
  EXPECT_EQ(signals(), 1);
}

TEST_F(ReportPages, a_compliment_is_not_offered_to_neighbours) {
  browser.post(what, {{"kind", "compliment"}, {"text", "Dank aan de buren die koken"}});
  EXPECT_THAT(browser.get(how).content(), Not(HasSubstr("Mogen buren dit oppakken?")));
  EXPECT_EQ(browser.post(how, {{"reach", "none"}}).status, 303);
}

TEST_F(ReportPages, going_back_keeps_everything) {
  browser.post(what, {{"kind", "chance"}, {"chance", "Een bank"}});
  browser.post(where, {{"place_words", "op het plein"}});
  EXPECT_EQ(location(browser.post(
                how, {{"go", "back"}, {"neighbours", "yes"}, {"reach", "phone"}, {"phone", "06 1234"}})),
            "/rozenland" + where);
  EXPECT_THAT(browser.get(where).content(), HasSubstr("op het plein"));
  EXPECT_EQ(location(browser.post(where, {{"go", "back"}, {"place_words", "op het grote plein"}})),
            "/rozenland" + what);
  EXPECT_THAT(browser.get(what).content(), HasSubstr("Een bank"));
  EXPECT_THAT(browser.get(where).content(), HasSubstr("op het grote plein"));
  EXPECT_THAT(browser.get(how).content(), HasSubstr("06 1234"));
}

TEST_F(ReportPages, after_a_day_there_is_a_friendly_sentence_and_nothing_typed_now_is_lost) {
  browser.post(what, {{"kind", "problem"}, {"text", "Het pad is donker"}});
  here.later(std::chrono::hours(25));
  const auto gone = browser.get(how);
  EXPECT_EQ(gone.status, 410);
  EXPECT_THAT(gone.content(), HasSubstr("Begin opnieuw"));
  EXPECT_EQ(browser.post(where, {{"place_words", "hier"}}).status, 410);
  EXPECT_EQ(browser.post(how, {{"reach", "none"}}).status, 410);
  const auto again = browser.post(what, {{"kind", "problem"}, {"text", "Het pad is nog donker"}});
  EXPECT_EQ(again.status, 422);
  EXPECT_THAT(again.content(), HasSubstr("Het pad is nog donker"));
  EXPECT_THAT(again.content(), HasSubstr("wij bewaren het 24 uur"));
  EXPECT_EQ(browser.post(what, {{"kind", "problem"}, {"text", "Het pad is nog donker"}}).status, 303);
}

// --- photos ---

TEST_F(ReportPages, a_photo_goes_along_and_can_be_left_out_again) {
  const http::Pairs told{{"kind", "problem"}, {"text", "Het pad is donker"}};
  EXPECT_EQ(browser.post(what, told, {testing::a_photo(), testing::a_photo()}).status, 303);
  const auto page = browser.get(what).content();
  EXPECT_THAT(page, HasSubstr("/signalen/nieuw/foto/1"));
  EXPECT_EQ(browser.get(what + "/foto/1").header("Content-Type"), "image/jpeg");
  EXPECT_EQ(Browser(here).get(what + "/foto/1").status, 404);
  auto without_first = told;
  without_first.emplace_back("remove_photo", "1");
  browser.post(what, without_first);
  EXPECT_EQ(browser.get(what + "/foto/1").status, 404);
  EXPECT_EQ(browser.get(what + "/foto/2").status, 200);
  browser.post(how, {{"neighbours", "no"}, {"reach", "none"}});
  const auto photos =
      here.database().read([](db::Transaction& tx) { return items::photos_of(tx, ItemId{1}); });
  ASSERT_EQ(photos.size(), 1u);
  EXPECT_FALSE(photos[0].is_shown);
}

TEST_F(ReportPages, a_photo_of_a_forgotten_draft_goes_after_the_draft_did_and_stays_when_somebody_shows_it) {
  browser.post(what, {{"kind", "problem"}, {"text", "Het pad is donker"}}, {testing::a_photo()});
  const auto run = [&](std::string_view kind, const Facts& payload) {
    const auto jobs = capability().jobs;
    const auto job = std::ranges::find(jobs, kind, &web::Job::kind);
    ASSERT_NE(job, jobs.end());
    here.database().write(
        [&](db::Transaction& tx) { job->handler(here.service(), tx, payload, here.now()); });
  };
  const auto key = here.database().read([](db::Transaction& tx) {
    return tx.find("SELECT file_key FROM signal_draft_photo")->get<std::string>(0);
  });
  run("signals.remove_file", {{"file", key}});
  EXPECT_TRUE(here.files().get(key)) << "a draft shows it";
  here.later(std::chrono::hours(25));
  run("signals.discard_drafts", {});
  EXPECT_TRUE(here.files().get(key)) << "the transaction that forgets the draft may still be undone";
  run("signals.remove_file", {{"file", key}});
  EXPECT_FALSE(here.files().get(key));
}

TEST_F(ReportPages, a_file_that_is_no_photo_is_refused_in_words_and_the_good_one_is_kept) {
  const auto page = browser.post(what, {{"kind", "problem"}, {"text", "Het pad is donker"}},
                                 {testing::not_a_photo(), testing::a_photo()});
  EXPECT_EQ(page.status, 422);
  EXPECT_THAT(page.content(), HasSubstr("geen foto die wij kunnen lezen"));
  EXPECT_THAT(page.content(), HasSubstr("/signalen/nieuw/foto/1"));
}

TEST_F(ReportPages, a_sixth_photo_is_refused_in_words) {
  const http::Pairs told{{"kind", "problem"}, {"text", "Het pad is donker"}};
  for (int i = 0; i < 5; ++i) EXPECT_EQ(browser.post(what, told, {testing::a_photo()}).status, 303);
  const auto page = browser.post(what, told, {testing::a_photo()});
  EXPECT_EQ(page.status, 422);
  EXPECT_THAT(page.content(), HasSubstr("U kunt 5 foto"));
}

// --- the place ---

TEST_F(ReportPages, a_press_on_the_drawing_puts_a_mark_and_stays_on_the_screen) {
  browser.post(what, {{"kind", "problem"}, {"text", "Het pad is donker"}});
  auto press = pressed("300", "200");
  press.emplace_back("place_words", "achter de garages");
  EXPECT_EQ(location(browser.post(where, press)), "/rozenland" + where);
  const auto page = browser.get(where).content();
  EXPECT_THAT(page, HasSubstr("U hebt een plek op de kaart gekozen."));
  EXPECT_THAT(page, HasSubstr("achter de garages"));
  const auto picture = browser.get(what + "/kaart?plek=4.505000,52.005000");
  EXPECT_EQ(picture.header("Content-Type"), "image/svg+xml");
  EXPECT_THAT(picture.content(), HasSubstr("xmlns=\"http://www.w3.org/2000/svg\""));
  EXPECT_THAT(picture.content(), HasSubstr("class=\"pin chance\""));
  browser.post(where, {{"go", "remove"}, {"longitude", "4.505000"}, {"latitude", "52.005000"}});
  EXPECT_THAT(browser.get(where).content(), Not(HasSubstr("U hebt een plek op de kaart gekozen.")));
}

TEST_F(ReportPages, enter_in_the_words_goes_on_and_is_no_press_on_the_drawing) {
  browser.post(what, {{"kind", "problem"}, {"text", "Het pad is donker"}});
  auto enter = pressed("0", "0");
  enter.emplace_back("place_words", "achter de garages");
  EXPECT_EQ(location(browser.post(where, enter)), "/rozenland" + how);
}

TEST_F(ReportPages, a_place_next_door_offers_to_go_on_there_with_everything) {
  browser.post(what, {{"kind", "problem"}, {"text", "Het pad is donker"}});
  const http::Pairs place{
      {"place_words", "bij de school"}, {"longitude", "4.515000"}, {"latitude", "52.005000"}};
  const auto page = browser.post(where, place);
  EXPECT_EQ(page.status, 422);
  EXPECT_THAT(page.content(), HasSubstr("Deze plek ligt in Tulpenbuurt."));
  auto move = place;
  move.emplace_back("go", "move");
  const auto there = browser.post_and_follow(where, move);
  EXPECT_EQ(there.status, 200);
  EXPECT_THAT(there.content(), HasSubstr("bij de school"));
  EXPECT_EQ(browser.post("/tulpenbuurt/signalen/nieuw/waar", place).status, 303);
  browser.post("/tulpenbuurt/signalen/nieuw/hoe", {{"neighbours", "no"}, {"reach", "none"}});
  EXPECT_EQ(here.item(ItemId{1}).area, testing::tulpenbuurt);
  EXPECT_EQ(here.item(ItemId{1}).text, "Het pad is donker");
}

TEST_F(ReportPages, a_place_outside_the_municipality_is_answered_with_a_sentence) {
  browser.post(what, {{"kind", "problem"}, {"text", "Het pad is donker"}});
  const auto page =
      browser.post(where, {{"longitude", "5.5"}, {"latitude", "52.5"}, {"place_words", "ver weg"}});
  EXPECT_EQ(page.status, 422);
  EXPECT_THAT(page.content(), HasSubstr("buiten de gemeente"));
  EXPECT_THAT(page.content(), HasSubstr("ver weg"));
  EXPECT_EQ(browser.post(where, {{"longitude", "nan"}, {"latitude", "1e9"}}).status, 303);
}

TEST(ReportTemplates, every_screen_can_be_drawn_from_its_example) {
  const auto words = i18n::Words::embedded();
  const html::Templates templates(words);
  const auto draw = [&](std::string_view name, const auto& view) {
    return templates.render(i18n::Language::nl, name, view).markup();
  };
  const auto example = [](std::string_view name) { return html::find_example(name).value(); };
  EXPECT_THAT(draw("signals/report_what", html::load_example<ReportWhatView>(example("signals/report_what"))),
              HasSubstr("Het pad is donker."));
  EXPECT_THAT(
      draw("signals/report_where", html::load_example<ReportWhereView>(example("signals/report_where"))),
      HasSubstr("achter de garages"));
  EXPECT_THAT(draw("signals/report_how", html::load_example<ReportHowView>(example("signals/report_how"))),
              HasSubstr("Het pad is donker."));
  EXPECT_THAT(draw("signals/receipt", html::load_example<ReceiptView>(example("signals/receipt"))),
              HasSubstr("nummer 123"));
  EXPECT_THAT(draw("signals/message", html::load_example<MessageView>(example("signals/message"))),
              HasSubstr("Begin opnieuw"));
}

}  // namespace
}  // namespace wijktafel::signals
