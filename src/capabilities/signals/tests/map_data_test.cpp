// The map as data: what is open and public, and nothing else.
#include <boost/json.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "capabilities/signals/map_store.hpp"
#include "capabilities/signals/signal_change.hpp"
#include "capabilities/signals/tests/signals_support.hpp"
#include "platform/db/testing_fixture.hpp"

namespace wijktafel::signals {
namespace {

using testing::Browser;
using ::testing::HasSubstr;
using testing::Neighbourhood;
using ::testing::Not;

const std::string map = "/rozenbuurt/signalen.geojson";

class MapData : public ::testing::Test {
 protected:
  ItemId told_at(geo::Point place, const std::string& text = "Het pad is donker") {
    return here.report(
        ReportSignal{.kind = Kind::problem,
                     .text = text,
                     .place = place,
                     .reporter = ReporterContact{.reach = Reach::mail,
                                                 .address = "kanarie@voorbeeld.invalid",
                                                 .name = "Cor Waterkamp",
                                                 .follow_token = "geheim" + std::to_string(++told)}});
  }
  boost::json::array features(const std::string& path) {
    const auto page = visitor.get(path);
    EXPECT_EQ(page.status, 200) << page.content();
    return boost::json::parse(page.content()).at("features").as_array();
  }
  int told = 0;
  Neighbourhood here;
  Browser visitor{here};
};

TEST_F(MapData, gives_number_title_status_and_address_of_what_is_open) {
  const auto id = told_at(testing::in_rozenbuurt());
  const auto page = visitor.get(map);
  EXPECT_EQ(page.header("Content-Type"), "application/geo+json");
  const auto all = features(map);
  ASSERT_EQ(all.size(), 1u);
  const auto& properties = all[0].at("properties").as_object();
  EXPECT_EQ(properties.at("number").as_int64(), raw(id));
  EXPECT_EQ(properties.at("title").as_string(), "Het pad is donker");
  EXPECT_EQ(properties.at("status").as_string(), "received");
  EXPECT_EQ(properties.at("status_text").as_string(), "ontvangen");
  EXPECT_THAT(std::string(properties.at("url").as_string()),
              HasSubstr("/rozenbuurt/signalen/" + std::to_string(raw(id))));
  EXPECT_DOUBLE_EQ(all[0].at("geometry").at("coordinates").at(0).as_double(),
                   testing::in_rozenbuurt().longitude);
  EXPECT_THAT(page.content(), Not(HasSubstr("kanarie")));
  EXPECT_THAT(page.content(), Not(HasSubstr("Waterkamp")));
}

TEST_F(MapData, leaves_out_what_is_closed_confidential_or_without_a_place) {
  here.report("Zonder plek");
  const auto closed = told_at(testing::in_rozenbuurt());
  const auto secret = told_at(testing::in_rozenbuurt());
  here.database().write([&](db::Transaction& tx) {
    EXPECT_TRUE(change_status(
                    tx, here.now(), here.coordinator(), find_whole(tx, closed).value(),
                    {.to = Status::will_not_be_done, .entry = {.what = "signals.answered_will_not_be_done"}})
                    .has_value());
    EXPECT_TRUE(items::change(tx, here.now(), here.coordinator(), secret,
                              {.visibility = items::Visibility::confidential}, {.what = "signals.looked_at"})
                    .has_value());
  });
  EXPECT_TRUE(features(map).empty());
}

TEST_F(MapData, shows_only_what_lies_in_the_box) {
  const auto place = testing::in_rozenbuurt();
  told_at(place);
  const auto around = [&](double east) {
    return map + "?bbox=" + std::to_string(place.longitude - 0.001 + east) + "," +
           std::to_string(place.latitude - 0.001) + "," + std::to_string(place.longitude + 0.001 + east) +
           "," + std::to_string(place.latitude + 0.001);
  };
  EXPECT_EQ(features(around(0)).size(), 1u);
  EXPECT_EQ(features(around(0.01)).size(), 0u);
}

TEST_F(MapData, says_what_is_wrong_with_a_box) {
  for (const std::string box : {"x", "1,2,3", "1,2,3,4,5", "4,52,3,53", "nan,1,2,3", "1,2,3,1e999"})
    EXPECT_EQ(visitor.get(map + "?bbox=" + box).status, 400) << box;
}

TEST_F(MapData, of_an_area_holds_nothing_of_another) {
  told_at(testing::in_rozenbuurt());
  EXPECT_TRUE(features("/tulpenbuurt/signalen.geojson").empty());
  EXPECT_EQ(features("/signalen.geojson").size(), 1u);
}

using MapStore = db::testing::OnBothEngines;
WIJKTAFEL_ON_BOTH_ENGINES(MapStore);

TEST_P(MapStore, gives_the_newest_first_and_no_more_than_asked) {
  Neighbourhood town(GetParam());
  std::vector<ItemId> told;
  for (int i = 0; i < 3; ++i)
    told.push_back(town.report(
        ReportSignal{.kind = Kind::problem, .text = "Het pad is donker", .place = testing::in_rozenbuurt()}));
  const auto place = testing::in_rozenbuurt();
  const geo::Box around{place.longitude - 0.001, place.latitude - 0.001, place.longitude + 0.001,
                        place.latitude + 0.001};
  for (const auto& box : {std::optional<geo::Box>(), std::optional(around)}) {
    const auto found = town.database().read(
        [&](db::Transaction& tx) { return store::open_on_map(tx, testing::rozenbuurt, box, 2); });
    ASSERT_EQ(found.size(), 2u);
    EXPECT_EQ(found[0].item, told[2]);
    EXPECT_EQ(found[1].item, told[1]);
  }
}

}  // namespace
}  // namespace wijktafel::signals
