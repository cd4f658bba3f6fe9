// Telling more about a signal, as a browser meets it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "capabilities/signals/settings.hpp"
#include "capabilities/signals/tests/signals_support.hpp"
#include "capabilities/signals/web/signal_views.hpp"
#include "capabilities/signals/web/update_views.hpp"
#include "platform/html/example.hpp"

namespace wijktafel::signals {
namespace {

using testing::Browser;
using ::testing::HasSubstr;
using testing::Neighbourhood;
using ::testing::Not;

class UpdatePages : public ::testing::Test {
 protected:
  UpdatePages() {
    coordinator.sign_in(here.coordinator());
    member.sign_in(here.member());
  }
  std::string page_of(ItemId id) { return "/rozenbuurt/signalen/" + std::to_string(raw(id)); }
  ItemId told() {
    return here.report(ReportSignal{.kind = Kind::problem,
                                    .text = "Het pad is donker",
                                    .reporter = ReporterContact{.reach = Reach::mail,
                                                                .address = "kanarie@voorbeeld.invalid",
                                                                .name = "Cor Waterkamp",
                                                                .follow_token = "geheim"}});
  }
  void ask_for_a_look() {
    here.database().write([](db::Transaction& tx) {
      tx.execute(
          "INSERT INTO place_setting (area, name, value, valid_from, set_at) VALUES ($1, $2, 'yes', "
          "'2026-01-01', 0)",
          testing::rozenbuurt, settings::updates_looked_at_first.name);
    });
  }
  Neighbourhood here;
  Browser visitor{here};
  Browser coordinator{here};
  Browser member{here};
};

TEST_F(UpdatePages, who_told_it_adds_to_it_by_the_link_and_everybody_reads_it_without_a_name) {
  const auto id = told();
  EXPECT_THAT(visitor.get("/volg/geheim").content(), HasSubstr("Wat weet u nog meer?"));
  const auto after =
      visitor.post_and_follow("/volg/geheim/aanvulling", {{"update", "Nu ook de vierde lamp."}});
  EXPECT_THAT(after.content(), HasSubstr("Dank u wel. Wat u schreef, staat hieronder."));
  const auto page = visitor.get(page_of(id)).content();
  EXPECT_THAT(page, HasSubstr("Aanvulling van wie dit vertelde."));
  EXPECT_THAT(page, HasSubstr("Nu ook de vierde lamp."));
  for (const auto& shown : {page, after.content(), coordinator.get(page_of(id)).content()}) {
    EXPECT_THAT(shown, Not(HasSubstr("kanarie")));
    EXPECT_THAT(shown, Not(HasSubstr("Waterkamp")));
  }
}

TEST_F(UpdatePages, a_visitor_is_asked_to_sign_in_and_a_member_speaks_for_the_organisation) {
  const auto id = told();
  const auto page = visitor.get(page_of(id)).content();
  EXPECT_THAT(page, HasSubstr("Log in en vul het aan"));
  EXPECT_THAT(page, Not(HasSubstr("<textarea")));
  EXPECT_EQ(visitor.post(page_of(id) + "/aanvulling", {{"update", "x"}}).status, 401);
  EXPECT_THAT(member.get(page_of(id)).content(), HasSubstr("Namens Gemeente Rozenland"));
  const auto number = std::to_string(raw(here.municipality()));
  const auto as_member = member.post_and_follow(
      page_of(id) + "/aanvulling", {{"update", "Wij hebben de kabel."}, {"update_organisation", number}});
  EXPECT_THAT(as_member.content(), HasSubstr("Aanvulling van Gemeente Rozenland."));
  const auto for_oneself = member.post_and_follow(
      page_of(id) + "/aanvulling", {{"update", "Ik liep er gisteren."}, {"update_organisation", "self"}});
  EXPECT_THAT(for_oneself.content(), HasSubstr("Aanvulling van een bewoner."));
  // An organisation one is not of, is not spoken for.
  const auto of_others = coordinator.post_and_follow(
      page_of(id) + "/aanvulling", {{"update", "Namens wie?"}, {"update_organisation", number}});
  EXPECT_EQ(of_others.status, 200);
  here.database().read([&](db::Transaction& tx) { EXPECT_FALSE(updates_of(tx, id).back().from); });
}

TEST_F(UpdatePages, what_is_missing_or_too_long_comes_back_with_what_was_typed) {
  const auto id = told();
  const auto empty = member.post(page_of(id) + "/aanvulling", {{"update", " "}});
  EXPECT_EQ(empty.status, 422);
  EXPECT_THAT(empty.content(), HasSubstr("Schrijf in een paar woorden wat u wilt toevoegen"));
  const std::string long_text(4001, 'x');
  const auto too_long = visitor.post("/volg/geheim/aanvulling", {{"update", long_text}});
  EXPECT_EQ(too_long.status, 422);
  EXPECT_THAT(too_long.content(), HasSubstr(long_text));
  const auto no_photo = visitor.post("/volg/geheim/aanvulling", {{"update", "Kijk."}},
                                     {{"update_photos", "brief.txt", "image/jpeg", "dit is geen foto"}});
  EXPECT_EQ(no_photo.status, 422);
  EXPECT_THAT(no_photo.content(), HasSubstr("Kijk."));
  EXPECT_EQ(visitor.post("/volg/onbekend/aanvulling", {{"update", "x"}}).status, 404);
}

TEST_F(UpdatePages, a_photo_waits_for_a_look) {
  const auto id = told();
  auto photo = testing::a_photo();
  photo.field = "update_photos";
  ASSERT_EQ(visitor.post("/volg/geheim/aanvulling", {{"update", "Kijk."}}, {photo}).status, 303);
  EXPECT_EQ(visitor.get(page_of(id) + "/foto/1").status, 404);
  EXPECT_EQ(coordinator.get(page_of(id) + "/foto/1").status, 200);
}

TEST_F(UpdatePages, markup_is_text) {
  const auto id = told();
  visitor.post("/volg/geheim/aanvulling", {{"update", "<script>alert(1)</script>"}});
  EXPECT_THAT(visitor.get(page_of(id)).content(), Not(HasSubstr("<script>alert")));
}

TEST_F(UpdatePages, where_the_area_asks_so_somebody_looks_first) {
  const auto id = told();
  ask_for_a_look();
  EXPECT_THAT(visitor.get("/volg/geheim").content(), HasSubstr("De wijkregisseur leest wat u schrijft."));
  const auto after =
      visitor.post_and_follow("/volg/geheim/aanvulling", {{"update", "Nu ook de vierde lamp."}});
  EXPECT_THAT(after.content(), HasSubstr("staat hier zodra de wijkregisseur het heeft gelezen"));
  EXPECT_THAT(visitor.get(page_of(id)).content(), Not(HasSubstr("Nu ook de vierde lamp.")));
  EXPECT_EQ(visitor.get("/rozenbuurt/signalen/aanvullingen").status, 403);
  const auto list = coordinator.get("/rozenbuurt/signalen/aanvullingen").content();
  EXPECT_THAT(list, HasSubstr("Nu ook de vierde lamp."));
  const auto elsewhere = "/tulpenbuurt/signalen/" + std::to_string(raw(id)) + "/aanvulling/1/tonen";
  EXPECT_NE(coordinator.post(elsewhere, {}).status, 303);
  ASSERT_EQ(coordinator.post(page_of(id) + "/aanvulling/1/tonen", {}).status, 303);
  EXPECT_THAT(visitor.get(page_of(id)).content(), HasSubstr("Nu ook de vierde lamp."));
  EXPECT_EQ(coordinator.post(page_of(id) + "/aanvulling/1/weglaten", {}).status, 404);
  EXPECT_THAT(coordinator.get("/rozenbuurt/signalen/aanvullingen").content(),
              HasSubstr("Er wacht geen aanvulling."));
}

TEST_F(UpdatePages, every_template_has_an_example) {
  const auto words = i18n::Words::embedded();
  const html::Templates templates(words);
  const auto draw = [&]<class View>(std::string_view name, const View*) {
    return templates
        .render(i18n::Language::nl, name, html::load_example<View>(html::find_example(name).value()))
        .markup();
  };
  EXPECT_THAT(draw("signals/update_form", static_cast<UpdateForm*>(nullptr)),
              HasSubstr("Namens Gemeente Rozenland"));
  EXPECT_THAT(draw("signals/waiting_updates", static_cast<WaitingUpdatesView*>(nullptr)),
              HasSubstr("Nu is ook de vierde lamp stuk."));
  EXPECT_THAT(draw("signals/waiting_updates_link", static_cast<WaitingUpdatesLink*>(nullptr)),
              HasSubstr("2 aanvullingen"));
}

}  // namespace
}  // namespace wijktafel::signals
