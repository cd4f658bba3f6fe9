// A walk that is imported goes the way of every walk: planned, begun, points written down, closed.
#include "capabilities/walks/web/exchange.hpp"

#include <boost/json.hpp>

#include "base/result.hpp"
#include "capabilities/accounts/accounts.hpp"
#include "capabilities/goals/goals.hpp"
#include "capabilities/walks/tests/walks_support.hpp"

namespace wijktafel::walks {
namespace {

using ::testing::HasSubstr;

class WalkExchange : public testing::WalkTest {
 protected:
  WalkExchange() {
    town_.database().write([&](db::Transaction& tx) {
      const auto now = town_.clock().now();
      const auto gemeente =
          organisations::create_organisation(tx, "municipality", "Gemeente Elders", "elders");
      accounts::grant_role(tx, now, accounts::create_person(tx, now, "Els", "", "els"),
                           {.role = "coordinator", .area = "BU00010101", .organisation = std::nullopt});
      accounts::grant_role(tx, now, accounts::create_person(tx, now, "Bas", "", "bas"),
                           {.role = "member", .area = {}, .organisation = gemeente});
    });
  }
  void tell(const std::string& points, const std::string& planner = "els") {
    const auto section = boost::json::parse(
        R"([{"key": "W-1", "area": "BU00010101", "planned_at": "2026-12-01T09:00:00+01:00", "planned_by": ")" +
        planner +
        R"(", "begins_at": "2026-12-10T19:00:00+01:00", "meeting_place": "Bij de school", "theme": "safety",
            "people": ["bas", "els"], "others": "3 bewoners", "held": true, "points": [)" +
        points + "]}]");
    auto steps = exchange().steps(town_.service(), section);
    std::ranges::stable_sort(steps, {}, &web::Step::at);
    for (const auto& step : steps) {
      town_.clock().set(step.at);
      town_.database().write([&](db::Transaction& tx) { step.apply(tx, town_.service()); });
    }
  }
  std::optional<ItemId> keyed(std::string_view key) {
    return town_.database().read([&](db::Transaction& tx) { return items::find_by_key(tx, key); });
  }
};

TEST_F(WalkExchange, IsToldWithItsPointsAndWhatEachLedTo) {
  tell(
      R"({"at": "2026-12-10T19:20:00+01:00", "by": "bas", "kind": "shortfall", "text": "De lamp is stuk.",
          "place_words": "bij de glasbak", "next": "both", "promiser": "elders", "promise": "De lamp maken",
          "due": "2026-12-20", "signal_key": "S-90", "commitment_key": "T-90",
          "done": {"at": "2026-12-18T10:00:00+01:00", "by": "bas", "text": "De lamp doet het."}},
         {"at": "2026-12-10T19:40:00+01:00", "by": "els", "kind": "chance", "text": "Hier kan een bank.",
          "next": "note"})");
  ASSERT_TRUE(keyed("W-1") && keyed("S-90") && keyed("T-90"));
  const auto page = see(visitor_, "/parkbuurt/schouwen/" + std::to_string(raw(*keyed("W-1"))));
  EXPECT_THAT(page, HasSubstr("De lamp is stuk."));
  EXPECT_THAT(page, HasSubstr("Hier kan een bank."));
  EXPECT_THAT(page, HasSubstr("Gemeente Elders"));
  EXPECT_THAT(page, HasSubstr("3 bewoners"));
  const auto promise = town_.database().read(
      [](db::Transaction& tx) { return items::find(tx, *items::find_by_key(tx, "T-90")); });
  EXPECT_EQ(promise->status, "reported_done");
}

TEST_F(WalkExchange, SaysWhatIsWrongWithTheKeyOfTheWalk) {
  try {
    tell("", "niemand");
    FAIL() << "nobody plans it";
  } catch (const Failure& failure) {
    EXPECT_THAT(failure.what(), HasSubstr("W-1"));
    EXPECT_THAT(failure.what(), HasSubstr("niemand"));
  }
}

}  // namespace
}  // namespace wijktafel::walks
