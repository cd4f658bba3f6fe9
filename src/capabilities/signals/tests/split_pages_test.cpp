// One signal becomes several, and what was marked as the same stands on its own again.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "capabilities/signals/tests/signals_support.hpp"
#include "capabilities/signals/web/split_views.hpp"
#include "platform/html/example.hpp"

namespace wijktafel::signals {
namespace {

using ::testing::AllOf;
using testing::Browser;
using ::testing::HasSubstr;
using testing::Neighbourhood;
using ::testing::Not;

class SplitPages : public ::testing::Test {
 protected:
  SplitPages() {
    coordinator.sign_in(here.coordinator());
    elsewhere.sign_in(here.coordinator_elsewhere());
  }
  std::string page_of(ItemId id) { return "/rozenbuurt/signalen/" + std::to_string(raw(id)); }
  http::Response send(ItemId id, const std::string& action, http::Pairs fields) {
    fields.emplace_back("version", std::to_string(here.item(id).version));
    return coordinator.post(page_of(id) + "/" + action, std::move(fields));
  }
  Neighbourhood here;
  Browser coordinator{here}, elsewhere{here}, visitor{here};
};

TEST_F(SplitPages, one_signal_becomes_several_and_what_was_told_stays_to_be_read) {
  const auto id = here.report(ReportSignal{.kind = Kind::problem,
                                           .text = "Het pad is donker en er ligt afval",
                                           .place = testing::in_rozenbuurt(),
                                           .reporter = ReporterContact{.reach = Reach::mail,
                                                                       .address = "kanarie@voorbeeld.invalid",
                                                                       .name = "Cor",
                                                                       .follow_token = "geheim"}});
  EXPECT_THAT(coordinator.get(page_of(id) + "/splitsen").content(),
              HasSubstr("Het pad is donker en er ligt afval"));
  EXPECT_EQ(send(id, "splitsen", {{"part_1", "Het pad is donker"}}).status, 422);
  EXPECT_EQ(send(id, "splitsen", {{"part_1", "Het pad is donker"}, {"part_2", "Er ligt afval"}}).status, 303);
  EXPECT_EQ(here.item(id).text, "Het pad is donker");
  const auto part = here.item(ItemId{raw(id) + 1});
  EXPECT_EQ(part.text, "Er ligt afval");
  EXPECT_EQ(part.status, "received");
  EXPECT_TRUE(part.place);
  EXPECT_THAT(visitor.get(page_of(id)).content(),
              AllOf(HasSubstr("Gesplitst in 2 signalen"), HasSubstr("Het pad is donker en er ligt afval")));
  // Who told it reads on there too.
  EXPECT_THAT(visitor.get("/volg/geheim").content(), HasSubstr("Afgesplitst van nummer"));
  EXPECT_THAT(coordinator.get("/rozenbuurt/signalen/werk").content(), HasSubstr("Er ligt afval"));
  EXPECT_EQ(visitor.post(page_of(id) + "/splitsen", {}).status, 403);
  EXPECT_EQ(elsewhere.post(page_of(id) + "/splitsen", {}).status, 403);
}

TEST_F(SplitPages, somebody_else_was_first_and_nothing_is_made) {
  const auto id = here.report();
  const auto answer =
      coordinator.post(page_of(id) + "/splitsen", {{"part_1", "Eén"}, {"part_2", "Twee"}, {"version", "99"}});
  EXPECT_EQ(answer.status, 409);
  EXPECT_THAT(answer.content(), HasSubstr("Twee"));
  EXPECT_FALSE(
      here.database().read([&](db::Transaction& tx) { return items::find(tx, ItemId{raw(id) + 1}); }));
}

TEST_F(SplitPages, what_is_likely_the_same_is_one_press_away_and_can_be_undone) {
  const auto first = here.report(ReportSignal{.kind = Kind::problem,
                                              .text = "Het pad achter de garages is donker",
                                              .place = testing::in_rozenbuurt()});
  const auto second = here.report(ReportSignal{.kind = Kind::problem,
                                               .text = "Het pad achter de garages is donker",
                                               .place = testing::in_rozenbuurt()});
  EXPECT_THAT(coordinator.get(page_of(second)).content(),
              HasSubstr("name=\"original\" value=\"" + std::to_string(raw(first)) + "\""));
  EXPECT_EQ(send(second, "dubbel", {{"original", std::to_string(raw(first))}}).status, 303);
  EXPECT_THAT(visitor.get(page_of(first)).content(), HasSubstr("Hetzelfde is ook verteld bij:"));
  EXPECT_THAT(coordinator.get(page_of(second)).content(), HasSubstr("Dit is toch niet hetzelfde"));
  EXPECT_EQ(send(second, "niet-dubbel", {}).status, 303);
  EXPECT_EQ(here.status(second), "reopened");
  EXPECT_THAT(visitor.get(page_of(first)).content(), Not(HasSubstr("Hetzelfde is ook verteld bij:")));
  EXPECT_EQ(send(second, "niet-dubbel", {}).status, 409);
}

TEST_F(SplitPages, the_example_renders) {
  const auto drawn =
      here.service()
          .templates
          .render(i18n::Language::nl, "signals/split_page",
                  html::load_example<SplitView>(html::find_example("signals/split_page").value()))
          .markup();
  EXPECT_THAT(drawn, HasSubstr("Er ligt afval."));
}

}  // namespace
}  // namespace wijktafel::signals
