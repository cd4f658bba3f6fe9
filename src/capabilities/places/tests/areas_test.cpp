// What is known of areas, on both databases.
#include <gmock/gmock.h>

#include "capabilities/places/places.hpp"
#include "capabilities/places/tests/places_support.hpp"
#include "platform/db/testing_fixture.hpp"

namespace wijktafel::places {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class AreasTest : public db::testing::OnBothEngines {};
WIJKTAFEL_ON_BOTH_ENGINES(AreasTest);

TEST_P(AreasTest, TheBordersThatComeWithTheProgramGiveAWholeMunicipality) {
  const auto database = with_lansingerland(GetParam());
  database->read([](db::Transaction& tx) {
    const auto municipality = find_municipality(tx);
    ASSERT_TRUE(municipality);
    EXPECT_EQ(municipality->key, "GM1621");
    EXPECT_EQ(municipality->slug, "lansingerland");
    EXPECT_EQ(areas_within(tx, "GM1621", Level::neighbourhood).size(), 61u);
    EXPECT_EQ(areas_within(tx, "GM1621", Level::district).size(), 16u);
    double total = 0;
    for (const auto& district : areas_within(tx, "GM1621", Level::district))
      total += geo::area_km2(shape_of(tx, district.key));
    EXPECT_NEAR(total, 56.8, 0.568);
    EXPECT_NEAR(geo::area_km2(shape_of(tx, "GM1621")), total, 0.05);
  });
}

TEST_P(AreasTest, TwoNeighbourhoodsOfOneNameHaveTheirOwnCodeAndSlug) {
  const auto database = with_lansingerland(GetParam());
  database->read([](db::Transaction& tx) {
    EXPECT_EQ(find_area(tx, "BU16212131")->slug, "oranjebuurt-berkel");
    EXPECT_EQ(find_area(tx, "BU16213141")->slug, "oranjebuurt-bleiswijk");
    EXPECT_EQ(find_area(tx, "BU16212131")->name, "Oranjebuurt");
    EXPECT_EQ(find_area(tx, "BU16212211")->slug, "bomen-en-struikenbuurt");
    EXPECT_EQ(find_area(tx, "WK162121")->name, "Berkel");
    EXPECT_EQ(find_area(tx, "WK162121")->full_name, "Wijk 21 Berkel");
    EXPECT_EQ(find_area(tx, "WK162121")->slug, "berkel");
    EXPECT_EQ(find_area(tx, "BU16212412")->slug, "noordeinde");
    EXPECT_EQ(find_area(tx, "WK162124")->slug, "wijk-noordeinde");
    EXPECT_FALSE(find_area(tx, "BU99999999"));
  });
}

TEST_P(AreasTest, AnAreaKnowsWhatLiesAboveAndInsideIt) {
  const auto database = with_lansingerland(GetParam());
  database->read([](db::Transaction& tx) {
    EXPECT_THAT(lineage_of(tx, "BU16212131"), ElementsAre("BU16212131", "WK162121", "GM1621"));
    EXPECT_THAT(lineage_of(tx, "onbekend"), ElementsAre("onbekend"));
    std::vector<std::string> names;
    for (const auto& area : children_of(tx, "WK162121")) names.push_back(area.name);
    EXPECT_THAT(names,
                ElementsAre("Annie M.G. Schmidtpark Midden", "Berkel Dorp", "Oranjebuurt", "Parkbuurt"));
    EXPECT_EQ(areas_within(tx, "WK162121", Level::neighbourhood).size(), 4u);
    EXPECT_TRUE(areas_within(tx, "BU16212131", Level::neighbourhood).empty());
  });
}

TEST_P(AreasTest, APointIsFoundInItsNeighbourhoodAndOutsideInNone) {
  const auto database = with_lansingerland(GetParam());
  database->read([](db::Transaction& tx) {
    for (const auto& area : areas_within(tx, "GM1621", Level::neighbourhood))
      EXPECT_EQ(neighbourhood_at(tx, area.centre)->key, area.key);
    EXPECT_FALSE(neighbourhood_at(tx, {5.387206, 52.155174}));
    const auto here = find_area(tx, "BU16212131")->centre;
    EXPECT_TRUE(lies_in(tx, "BU16212131", here));
    EXPECT_TRUE(lies_in(tx, "WK162121", here));
    EXPECT_FALSE(lies_in(tx, "BU16213141", here));
    EXPECT_FALSE(lies_in(tx, "onbekend", here));
  });
}

TEST_P(AreasTest, AMapShowsTheAreaAmongItsNeighbours) {
  const auto database = with_lansingerland(GetParam());
  database->read([](db::Transaction& tx) {
    const auto map = drawing_of(tx, "BU16212131", "Kaart van de Oranjebuurt");
    const auto& areas = map.drawing.areas;
    EXPECT_EQ(areas.back().title, "Oranjebuurt");
    EXPECT_EQ(areas.back().css_class, "area here");
    EXPECT_THAT(areas, testing::Contains(testing::Field(&geo::DrawnArea::title, "Parkbuurt")));
    EXPECT_LT(areas.size(), 25u);
    EXPECT_THAT(draw(map).markup(), HasSubstr(R"(<path class="area here")"));
    EXPECT_EQ(drawing_of(tx, "GM1621", "").drawing.areas.size(), 61u);
    EXPECT_TRUE(drawing_of(tx, "onbekend", "").drawing.areas.empty());
    EXPECT_EQ(drawing_of(tx, "WK162121", "").drawing.areas.back().css_class, "area here");
  });
}

TEST_P(AreasTest, AMapThatWasDrawnBeforeHasTheTitleAndThePinsOfThisPage) {
  const auto database = with_lansingerland(GetParam());
  database->read([](db::Transaction& tx) {
    auto one = drawing_of(tx, "BU16212131", "Kaart met een plek");
    one.drawing.pins.push_back({find_area(tx, "BU16212131")->centre, 7, "chance", "Lamp"});
    const auto other = drawing_of(tx, "BU16212131", "Kaart zonder plek");
    EXPECT_THAT(draw(one).markup(), HasSubstr(">7</text>"));
    EXPECT_THAT(draw(one).markup(), HasSubstr("Kaart met een plek"));
    EXPECT_THAT(draw(other).markup(), testing::Not(HasSubstr("class=\"pin")));
    EXPECT_EQ(draw(other).markup(), geo::draw_svg(other.drawing).markup());
  });
}

TEST_P(AreasTest, AMapShowsABorderThatChangedAtOnce) {
  const auto database = with_lansingerland(GetParam());
  const auto drawn = [&] {
    return database->read(
        [](db::Transaction& tx) { return draw(drawing_of(tx, "BU16212131", "Kaart")).markup(); });
  };
  const auto before = drawn();
  database->write([](db::Transaction& tx) {
    tx.execute(
        "UPDATE place_area SET name = 'Nieuwe Parkbuurt', geometry = (SELECT geometry FROM place_area "
        "WHERE key = 'BU16212131') WHERE key = 'BU16212121'");
  });
  const auto after = drawn();
  EXPECT_NE(before, after);
  EXPECT_THAT(after, HasSubstr("<title>Nieuwe Parkbuurt</title>"));
  EXPECT_THAT(after, testing::Not(HasSubstr("<title>Parkbuurt</title>")));
}

}  // namespace
}  // namespace wijktafel::places
