// Who is in a team and who leads it comes with the people of an import.
#include <boost/json.hpp>
#include <gmock/gmock.h>

#include "app/testing.hpp"
#include "base/result.hpp"
#include "capabilities/accounts/accounts.hpp"
#include "capabilities/accounts/actions/import_people.hpp"
#include "capabilities/organisations/organisations.hpp"

namespace wijktafel::accounts {
namespace {

class TeamImport : public testing::Test {
 protected:
  void take_in(db::Transaction& tx, std::string_view section, const std::string& json) {
    for (const auto& exchange : {organisations::capability().exchanges.front(), accounts::exchange()})
      if (exchange.section == section) exchange.import(tx, town_.service(), boost::json::parse(json));
  }
  app::testing::Town town_;
};

TEST_F(TeamImport, PutsPeopleInTheirTeamsOnceAndNamesWhoLeads) {
  town_.database().write([&](db::Transaction& tx) {
    take_in(tx, "organisations",
            R"([{"key": "elders", "kind": "municipality", "name": "Gemeente Elders",
                 "teams": [{"key": "groen", "name": "Groen"}]}])");
    const std::string people = R"([{"key": "bas", "name": "Bas", "teams": ["groen"]},
                                   {"key": "els", "name": "Els", "teams": ["groen"], "manages": ["groen"]}])";
    take_in(tx, "people", people);
    take_in(tx, "people", people);
    const auto team = organisations::find_team_by_key(tx, "groen");
    ASSERT_TRUE(team.has_value());
    EXPECT_EQ(team->manager, find_by_key(tx, "els"));
    EXPECT_THAT(organisations::members_of_team(tx, team->id),
                ::testing::UnorderedElementsAre(*find_by_key(tx, "bas"), *find_by_key(tx, "els")));
    EXPECT_THROW(take_in(tx, "people", R"([{"key": "bas", "name": "Bas", "teams": ["rood"]}])"), Failure);
  });
}

// The town's clock stands at 22 November 2026.
TEST_F(TeamImport, TakesInWhoIsAwayAndWhoStandsIn) {
  town_.database().write([&](db::Transaction& tx) {
    const std::string people = R"([
      {"key": "bas", "name": "Bas", "away": [{"from": "2026-11-23", "until": "2026-11-27", "deputy": "els"},
                                             {"from": "2026-03-01", "until": "2026-03-08"}]},
      {"key": "els", "name": "Els", "roles": [{"role": "coordinator", "area": "BU00010101"}]}])";
    take_in(tx, "people", people);
    take_in(tx, "people", people);
    const auto bas = find_by_key(tx, "bas").value();
    const auto away =
        absences_between(tx, parse_date("2026-01-01").value(), parse_date("2026-12-31").value());
    ASSERT_EQ(away.size(), 1u);  // what is over already is not kept
    EXPECT_EQ(away[0].person, bas);
    EXPECT_EQ(away[0].deputy, find_by_key(tx, "els"));
    EXPECT_THROW(
        take_in(tx, "people", R"([{"key": "bas", "name": "Bas", "away": [{"from": "2026-12-01"}]}])"),
        Failure);
    EXPECT_THROW(take_in(tx, "people", R"([{"key": "bas", "name": "Bas",
                                            "away": [{"from": "2026-11-25", "until": "2026-12-01"}]}])"),
                 Failure);
    EXPECT_THROW(take_in(tx, "people", R"([{"key": "bas", "name": "Bas",
                                            "away": [{"from": "2026-12-01", "until": "2026-12-02", "deputy": "wie"}]}])"),
                 Failure);
  });
}

}  // namespace
}  // namespace wijktafel::accounts
