#include "capabilities/accounts/model.hpp"

#include <gtest/gtest.h>

namespace wijktafel::accounts {
namespace {

using namespace std::chrono_literals;

const Instant evening = parse_instant("2026-11-22T20:00:00+01:00").value();

identity::Grant grant(std::string role) {
  return {.role = std::move(role), .area = {}, .organisation = std::nullopt};
}

TEST(Sessions, OfStaffLastAWorkingDayAndOthersThreeMonths) {
  EXPECT_EQ(session_life({}), 90 * 24h);
  EXPECT_EQ(session_life({grant("resident")}), 90 * 24h);
  EXPECT_EQ(session_life({grant("resident"), grant("panel_member")}), 90 * 24h);
  EXPECT_EQ(session_life({grant("resident"), grant("member")}), 12h);
  EXPECT_EQ(session_life({grant("administrator")}), 12h);
}

TEST(Sessions, OfARoleNobodyKnowsAreShort) { EXPECT_EQ(session_life({grant("superuser")}), 12h); }

TEST(Links, WorkHalfAnHourAndOnce) {
  EXPECT_EQ(link_state(evening, std::nullopt, evening), LinkState::usable);
  EXPECT_EQ(link_state(evening, std::nullopt, evening + 30min - 1ms), LinkState::usable);
  EXPECT_EQ(link_state(evening, std::nullopt, evening + 30min), LinkState::expired);
  EXPECT_EQ(link_state(evening, evening + 1min, evening + 2min), LinkState::used);
  EXPECT_EQ(link_state(evening, evening + 1min, evening + 2h), LinkState::used);
}

TEST(Codes, WorkAQuarterOfAnHourOnceAndForFiveTries) {
  EXPECT_EQ(code_state(evening, std::nullopt, 4, evening + 15min - 1ms), CodeState::usable);
  EXPECT_EQ(code_state(evening, std::nullopt, 0, evening + 15min), CodeState::expired);
  EXPECT_EQ(code_state(evening, std::nullopt, 5, evening), CodeState::tries_spent);
  EXPECT_EQ(code_state(evening, evening, 0, evening), CodeState::used);
}

TEST(Codes, MayBeTypedWithSpaces) { EXPECT_EQ(normal_code(" 123 456 "), "123456"); }

TEST(Addresses, OfOneMailboxAreOneAddress) {
  EXPECT_EQ(normal_address("  Noor@Voorbeeld.NL "), "noor@voorbeeld.nl");
}

TEST(TheWayBack, IsAPathOfThisMunicipality) {
  EXPECT_EQ(own_path("/stad", "/stad/parkbuurt/signalen/3?x=1"), "/stad/parkbuurt/signalen/3?x=1");
  EXPECT_EQ(own_path("/stad", "/stad"), "/stad");
  EXPECT_EQ(own_path("/stad", "/stad?taal=en"), "/stad?taal=en");
}

TEST(TheWayBack, NeverLeadsElsewhere) {
  for (const std::string_view wanted :
       {"", "//anders.nl", "https://anders.nl/stad", "/\\anders.nl", "\\\\anders.nl", "/stadje",
        "/andere-stad", "/stad\n//x", "/stad/\t//x", "/stad\\@anders.nl", "stad", "/stad@anders.nl",
        "javascript:alert(1)"})
    EXPECT_EQ(own_path("/stad", wanted), "/stad") << wanted;
  EXPECT_EQ(own_path("/stad", "/stad/" + std::string(2000, 'a')), "/stad");
  EXPECT_EQ(own_path("", "//anders.nl"), "/");
}

TEST(Devices, AreKnownByBrowserAndSystemOnly) {
  EXPECT_EQ(device_of("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0"),
            "Firefox, Windows");
  EXPECT_EQ(
      device_of(
          "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) "
          "Version/18.0 Mobile/15E148 Safari/604.1"),
      "Safari, iPhone");
  EXPECT_EQ(
      device_of(
          "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 "
          "Safari/537.36 Edg/142.0.0.0"),
      "Edge, Windows");
  EXPECT_EQ(device_of("curl/8.0"), "");
  EXPECT_EQ(device_of(""), "");
}

TEST(Names, AreFoundWithoutAccentsAndCapitals) {
  EXPECT_EQ(search_name("José de Vries"), "jose-de-vries");
  EXPECT_NE(search_name("Добро"), "");
}

TEST(Roles, SayWhatTheyAreHeldFor) {
  EXPECT_EQ(find_role("member")->scope, RoleScope::organisation);
  EXPECT_EQ(find_role("coordinator")->scope, RoleScope::area);
  EXPECT_EQ(find_role("administrator")->scope, RoleScope::municipality);
  EXPECT_EQ(find_role("superuser"), nullptr);
}

}  // namespace
}  // namespace wijktafel::accounts
