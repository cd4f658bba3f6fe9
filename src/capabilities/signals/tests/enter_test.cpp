// The telephone and the counter; theme and confidence on the last screen; a photo first; the receipt.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "capabilities/signals/store.hpp"
#include "capabilities/signals/tests/signals_support.hpp"
#include "capabilities/signals/theme_words.hpp"
#include "capabilities/signals/web/enter_views.hpp"
#include "capabilities/signals/web/sayable.hpp"
#include "platform/html/example.hpp"

namespace wijktafel::signals {
namespace {

using testing::Browser;
using ::testing::HasSubstr;
using testing::Neighbourhood;
using ::testing::Not;

const std::string what = "/rozenbuurt/signalen/nieuw";
const std::string how = what + "/hoe";
const std::string enter = "/rozenbuurt/signalen/invoeren";

themes::Theme theme(const std::string& key, std::vector<std::string> keywords) {
  themes::Theme made;
  made.key = key;
  made.name = key;
  made.keywords = std::move(keywords);
  return made;
}
themes::Theme lighting() { return theme("verlichting", {"lantaarn", "straatlamp"}); }
themes::Theme danger() {
  auto made = theme("gevaar", {"gaslucht"});
  made.is_duty_of_care = true;
  return made;
}
themes::Theme nuisance() {
  auto made = theme("overlast", {"overlast"});
  made.is_confidential = true;
  return made;
}

TEST(RecognisedTheme, is_the_one_with_the_most_keywords_in_any_form) {
  const std::vector<themes::Theme> all{danger(), lighting()};
  EXPECT_EQ(recognised_theme(all, "Twee lantaarns zijn stuk"), "verlichting");
  EXPECT_EQ(recognised_theme(all, "De lantaarnpalen"), "verlichting");
  EXPECT_EQ(recognised_theme(all, "Een bankje graag"), "");
  EXPECT_EQ(recognised_theme({}, "lantaarn"), "");
}

TEST(AboutBehaviour, is_seen_in_what_people_do_and_not_in_what_is_broken) {
  EXPECT_TRUE(is_about_behaviour("Wij hebben overlast van jongeren"));
  EXPECT_TRUE(is_about_behaviour("Er wordt gedeald en drugs gebruikt"));
  EXPECT_FALSE(is_about_behaviour("De schommel is stuk"));
}

TEST(Sayable, groups_the_digits_of_a_number) {
  EXPECT_EQ(sayable(7), "7");
  EXPECT_EQ(sayable(1234), "1\u00a0234");
  EXPECT_EQ(sayable(123456), "123\u00a0456");
  EXPECT_EQ(sayable(1234567), "1\u00a0234\u00a0567");
}

class Enter : public ::testing::Test {
 protected:
  Enter() {
    coordinator.sign_in(here.coordinator());
    here.database().write([](db::Transaction& tx) {
      themes::save_theme(tx, lighting());
      themes::save_theme(tx, danger());
      themes::save_theme(tx, nuisance());
    });
  }
  void begin(const std::string& text, std::vector<http::UploadedFile> files = {}) {
    browser.post(what, {{"kind", "problem"}, {"text", text}}, std::move(files));
    browser.post(what + "/waar", {});
  }
  store::SignalRow row(std::int64_t number) {
    return here.database().read(
        [&](db::Transaction& tx) { return store::find_signal(tx, ItemId{number}).value(); });
  }
  std::int64_t signals() {
    return here.database().read(
        [](db::Transaction& tx) { return tx.find("SELECT COUNT(*) FROM signal")->get<std::int64_t>(0); });
  }
  Neighbourhood here;
  Browser browser{here};
  Browser coordinator{here};
};

TEST_F(Enter, the_theme_is_proposed_can_be_changed_and_is_no_obligation) {
  begin("De lantaarns zijn stuk");
  EXPECT_THAT(browser.get(how).content(), HasSubstr("value=\"verlichting\" selected"));
  browser.post(how, {{"theme", ""}, {"neighbours", "no"}, {"reach", "none"}});
  EXPECT_EQ(row(1).theme, "");
  begin("De lantaarns zijn weer stuk");
  browser.post(how, {{"theme", "verlichting"}, {"neighbours", "no"}, {"reach", "none"}});
  EXPECT_EQ(row(2).theme, "verlichting");
  begin("De lantaarns zijn nog steeds stuk");
  browser.post(how, {{"theme", "bestaat niet"}, {"neighbours", "no"}, {"reach", "none"}});
  EXPECT_EQ(row(3).theme, "");
}

TEST_F(Enter, neighbours_are_not_asked_about_where_an_owner_has_a_duty_of_care) {
  begin("Er hangt een gaslucht");
  EXPECT_THAT(browser.get(how).content(), Not(HasSubstr("Mogen buren dit oppakken?")));
  EXPECT_EQ(browser.post(how, {{"theme", "gevaar"}, {"reach", "none"}}).status, 303);
  EXPECT_FALSE(row(1).neighbours_may);
}

TEST_F(Enter, what_is_about_behaviour_is_proposed_as_confidential) {
  begin("Jongeren schelden ons uit op het plein");
  EXPECT_THAT(browser.get(how).content(), HasSubstr("Alleen wie eraan werkt mag dit lezen"));
  const auto receipt =
      browser.post_and_follow(how, {{"confidential", "yes"}, {"neighbours", "no"}, {"reach", "none"}});
  EXPECT_EQ(here.item(ItemId{1}).visibility, items::Visibility::confidential);
  EXPECT_THAT(receipt.content(), Not(HasSubstr("Bekijk uw signaal")));
  EXPECT_THAT(receipt.content(), HasSubstr("/volg/"));
  EXPECT_EQ(browser.get("/rozenbuurt/signalen/1").status, 404);
  begin("Jongeren schelden ons weer uit");
  browser.post(how, {{"neighbours", "no"}, {"reach", "none"}});
  EXPECT_EQ(here.item(ItemId{2}).visibility, items::Visibility::everyone);
}

TEST_F(Enter, a_confidential_theme_makes_it_confidential_whatever_was_ticked) {
  begin("Iets anders");
  browser.post(how, {{"theme", "overlast"}, {"neighbours", "no"}, {"reach", "none"}});
  EXPECT_EQ(here.item(ItemId{1}).visibility, items::Visibility::confidential);
}

TEST_F(Enter, a_photo_may_be_all_that_is_given) {
  EXPECT_EQ(browser.post(what, {{"kind", "problem"}}, {testing::a_photo()}).status, 303);
  browser.post(what + "/waar", {});
  EXPECT_EQ(browser.post(how, {{"neighbours", "no"}, {"reach", "none"}}).status, 303);
  EXPECT_EQ(here.item(ItemId{1}).title, "Een foto uit de buurt");
  EXPECT_EQ(browser.post(what, {{"kind", "problem"}}).status, 422);
}

TEST_F(Enter, the_receipt_has_a_code_of_the_link) {
  begin("De lamp is stuk");
  const auto receipt = browser.post_and_follow(how, {{"neighbours", "no"}, {"reach", "none"}});
  EXPECT_THAT(receipt.content(), HasSubstr("<title>Code met uw eigen link</title>"));
}

TEST_F(Enter, a_signal_of_the_telephone_is_one_page_and_ends_with_a_number) {
  EXPECT_EQ(coordinator.get(enter).status, 200);
  const auto done = coordinator.post_and_follow(enter, {{"channel", "phone"},
                                                        {"kind", "problem"},
                                                        {"text", "De lantaarn is stuk"},
                                                        {"place_words", "bij de school"},
                                                        {"theme", "verlichting"},
                                                        {"neighbours", "yes"},
                                                        {"phone", "06 12345678"}});
  EXPECT_THAT(done.content(), HasSubstr("<strong>1</strong>"));
  EXPECT_EQ(row(1).channel, Channel::phone);
  EXPECT_EQ(row(1).theme, "verlichting");
  EXPECT_TRUE(row(1).neighbours_may);
  EXPECT_EQ(coordinator.get("/rozenbuurt/signalen/invoeren/klaar?nummer=9x").status, 404);
}

TEST_F(Enter, a_number_is_shown_to_who_typed_it_and_to_who_may_see_the_signal) {
  const auto receipt = enter + "/klaar?nummer=1";
  Browser member(here);
  member.sign_in(here.member());
  ASSERT_EQ(member
                .post_and_follow(enter, {{"channel", "phone"},
                                         {"kind", "problem"},
                                         {"text", "De buurman is vreemd"},
                                         {"confidential", "yes"}})
                .status,
            200);
  ASSERT_EQ(here.item(ItemId{1}).visibility, items::Visibility::confidential);
  EXPECT_EQ(member.get(receipt).status, 200) << "typed it";
  Browser colleague(here);
  auto other = here.member();
  other.person = PersonId{raw(*other.person) + 100};
  colleague.sign_in(other);
  EXPECT_EQ(colleague.get(receipt).status, 404);
  here.database().write([&](db::Transaction& tx) {
    (void)items::change(tx, here.now(), identity::system_actor(), ItemId{1},
                        {.visibility = items::Visibility::everyone}, {.what = "signals.made_public"});
  });
  EXPECT_EQ(colleague.get(receipt).status, 200);
}

TEST_F(Enter, what_looks_the_same_is_shown_before_it_is_saved) {
  const http::Pairs answers{
      {"channel", "counter"}, {"kind", "problem"}, {"text", "De lantaarn bij de school is stuk"}};
  coordinator.post(enter, answers);
  const auto page = coordinator.post(enter, answers);
  EXPECT_THAT(page.content(), HasSubstr("Is dit al verteld?"));
  EXPECT_EQ(signals(), 1);
  auto again = answers;
  again.emplace_back("seen", "yes");
  EXPECT_EQ(coordinator.post(enter, again).status, 303);
  EXPECT_EQ(signals(), 2);
}

TEST_F(Enter, a_worry_about_a_person_is_not_written_down_on_the_telephone_either) {
  http::Pairs answers{{"channel", "phone"}, {"kind", "problem"}, {"text", "Er loopt een verwarde man rond"}};
  const auto page = coordinator.post(enter, answers);
  EXPECT_EQ(page.status, 422);
  EXPECT_THAT(page.content(), HasSubstr("Dit gaat niet over een persoon"));
  EXPECT_EQ(signals(), 0);
  answers.emplace_back("about_no_person", "yes");
  EXPECT_EQ(coordinator.post(enter, answers).status, 303);
}

TEST_F(Enter, faults_come_back_beside_their_fields_with_what_was_typed) {
  const auto page =
      coordinator.post(enter, {{"channel", "duif"}, {"text", "Kanariegeel"}, {"mail_address", "fout"}});
  EXPECT_EQ(page.status, 422);
  for (const auto* field : {"href=\"#channel\"", "href=\"#kind\"", "href=\"#mail_address\"", "Kanariegeel"})
    EXPECT_THAT(page.content(), HasSubstr(field));
  EXPECT_EQ(browser.get(enter).status, 403);
}

TEST_F(Enter, templates_draw_their_examples) {
  const auto& templates = here.service().templates;
  EXPECT_THAT(templates
                  .render(i18n::Language::nl, "signals/enter",
                          html::load_example<EnterView>(html::find_example("signals/enter").value()))
                  .markup(),
              HasSubstr("De lamp is stuk."));
  EXPECT_THAT(templates
                  .render(i18n::Language::nl, "signals/entered",
                          html::load_example<EnteredView>(html::find_example("signals/entered").value()))
                  .markup(),
              HasSubstr("1 234"));
}

}  // namespace
}  // namespace wijktafel::signals
