// The pages of the table through the whole program, with a visitor, a resident, somebody of the panel and the
// coordinator before them: what every test of pages here begins with.
#pragma once

#include <gmock/gmock.h>
#include <regex>

#include "app/testing.hpp"
#include "capabilities/organisations/organisations.hpp"
#include "capabilities/tables/tests/tables_support.hpp"
#include "capabilities/tables/web/pages.hpp"
#include "capabilities/tables/web/refusals.hpp"
#include "platform/web/edge.hpp"

namespace wijktafel::tables::testing {

using app::testing::Browser;
using app::testing::Town;
using ::testing::HasSubstr;

inline identity::Grant role(std::string name, std::string area = "BU00010101") {
  return {.role = std::move(name), .area = std::move(area), .organisation = std::nullopt};
}

inline const http::Pairs a_plan = {{"date", "2026-12-03"},
                                   {"time", "19:30"},
                                   {"place", "Basisschool De Vlieger"},
                                   {"online_link", ""},
                                   {"is_public", "yes"}};

class TablePages : public ::testing::Test {
 protected:
  TablePages() { sign_in(); }
  // A session of staff lasts one working day.
  void sign_in() {
    ingrid_.enter(ingrid_id_);
    panel_.enter(ria_id_);
    resident_.enter(cor_id_);
  }
  static http::Pairs with(http::Pairs fields, const std::string& name, const std::string& value) {
    for (auto& [field, old] : fields)
      if (field == name) old = value;
    return fields;
  }
  // Below /voorbeeldstad, of what a form led to.
  static std::string location(const http::Response& response) {
    const auto url = std::string(response.header("Location"));
    return url.substr(std::string("/voorbeeldstad").size());
  }
  std::string planned(const http::Pairs& form = a_plan) {
    const auto response = ingrid_.post("/parkbuurt/tafel/nieuw", form);
    EXPECT_EQ(response.status, 303) << response.content();
    return location(response);
  }
  std::string point(const std::string& meeting, const std::string& title) {
    const auto response = ingrid_.post(meeting + "/agenda", {{"point", title}});
    EXPECT_EQ(response.status, 303);
    return "/parkbuurt/agendapunten/" + location(response).substr(location(response).find("#punt-") + 6);
  }
  void on_the_evening() {
    town_.clock().set(testing::begins_at);
    sign_in();
  }
  std::string begun(const std::string& meeting) {
    on_the_evening();
    EXPECT_EQ(panel_.post(meeting + "/begin").status, 303);
    return meeting;
  }
  std::string see(Browser& browser, const std::string& path) {
    const auto page = browser.get(path);
    EXPECT_EQ(page.status, 200) << path;
    return page.content();
  }

  Town town_;
  identity::PersonId ingrid_id_ = town_.person("Ingrid", {role("coordinator")});
  identity::PersonId ria_id_ = town_.person("Ria", {role("panel_member")});
  identity::PersonId cor_id_ = town_.person("Cor");
  Browser visitor_{town_}, ingrid_{town_}, panel_{town_}, resident_{town_};
};

}  // namespace wijktafel::tables::testing
