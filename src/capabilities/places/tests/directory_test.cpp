#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <thread>

#include "capabilities/places/places.hpp"
#include "capabilities/places/tests/places_support.hpp"

namespace wijktafel::places {
namespace {

using testing::ElementsAre;
using testing::Pair;

TEST(DirectoryTest, FindsAnAreaWithAllThatLiesAboveIt) {
  const auto database = with_lansingerland();
  const Directory directory(*database, "/lansingerland");
  const auto area = directory.find_by_slug("oranjebuurt-berkel");
  ASSERT_TRUE(area);
  EXPECT_EQ(area->key, "BU16212131");
  EXPECT_EQ(area->name, "Oranjebuurt");
  EXPECT_EQ(area->path, "/lansingerland/oranjebuurt-berkel");
  EXPECT_THAT(area->lineage, ElementsAre("BU16212131", "WK162121", "GM1621"));
  EXPECT_THAT(area->crumbs,
              ElementsAre(Pair("Lansingerland", "/lansingerland"), Pair("Berkel", "/lansingerland/berkel")));
  EXPECT_FALSE(area->is_municipality);
  EXPECT_EQ(directory.find("BU16212131")->path, area->path);
}

TEST(DirectoryTest, TheMunicipalityHasNoSlugOfItsOwn) {
  const auto database = with_lansingerland();
  const Directory directory(*database, "/lansingerland");
  const auto municipality = directory.find_by_slug("");
  ASSERT_TRUE(municipality);
  EXPECT_TRUE(municipality->is_municipality);
  EXPECT_EQ(municipality->path, "/lansingerland");
  EXPECT_TRUE(municipality->crumbs.empty());
  EXPECT_FALSE(directory.find_by_slug("lansingerland"));
  EXPECT_FALSE(directory.find_by_slug("onbekend"));
}

TEST(DirectoryTest, FindsTheNeighbourhoodOfAPoint) {
  const auto database = with_lansingerland();
  const Directory directory(*database, "/lansingerland");
  const auto centre = database->read([](db::Transaction& tx) { return find_area(tx, "BU16212131")->centre; });
  EXPECT_EQ(directory.find_at(centre)->key, "BU16212131");
  EXPECT_FALSE(directory.find_at({5.387206, 52.155174}));
}

TEST(DirectoryTest, AnEmptyDatabaseHasNoAreas) {
  const auto database = db::testing::fresh(db::Engine::sqlite, migrations());
  const Directory directory(*database, "");
  EXPECT_FALSE(directory.find_by_slug(""));
  EXPECT_FALSE(directory.find_at({4.5, 52.0}));
}

TEST(DirectoryTest, AnswersInsideATransactionFromWhatItKnows) {
  const auto database = db::testing::fresh(db::Engine::sqlite, migrations());
  const Directory directory(*database, "/voorbeeldstad");
  const auto changed = database->write(
      [&](db::Transaction& tx) { return import_areas(tx, squares({{0, "BU00010101", "Aalbuurt"}})); });
  ASSERT_TRUE(changed);
  EXPECT_FALSE(database->read([&](db::Transaction&) { return directory.find("BU00010101"); }));
  EXPECT_TRUE(directory.find("BU00010101"));
}

TEST(DirectoryTest, NoticesThatAreasHaveChanged) {
  const auto database = db::testing::fresh(db::Engine::sqlite, migrations());
  const Directory directory(*database, "/voorbeeldstad");
  const auto import = [&](const ImportAreas& file) {
    ASSERT_TRUE(database->write([&](db::Transaction& tx) { return import_areas(tx, file); }));
  };
  import(squares({{0, "BU00010101", "Haven"}}, 2022));
  EXPECT_EQ(directory.find_by_slug("haven")->key, "BU00010101");
  import(squares({{0, "BU00010101", "Nieuwe Haven"}}, 2023));
  // The former slug still finds it, with the path of today: the edge redirects.
  EXPECT_EQ(directory.find_by_slug("haven")->path, "/voorbeeldstad/nieuwe-haven");
  EXPECT_EQ(directory.find_by_slug("nieuwe-haven")->path, "/voorbeeldstad/nieuwe-haven");
}

TEST(DirectoryTest, ManyMayAskWhileAreasChange) {
  const auto database = db::testing::fresh(db::Engine::sqlite, migrations());
  const Directory directory(*database, "/voorbeeldstad");
  const auto import = [&](int vintage) {
    return database->write([&](db::Transaction& tx) {
      return import_areas(tx, squares({{0, "BU00010101", "Haven"}}, vintage)).has_value();
    });
  };
  ASSERT_TRUE(import(2000));
  std::vector<std::jthread> askers;
  for (int i = 0; i < 3; ++i)
    askers.emplace_back([&] {
      for (int n = 0; n < 200; ++n) EXPECT_TRUE(directory.find_by_slug("haven"));
    });
  for (int vintage = 2001; vintage < 2010; ++vintage) EXPECT_TRUE(import(vintage));
}

}  // namespace
}  // namespace wijktafel::places
