// The rules for promises as a municipality changes them.
#include <gmock/gmock.h>

#include "capabilities/signals/actions/answer_signal.hpp"
#include "capabilities/signals/actions/set_promise_rule.hpp"
#include "capabilities/signals/promises.hpp"
#include "capabilities/signals/tests/signals_support.hpp"
#include "capabilities/signals/web/promise_views.hpp"
#include "platform/db/testing_fixture.hpp"
#include "platform/html/example.hpp"

namespace wijktafel::signals {
namespace {

using testing::Browser;
using ::testing::HasSubstr;
using testing::Neighbourhood;
using ::testing::Not;

class EditedPromiseRules : public db::testing::OnBothEngines {
 protected:
  void SetUp() override {
    OnBothEngines::SetUp();
    if (IsSkipped()) return;
    here = std::make_unique<Neighbourhood>(GetParam());
    browser = std::make_unique<Browser>(*here);
    identity::Actor administrator;
    administrator.person = here->coordinator_person();
    administrator.grants.push_back({"administrator", "", std::nullopt});
    browser->sign_in(administrator);
  }
  http::Response set(const std::string& rule, const std::string& is_on) {
    return browser->post("/beheer/beloftewoorden", {{"promise_rule", rule}, {"is_on", is_on}});
  }
  std::string page(const std::string& query = {}) {
    return browser->get("/beheer/beloftewoorden" + query).content();
  }
  bool asks_about(const std::string& text) {
    const auto id = here->report();
    const auto done = here->database().write([&](db::Transaction& tx) {
      return answer_signal(tx, here->now(), here->coordinator(), id,
                           {.text = text, .outcome = answer::Done{}});
    });
    return !done && std::holds_alternative<PromiseWithoutCommitment>(done.error());
  }
  std::unique_ptr<Neighbourhood> here;
  std::unique_ptr<Browser> browser;
};
WIJKTAFEL_ON_BOTH_ENGINES(EditedPromiseRules);

TEST_P(EditedPromiseRules, hold_for_the_next_answer) {
  EXPECT_FALSE(asks_about("Reken maar op een nieuwe bank."));
  ASSERT_EQ(set("Reken maar op", "yes").status, 303);
  EXPECT_TRUE(asks_about("Reken maar op een nieuwe bank."));
  EXPECT_TRUE(asks_about("Er komt een bank."));
  ASSERT_EQ(set("er komt|komen ..2", "no").status, 303);
  EXPECT_FALSE(asks_about("Er komt een bank."));
  ASSERT_EQ(set("er komt|komen ..2", "yes").status, 303);
  EXPECT_TRUE(asks_about("Er komt een bank."));
}

TEST_P(EditedPromiseRules, are_dated_and_tried_on_a_sentence) {
  EXPECT_THAT(page("?zin=Er+komt+een+bank."), HasSubstr("Dit leest als een belofte."));
  EXPECT_THAT(page("?zin=De+bank+staat+er."), HasSubstr("Hierin zien wij geen belofte."));
  EXPECT_THAT(page(), Not(HasSubstr("Wat er is veranderd")));
  ASSERT_EQ(set("reken maar op", "yes").status, 303);
  ASSERT_EQ(set("zorgt ervoor", "no").status, 303);
  const auto changed = page();
  EXPECT_THAT(changed, HasSubstr("Sanne Boskamp zette &quot;reken maar op&quot; aan"));
  EXPECT_THAT(changed, HasSubstr("Deze regels staan uit"));
  EXPECT_THAT(changed, HasSubstr("sinds maandag 12 januari"));
}

TEST_P(EditedPromiseRules, that_cannot_be_read_come_back_with_what_was_typed) {
  const auto wrong = set("er komt ..99 een <b>", "yes");
  EXPECT_EQ(wrong.status, 422);
  EXPECT_THAT(wrong.content(), HasSubstr("Deze regel begrijpen wij niet."));
  EXPECT_THAT(wrong.content(), Not(HasSubstr("<b>")));
  EXPECT_EQ(set("", "yes").status, 422);
  EXPECT_EQ(set("onbekende regel", "no").status, 422);
  Browser visitor(*here);
  EXPECT_EQ(visitor.get("/beheer/beloftewoorden").status, 403);
}

TEST(PromiseRuleTemplates, have_examples) {
  const auto words = i18n::Words::embedded();
  const html::Templates templates(words);
  const auto draw = [&]<class View>(std::string_view name, const View*) {
    return templates
        .render(i18n::Language::nl, name, html::load_example<View>(html::find_example(name).value()))
        .markup();
  };
  EXPECT_THAT(draw("signals/promise_rules", static_cast<PromiseRulesView*>(nullptr)),
              HasSubstr("er komt|komen"));
  EXPECT_THAT(draw("signals/promise_rules_link", static_cast<PromiseRulesLink*>(nullptr)),
              HasSubstr("beloftewoorden"));
}

}  // namespace
}  // namespace wijktafel::signals
