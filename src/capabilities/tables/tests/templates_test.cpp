// Templates and views know the same names, and every example is a page in both languages.
#include <gmock/gmock.h>

#include "capabilities/tables/web/agenda_button_view.hpp"
#include "capabilities/tables/web/decision_list_view.hpp"
#include "capabilities/tables/web/meeting_views.hpp"
#include "capabilities/tables/web/table_views.hpp"
#include "platform/html/example.hpp"
#include "platform/html/template_guard.hpp"

namespace wijktafel::tables {
namespace {

const html::Templates& templates() {
  static const i18n::Words words = i18n::Words::embedded();
  static const html::Templates all(words);
  return all;
}

template <class View>
void check(const std::string& name, const std::string& says) {
  EXPECT_EQ(html::faults_of<View>(templates(), name), "") << name;
  const auto json = html::find_example(name);
  ASSERT_TRUE(json) << name;
  const auto view = html::load_example<View>(*json);
  for (const auto language : i18n::languages) {
    const auto page = templates().render(language, name, view);
    EXPECT_THAT(page.markup(), ::testing::HasSubstr(says)) << name;
    EXPECT_THAT(page.markup(), ::testing::Not(::testing::HasSubstr("⟦"))) << name;
  }
}

TEST(Templates, ShowTheirExamples) {
  check<TableView>("tables/table_page", "De tafel stemt.");
  check<DecisionListView>("tables/decision_list", "De lampen achter de garages");
  check<PlanView>("tables/plan_meeting", "name=\"online_link\"");
  check<RulesView>("tables/table_rules", "Wijktafel Parkbuurt");
  check<MeetingView>("tables/meeting_page", "7 dagen te laat");
  check<AttendanceView>("tables/attendance", "Noor de Vries");
  check<MinutesFormView>("tables/minutes", "name=\"text\"");
  check<AgendaItemView>("tables/agenda_item_page", "Drie lampen");
  check<DecideView>("tables/decide", "name=\"votes_for\"");
  check<DecisionView>("tables/decision_page", "Verkeersverordening");
  check<AgendaButtonView>("tables/agenda_button", "name=\"subject\" value=\"5\"");
}

}  // namespace
}  // namespace wijktafel::tables
