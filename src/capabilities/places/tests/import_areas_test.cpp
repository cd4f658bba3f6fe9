#include "capabilities/places/actions/import_areas.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "capabilities/places/store.hpp"
#include "capabilities/places/tests/places_support.hpp"

namespace wijktafel::places {
namespace {

using testing::ElementsAre;
using testing::UnorderedElementsAre;

class ImportAreasTest : public testing::Test {
 protected:
  Result<ImportedAreas, std::vector<Fault>> import(const ImportAreas& file) {
    return database_->write([&](db::Transaction& tx) { return import_areas(tx, file); });
  }
  std::vector<std::string> faults(const ImportAreas& file) {
    std::vector<std::string> found;
    const auto imported = import(file);
    if (!imported)
      for (const auto& fault : imported.error())
        found.push_back(std::to_string(fault.where) + " " + fault.word_key);
    return found;
  }
  std::optional<Area> find(std::string_view key) {
    return database_->read([&](db::Transaction& tx) { return find_area(tx, key); });
  }
  std::size_t count() {
    return database_->read([](db::Transaction& tx) { return store::all(tx).size(); });
  }

  std::unique_ptr<db::Database> database_ = db::testing::fresh(db::Engine::sqlite, migrations());
};

TEST_F(ImportAreasTest, DistrictsAndMunicipalityAreMadeOfTheNeighbourhoods) {
  const auto imported = import(squares({{0, "BU00010101", "Haven"}, {1, "BU00010102", "Molenbuurt"}}));
  ASSERT_TRUE(imported);
  EXPECT_EQ(imported->areas, 4u);
  EXPECT_EQ(find("WK000101")->name, "Zuid");
  EXPECT_EQ(find("GM0001")->name, "Voorbeeldstad");
  EXPECT_EQ(find("GM0001")->source, "verzonnen");
  EXPECT_DOUBLE_EQ(find("GM0001")->bounds.east, 4.52);
}

TEST_F(ImportAreasTest, TheSameFileTwiceChangesNothing) {
  ASSERT_TRUE(import(lansingerland()));
  const auto before = find("BU16212131");
  const auto again = import(lansingerland());
  ASSERT_TRUE(again);
  EXPECT_EQ(again->ended, 0u);
  EXPECT_EQ(count(), 78u);
  EXPECT_EQ(find("BU16212131")->slug, before->slug);
}

TEST_F(ImportAreasTest, ANewVintageEndsWhatIsGoneAndKeepsIt) {
  ASSERT_TRUE(import(squares({{0, "BU00010101", "Haven"}, {1, "BU00010102", "Molenbuurt"}}, 2022)));
  const auto imported = import(squares({{0, "BU00010101", "Haven"}}, 2024));
  ASSERT_TRUE(imported);
  EXPECT_EQ(imported->ended, 1u);
  ASSERT_TRUE(find("BU00010102"));
  EXPECT_FALSE(find("BU00010102")->is_current);
  EXPECT_EQ(find("BU00010102")->vintage, 2022);
  database_->read([](db::Transaction& tx) {
    EXPECT_EQ(areas_within(tx, "GM0001", Level::neighbourhood).size(), 1u);
    EXPECT_FALSE(neighbourhood_at(tx, middle_of_square(1)));
  });
}

TEST_F(ImportAreasTest, AChangedNameGivesANewSlugAndTheOldOneLeadsOn) {
  ASSERT_TRUE(import(squares({{0, "BU00010101", "Haven"}, {1, "BU00010102", "Molenbuurt"}}, 2022)));
  // The two exchange their names.
  ASSERT_TRUE(import(squares({{0, "BU00010101", "Molenbuurt"}, {1, "BU00010102", "Kade"}}, 2023)));
  EXPECT_EQ(find("BU00010101")->slug, "molenbuurt-zuid");
  EXPECT_EQ(find("BU00010102")->slug, "kade");
  database_->read([](db::Transaction& tx) {
    EXPECT_THAT(store::former_slugs(tx),
                ElementsAre(testing::Pair("haven", "BU00010101"), testing::Pair("molenbuurt", "BU00010102")));
  });
  // Its own former name back: its own former slug back.
  ASSERT_TRUE(import(squares({{0, "BU00010101", "Haven"}, {1, "BU00010102", "Kade"}}, 2024)));
  EXPECT_EQ(find("BU00010101")->slug, "haven");
}

TEST_F(ImportAreasTest, AreasOfOnesOwnComeBesideThoseOfCbs) {
  ASSERT_TRUE(import(squares({{0, "BU00010101", "Haven"}}, 2022)));
  const auto imported =
      import(squares({{0, "dorp-zuid", "Zuiddorp", "", R"(,"level":"village")"},
                      {0, "flat-1", "De Flat", "", R"(,"level":"complex","parent":"BU00010101")"}},
                     2026));
  ASSERT_TRUE(imported) << imported.error().front().word_key;
  EXPECT_EQ(imported->areas, 2u);
  EXPECT_EQ(imported->ended, 0u);
  EXPECT_EQ(find("dorp-zuid")->level, Level::village);
  EXPECT_EQ(find("dorp-zuid")->parent, "GM0001");
  EXPECT_EQ(find("flat-1")->parent, "BU00010101");
  EXPECT_EQ(find("GM0001")->vintage, 2022);
}

TEST_F(ImportAreasTest, EverythingThatIsWrongIsSaidAtOnceAndNothingChanges) {
  auto file = squares({{0, "BU00010101", "Haven"},
                       {1, "BU00020101", "Elders"},
                       {2, "", "Zonder code"},
                       {3, "BU00010102", ""},
                       {4, "BU00010101", "Nog een keer"},
                       {5, "dorp-noord", "Noorddorp"},
                       {6, "flat-1", "De Flat", "", R"(,"level":"complex","parent":"onbekend")"}});
  file.vintage = 22;
  EXPECT_THAT(faults(file),
              UnorderedElementsAre("0 places.fault.vintage", "2 places.fault.code_of_another_municipality",
                                   "3 places.fault.no_code", "4 places.fault.no_name", "5 places.fault.twice",
                                   "6 places.fault.code", "7 places.fault.parent"));
  EXPECT_EQ(count(), 0u);
}

TEST_F(ImportAreasTest, FaultsOfTheBordersAreNamedWithTheirNumber) {
  auto file = squares({{0, "BU00010101", "Haven"}});
  file.geojson =
      R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":null}]})";
  EXPECT_THAT(faults(file), ElementsAre("1 geo.fault.no_geometry"));
}

TEST_F(ImportAreasTest, ADatabaseHoldsOneMunicipality) {
  ASSERT_TRUE(import(squares({{0, "BU00010101", "Haven"}})));
  EXPECT_THAT(faults(lansingerland()), ElementsAre("0 places.fault.other_municipality"));
}

TEST_F(ImportAreasTest, OlderBordersDoNotReplaceNewerOnes) {
  ASSERT_TRUE(import(squares({{0, "BU00010101", "Haven"}}, 2024)));
  EXPECT_THAT(faults(squares({{0, "BU00010101", "Haven"}}, 2022)), ElementsAre("0 places.fault.older"));
}

TEST_F(ImportAreasTest, AreasOfOnesOwnNeedAMunicipalityToLieIn) {
  EXPECT_THAT(faults(squares({{0, "dorp-zuid", "Zuiddorp", "", R"(,"level":"village")"}})),
              ElementsAre("0 places.fault.no_ground"));
}

TEST_F(ImportAreasTest, AMunicipalityKnownByItsDistrictsAloneIsFoundByThem) {
  ASSERT_TRUE(import(squares({{0, "WK000101", "Wijk 01 Zuid"}, {1, "WK000102", "Wijk 02 Noord"}})));
  database_->read([](db::Transaction& tx) {
    EXPECT_EQ(neighbourhood_at(tx, middle_of_square(1))->name, "Noord");
    EXPECT_EQ(drawing_of(tx, "GM0001", "").drawing.areas.size(), 2u);
  });
}

}  // namespace
}  // namespace wijktafel::places
