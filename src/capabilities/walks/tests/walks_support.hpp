// A town with a walk in it, and those who walk along: what every test of walks begins with.
#pragma once

#include <gmock/gmock.h>

#include "app/testing.hpp"
#include "capabilities/organisations/organisations.hpp"
#include "capabilities/walks/walks.hpp"

namespace wijktafel::walks::testing {

using app::testing::Browser;
using app::testing::Town;
using ::testing::HasSubstr;
using ::testing::Not;

// Parkbuurt on 22 November 2026 at noon. Ingrid is its coordinator, Bram works for the municipality and Karel
// for the corporation; Cor is a resident. The walk is on 26 November; Bram and Cor walk along.
class WalkTest : public ::testing::Test {
 protected:
  WalkTest();

  http::Pairs plan(std::string date = "2026-11-26") const;
  // Below /voorbeeldstad, of what a form led to.
  static std::string location(const http::Response& response);
  std::string planned(const http::Pairs& form);
  void on_the_day(std::string_view iso = "2026-11-26");
  http::Pairs point(const std::string& next, const std::string& text = "De stoep ligt scheef.") const;
  std::string see(Browser& browser, const std::string& path);
  std::string begun();  // planned, and begun on the day
  std::vector<items::Item> all(const std::string& kind);

  Town town_;
  OrganisationId municipality_{};
  OrganisationId corporation_{};
  PersonId ingrid_id_{}, bram_id_{}, karel_id_{}, cor_id_{};
  Browser visitor_{town_}, ingrid_{town_}, bram_{town_}, karel_{town_}, cor_{town_};
};

}  // namespace wijktafel::walks::testing
