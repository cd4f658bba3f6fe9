// "Is het zo gebleven?", and the way back to open.
#include <gmock/gmock.h>

#include "capabilities/signals/actions/answer_signal.hpp"
#include "capabilities/signals/actions/ask_whether_still_so.hpp"
#include "capabilities/signals/actions/confirm_signal.hpp"
#include "capabilities/signals/actions/set_confidential.hpp"
#include "capabilities/signals/tests/signals_support.hpp"
#include "platform/db/testing_fixture.hpp"

namespace wijktafel::signals {
namespace {

using testing::Browser;
using ::testing::HasSubstr;
using testing::Neighbourhood;
using ::testing::Not;

class StillSoQuestion : public db::testing::OnBothEngines {
 protected:
  void SetUp() override {
    OnBothEngines::SetUp();
    if (IsSkipped()) return;
    here = std::make_unique<Neighbourhood>(GetParam());
    reporter = std::make_unique<Browser>(*here);
    id = here->report(ReportSignal{
        .kind = Kind::problem,
        .text = "Het pad is donker",
        .reporter = ReporterContact{
            .reach = Reach::mail, .address = "cor@voorbeeld.invalid", .follow_token = "geheim"}});
    here->database()
        .write([&](db::Transaction& tx) {
          return answer_signal(tx, here->now(), here->coordinator(), id,
                               {.text = "De lampen zijn gemaakt.", .outcome = answer::Done{}});
        })
        .value();
  }
  int ask() {
    return here->database().write(
        [&](db::Transaction& tx) { return ask_whether_still_so(tx, here->now(), 10); });
  }
  std::int64_t told(const std::string& what) {
    return here->database().read([&](db::Transaction& tx) {
      return tx.find("SELECT COUNT(*) FROM item_history WHERE what = $1", what)->get<std::int64_t>(0);
    });
  }
  std::string page() { return reporter->get("/rozenbuurt/signalen/" + std::to_string(raw(id))).content(); }
  std::string own_page() { return reporter->get("/volg/geheim").content(); }
  http::Response say(const std::string& answer) {
    return reporter->post("/volg/geheim/gebleven", {{"still_so", answer}, {"what_is_back", "Weer stuk."}});
  }
  std::unique_ptr<Neighbourhood> here;
  std::unique_ptr<Browser> reporter;
  ItemId id{};
};
WIJKTAFEL_ON_BOTH_ENGINES(StillSoQuestion);

// From 12 January: half a year is 12 July, a year 12 January.
constexpr std::chrono::days before_half_a_year{180};
constexpr std::chrono::days half_a_year{182};
constexpr std::chrono::days a_year{366};

TEST_P(StillSoQuestion, is_asked_after_half_a_year_and_a_year_and_once_each) {
  here->later(before_half_a_year);
  EXPECT_EQ(ask(), 0);
  EXPECT_EQ(say("lasting").status, 409);
  here->later(half_a_year - before_half_a_year);
  EXPECT_EQ(ask(), 1);
  EXPECT_EQ(ask(), 0);
  EXPECT_EQ(told("signals.asked_after_half_a_year"), 1);
  EXPECT_THAT(own_page(), HasSubstr("Is het zo gebleven?"));
  EXPECT_THAT(page(), Not(HasSubstr("Is het zo gebleven?")));
  ASSERT_EQ(say("lasting").status, 303);
  EXPECT_THAT(page(), HasSubstr("Een half jaar later: nog steeds goed."));
  EXPECT_THAT(own_page(), Not(HasSubstr("Is het zo gebleven?")));
  EXPECT_EQ(say("lasting").status, 409);
  here->later(a_year - half_a_year);
  EXPECT_EQ(ask(), 1);
  ASSERT_EQ(say("unknown").status, 303);
  EXPECT_THAT(page(), Not(HasSubstr("Een jaar later")));
  here->later(a_year);
  EXPECT_EQ(ask(), 0);
}

TEST_P(StillSoQuestion, opens_the_signal_again_when_it_is_back_and_tells_who_had_it) {
  here->later(half_a_year);
  ASSERT_EQ(ask(), 1);
  ASSERT_EQ(say("relapsed").status, 303);
  EXPECT_EQ(here->status(id), "reopened");
  EXPECT_THAT(page(), HasSubstr("een half jaar later is het niet zo gebleven"));
  EXPECT_THAT(page(), HasSubstr("Weer stuk."));
  here->database().read([&](db::Transaction& tx) {
    EXPECT_EQ(tx.query("SELECT 1 FROM job WHERE kind = 'signals.tell_holder'").size(), 1U);
    // What is open again is not asked about.
    EXPECT_FALSE(tx.find("SELECT 1 FROM signal_revisit WHERE asked_at IS NULL"));
  });
}

TEST_P(StillSoQuestion, is_not_asked_about_what_is_open_or_confidential) {
  here->database()
      .write([&](db::Transaction& tx) {
        return set_confidential(tx, here->now(), here->coordinator(), id, {.reason = "x"});
      })
      .value();
  here->later(half_a_year);
  EXPECT_EQ(ask(), 1);
  EXPECT_EQ(told("signals.asked_after_half_a_year"), 0);
  EXPECT_EQ(say("lasting").status, 409);
}

TEST_P(StillSoQuestion, can_be_answered_before_by_opening_it_again_with_one_press) {
  ASSERT_EQ(reporter->post("/volg/geheim/opgelost", {{"verdict", "solved"}}).status, 303);
  EXPECT_EQ(here->status(id), "confirmed");
  EXPECT_THAT(own_page(), HasSubstr("Zet het weer open"));
  ASSERT_EQ(reporter->post("/volg/geheim/opgelost", {{"verdict", "not_solved"}}).status, 303);
  EXPECT_EQ(here->status(id), "reopened");
  here->later(half_a_year);
  EXPECT_EQ(ask(), 0);
}

}  // namespace
}  // namespace wijktafel::signals
