#include "design/page.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "design/edge_pages.hpp"
#include "design/fields.hpp"
#include "design/tests/page_support.hpp"

namespace wijktafel::design {
namespace {

using testing::HasSubstr;
using testing::Not;

class PageTest : public testing::Test {
 protected:
  std::string show(const web::Call& call, const Frame& frame) {
    return framed(call, frame, html::from_plain_text("Inhoud van de pagina")).body;
  }
  Town town;
};

TEST_F(PageTest, SaysSubjectPlaceAndNameInTheTitle) {
  const auto call = town.call();
  EXPECT_THAT(show(call, {.title = "Het pad is donker"}),
              HasSubstr("<title>Het pad is donker - Bomenbuurt - Wijktafel</title>"));
  EXPECT_THAT(show(call, {}), HasSubstr("<title>Bomenbuurt - Wijktafel</title>"));
  EXPECT_THAT(show(call, {.title = "Wat wilt u vertellen?", .has_faults = true}),
              HasSubstr("<title>Let op: Wat wilt u vertellen? - Bomenbuurt"));
}

TEST_F(PageTest, EscapesWhatPeopleWrote) {
  EXPECT_THAT(show(town.call(), {.title = "<script>alert(1)</script>"}), Not(HasSubstr("<script>alert")));
}

TEST_F(PageTest, ShowsWhereThePersonIsAndMarksTheTab) {
  town.service().tabs = {{"signalen", "design.header.my_work", 20}, {"", "design.brand", 10}};
  const auto page = show(town.call(), {.active_tab = "signalen"});
  EXPECT_THAT(page,
              HasSubstr(R"(<li><a href="/stad">Stad</a></li><li><a href="/stad/noord">Noord</a></li>)"));
  EXPECT_THAT(page, HasSubstr(R"(<a href="/stad/bomenbuurt/signalen" aria-current="page">Mijn werk</a>)"));
  EXPECT_LT(page.find(">Wijktafel</a><a"), page.find(">Mijn werk</a>")) << "in the order of the tabs";
  EXPECT_THAT(show(town.call(), {}), Not(HasSubstr("aria-current")));
}

TEST_F(PageTest, ListsTheTabsThatAPhoneHidesOnceMore) {
  for (const auto* segment : {"a", "b", "c"}) town.service().tabs.push_back({segment, "design.brand", 1});
  EXPECT_THAT(show(town.call(), {}), Not(HasSubstr("<details")));
  town.service().tabs.push_back({"d", "design.brand", 1});
  EXPECT_THAT(show(town.call(), {}),
              HasSubstr("<summary>Meer over Bomenbuurt</summary><ul><li><a href=\"/stad/bomenbuurt/d\""));
}

TEST_F(PageTest, LeavesPlaceAndTabsOutOfTheStepsOfAForm) {
  const auto page = show(town.call(), {.form_steps = true, .back_url = "/stad/bomenbuurt"});
  EXPECT_THAT(page, Not(HasSubstr("wt-place")));
  EXPECT_THAT(page, HasSubstr(R"(<a href="/stad/bomenbuurt">Terug</a>)"));
}

TEST_F(PageTest, SwitchesLanguageOnTheSamePageWithTheParametersThatItReads) {
  EXPECT_THAT(show(town.call(), {.query = {"status"}}),
              HasSubstr("href=\"/stad/bomenbuurt/signalen?taal=en&amp;status=open\" lang=\"en\""));
  const auto english = show(town.call(i18n::Language::en), {});
  EXPECT_THAT(english, HasSubstr("<html lang=\"en\""));
  EXPECT_THAT(english, HasSubstr("href=\"/stad/bomenbuurt/signalen?taal=nl\" lang=\"nl\""));
}

TEST_F(PageTest, OffersSigningInOrOut) {
  EXPECT_THAT(show(town.call(), {}), HasSubstr(R"(<a href="/stad/inloggen">Inloggen</a>)"));
  auto call = town.call();
  call.actor.person = identity::PersonId{1};
  call.actor.name = "Amina";
  const auto page = show(call, {});
  EXPECT_THAT(page, HasSubstr("Amina"));
  EXPECT_THAT(page, HasSubstr(R"(method="post" action="/stad/uitloggen")"));
  EXPECT_THAT(page, Not(HasSubstr("/stad/inloggen")));
}

TEST_F(PageTest, SaysWhenTheDataAreInvented) {
  EXPECT_THAT(show(town.call(), {}), Not(HasSubstr("Verzonnen")));
  town.service().is_demo = true;
  EXPECT_THAT(show(town.call(), {}), HasSubstr("Verzonnen gegevens: dit is een voorbeeld."));
}

TEST_F(PageTest, KeepsPrivatePagesOutOfSearchEngines) {
  const auto response = framed(town.call(), {.is_private = true}, {});
  EXPECT_EQ(response.header("X-Robots-Tag"), "noindex");
  EXPECT_EQ(framed(town.call(), {}, {}).header("X-Robots-Tag"), "");
}

TEST_F(PageTest, TheEdgeAlwaysOffersAWayOn) {
  const auto pages = edge_pages();
  const auto call = town.call();
  EXPECT_EQ(pages.not_found(call).status, 404);
  EXPECT_EQ(pages.not_allowed(call).status, 403);
  EXPECT_EQ(pages.wrong_origin(call).status, 403);
  EXPECT_EQ(pages.refused(call, "web.refusal.too_large", 413).status, 413);
  EXPECT_THAT(pages.refused(call, "web.refusal.too_large", 413).body, HasSubstr("Dit lukte niet"));
  const auto failure = pages.failure(call, "7f3a");
  EXPECT_EQ(failure.status, 500);
  EXPECT_THAT(failure.body, HasSubstr("7f3a"));
  EXPECT_THAT(failure.body, HasSubstr(R"(<a href="/stad/bomenbuurt">Naar Bomenbuurt</a>)"));
}

TEST_F(PageTest, SigningInLeadsBackToThePageThatWasAsked) {
  const auto pages = edge_pages();
  EXPECT_EQ(pages.sign_in_first(town.call()).header("Location"),
            "/stad/inloggen?terug=%2Fstad%2Fbomenbuurt%2Fsignalen%3Fstatus%3Dopen%26geheim%3D1");
  town.request.method = http::Method::post;
  EXPECT_EQ(pages.sign_in_first(town.call()).header("Location"), "/stad/inloggen?terug=%2Fstad%2Fbomenbuurt");
}

TEST_F(PageTest, WhoIsSignedOutWhileWritingGetsTheTextBackToSendItAgain) {
  town.request.method = http::Method::post;
  town.request.form.fields = {{"version", "4"}, {"answer", "De <b>lampen</b>\nzijn gemaakt."}};
  const auto page = edge_pages().sign_in_first(town.call());
  EXPECT_EQ(page.status, 403);
  EXPECT_THAT(page.body, HasSubstr("U bent niet meer ingelogd"));
  EXPECT_THAT(page.body, HasSubstr("href=\"/stad/inloggen?terug=%2Fstad%2Fbomenbuurt\""));
  EXPECT_THAT(page.body, HasSubstr("name=\"version\" value=\"4\""));
  EXPECT_THAT(page.body, HasSubstr("\nDe &lt;b&gt;lampen&lt;/b&gt;\nzijn gemaakt.</textarea>"));
  EXPECT_THAT(page.body, Not(HasSubstr("kiest u straks opnieuw")));
}

TEST_F(PageTest, AFieldShowsWhatWasTypedAndWhatIsWrong) {
  const std::vector<web::FieldFault> faults{{"text", "web.form.not_a_date"}};
  const auto call = town.call();
  // The stem of these words is not one of a form; only what Fields makes of it matters here.
  const Fields fields(call, faults);
  const auto field = fields.text("text", "design.test_words", "3/13", {.autocomplete = "off"});
  EXPECT_EQ(field.value, "3/13");
  EXPECT_EQ(field.described_by, "text-error");
  ASSERT_TRUE(field.error.has_value());
  EXPECT_EQ(*field.error, call.text("web.form.not_a_date"));
  EXPECT_EQ(fields.text("other", "design.test_words", "").error, std::nullopt);
}

TEST_F(PageTest, TheSummaryTellsMissingFromWrong) {
  const auto call = town.call();
  const auto title = [&](const std::vector<web::FieldFault>& faults) {
    const auto summary = Fields(call, faults).summary();
    return summary ? summary->title : "";
  };
  EXPECT_EQ(title({}), "");
  EXPECT_EQ(title({{"text", "test.text_missing"}}), "U bent nog iets vergeten");
  EXPECT_EQ(title({{"text", "test.text_missing"}, {"due", "web.form.not_a_date"}}), "Kijk dit nog even na");
}

TEST_F(PageTest, TheFirstAnswerCarriesTheNameOfTheField) {
  const auto call = town.call();
  const auto field = Fields(call).choice("kind", "design.test_words", {{"a", "A"}, {"b", "B"}}, "b");
  EXPECT_EQ(field.choices[0].id, "kind");
  EXPECT_EQ(field.choices[1].id, "kind-2");
  EXPECT_FALSE(field.choices[0].chosen);
  EXPECT_TRUE(field.choices[1].chosen);
  for (const auto& choice :
       Fields(call).choice("kind", "design.test_words", {{"a", "A"}, {"", "B"}}, "").choices)
    EXPECT_FALSE(choice.chosen) << "none is chosen beforehand";
}

}  // namespace
}  // namespace wijktafel::design
