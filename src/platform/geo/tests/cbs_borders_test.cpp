// The real borders of Lansingerland (CBS, Kadaster, 2022). They lie beside the project, not in it: without
// them these tests are skipped. WIJKTAFEL_SHARED says where, otherwise ../shared beside the sources.
#include <filesystem>
#include <gtest/gtest.h>
#include <map>
#include <set>

#include "base/tests/shared_folder.hpp"
#include "platform/geo/geometry.hpp"

namespace wijktafel::geo {
namespace {

class CbsBorders : public testing::Test {
 protected:
  void SetUp() override {
    const auto folder = shared_folder("data/cbs");
    if (!folder) GTEST_SKIP() << "no borders in ../shared/data/cbs";
    folder_ = *folder;
  }

  std::vector<Feature> features(const std::string& name) const {
    auto read = read_geojson(text_of(folder_ / name));
    EXPECT_TRUE(read) << name << ": " << (read ? "" : read.error().front().reason);
    return read ? std::move(*read) : std::vector<Feature>();
  }

  std::filesystem::path folder_;
};

TEST_F(CbsBorders, ThereAreSixtyOneNeighbourhoodsOfTogetherFiftySixSquareKilometres) {
  const auto neighbourhoods = features("lansingerland_buurten_2022_wgs84.geojson");
  EXPECT_EQ(neighbourhoods.size(), 61u);
  double total = 0;
  for (const auto& neighbourhood : neighbourhoods) total += area_km2(neighbourhood.shape);
  EXPECT_NEAR(total, 56.8, 0.568);
}

TEST_F(CbsBorders, TheFileInRdNewAgreesWithinAMetre) {
  const auto degrees = features("lansingerland_buurten_2022_wgs84.geojson");
  const auto metres = features("lansingerland_buurten_2022_rd.geojson");
  ASSERT_EQ(degrees.size(), metres.size());
  for (std::size_t i = 0; i < degrees.size(); ++i) {
    ASSERT_EQ(degrees[i].properties.at("statcode"), metres[i].properties.at("statcode"));
    const auto& one = degrees[i].shape.front().outer;
    const auto& other = metres[i].shape.front().outer;
    ASSERT_EQ(one.size(), other.size());
    for (std::size_t corner = 0; corner < one.size(); ++corner)
      EXPECT_LT(distance_m(one[corner], other[corner]), 1.0);
  }
}

TEST_F(CbsBorders, TheSixteenDistrictsAreMadeOfTheirNeighbourhoods) {
  std::map<std::string, std::vector<MultiPolygon>> districts;
  std::vector<MultiPolygon> all;
  for (auto& neighbourhood : features("lansingerland_buurten_2022_wgs84.geojson")) {
    districts[neighbourhood.properties.at("wkCode")].push_back(neighbourhood.shape);
    all.push_back(std::move(neighbourhood.shape));
  }
  EXPECT_EQ(districts.size(), 16u);
  double total = 0;
  for (const auto& [code, shapes] : districts) {
    const auto outline = dissolve(shapes);
    double sum = 0;
    for (const auto& shape : shapes) sum += area_km2(shape);
    EXPECT_NEAR(area_km2(outline), sum, sum / 1000) << code;
    for (const auto& shape : shapes) EXPECT_TRUE(contains(outline, centre(shape))) << code;
    total += area_km2(outline);
  }
  const auto municipality = dissolve(all);
  EXPECT_NEAR(area_km2(municipality), total, 0.05);
  // The outer edges form closed loops (SOURCES.md of the data counts 42 of them).
  std::size_t edges = 0;
  for (const auto& polygon : municipality) {
    edges += polygon.outer.size() - 1;
    for (const auto& hole : polygon.holes) edges += hole.size() - 1;
  }
  EXPECT_EQ(edges, 42u);
}

TEST_F(CbsBorders, EveryCentreIsFoundInItsOwnNeighbourhood) {
  std::vector<std::pair<std::string, MultiPolygon>> shapes;
  for (const auto& neighbourhood : features("lansingerland_buurten_2022_wgs84.geojson"))
    shapes.emplace_back(neighbourhood.properties.at("statcode"), neighbourhood.shape);
  const ShapeIndex index(shapes);
  for (const auto& [code, shape] : shapes) EXPECT_EQ(index.find(centre(shape)), code);
}

TEST_F(CbsBorders, DetailedBordersOfAnotherMunicipalityAreReadToo) {
  const auto districts = features("alkmaar_wijken_2024_wgs84.geojson");
  EXPECT_EQ(districts.size(), 8u);
  std::vector<MultiPolygon> shapes;
  double total = 0;
  for (const auto& district : districts) {
    shapes.push_back(district.shape);
    total += area_km2(district.shape);
  }
  EXPECT_NEAR(area_km2(dissolve(shapes)), total, total / 1000);
}

}  // namespace
}  // namespace wijktafel::geo
