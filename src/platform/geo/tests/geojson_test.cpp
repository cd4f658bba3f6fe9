#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "platform/geo/geometry.hpp"

namespace wijktafel::geo {
namespace {

std::string feature(const std::string& geometry, const std::string& properties = "{}") {
  return R"({"type":"Feature","properties":)" + properties + R"(,"geometry":)" + geometry + "}";
}
std::string polygon(const std::string& rings) {
  return R"({"type":"Polygon","coordinates":[)" + rings + "]}";
}
std::string collection(const std::string& features, const std::string& more = "") {
  return R"({"type":"FeatureCollection",)" + more + R"("features":[)" + features + "]}";
}

const std::string good_ring = "[[4.5,52.0],[4.51,52.0],[4.51,52.01],[4.5,52.0]]";
const std::string rd_ring = "[[92000,446000],[93000,446000],[93000,447000],[92000,446000]]";

std::vector<std::string> reasons(const std::string& text) {
  const auto read = read_geojson(text);
  std::vector<std::string> found;
  if (read) return found;
  for (const auto& fault : read.error()) found.push_back(std::to_string(fault.feature) + " " + fault.reason);
  return found;
}

using testing::ElementsAre;

TEST(GeoJson, PropertiesBecomeText) {
  const auto read = read_geojson(collection(feature(
      polygon(good_ring), R"({"statnaam":"Oranjebuurt","inwoners":1385,"water":false,"leeg":null})")));
  ASSERT_TRUE(read);
  ASSERT_EQ(read->size(), 1u);
  EXPECT_EQ(read->front().properties.at("statnaam"), "Oranjebuurt");
  EXPECT_EQ(read->front().properties.at("inwoners"), "1385");
  EXPECT_EQ(read->front().properties.at("water"), "false");
  EXPECT_FALSE(read->front().properties.contains("leeg"));
}

TEST(GeoJson, AnyOfTheThreeGeometriesIsRead) {
  const auto read = read_geojson(collection(
      feature(polygon(good_ring)) + "," +
      feature(R"({"type":"MultiPolygon","coordinates":[[)" + good_ring + "],[" + good_ring + "]]}") + "," +
      feature(R"({"type":"Point","coordinates":[4.5,52.0,3.0]})")));
  ASSERT_TRUE(read);
  EXPECT_EQ((*read)[0].shape.size(), 1u);
  EXPECT_EQ((*read)[1].shape.size(), 2u);
  EXPECT_EQ((*read)[2].point, (Point{4.5, 52.0}));
}

TEST(GeoJson, RdNewIsSeenByItsNumbersOrSaidAndConverted) {
  const std::string said = R"("crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::28992"}},)";
  for (const auto& more : {std::string(), said}) {
    const auto read = read_geojson(collection(feature(polygon(rd_ring)), more));
    ASSERT_TRUE(read);
    EXPECT_NEAR(distance_m(read->front().shape.front().outer.front(), from_rd(92'000, 446'000)), 0, 0.01);
  }
}

TEST(GeoJson, DegreesInAFileThatSaysMetresAreRefused) {
  const std::string said = R"("crs":{"type":"name","properties":{"name":"EPSG:28992"}},)";
  EXPECT_THAT(reasons(collection(feature(polygon(good_ring)), said)), ElementsAre("1 two_systems"));
}

TEST(GeoJson, AnotherSystemIsRefused) {
  const std::string said = R"("crs":{"type":"name","properties":{"name":"EPSG:3857"}},)";
  EXPECT_THAT(reasons(collection(feature(polygon(good_ring)), said)), ElementsAre("0 unknown_crs"));
}

TEST(GeoJson, SwappedNumbersAreNamedAsSuch) {
  EXPECT_THAT(reasons(collection(feature(polygon("[[52.0,4.5],[52.0,4.51],[52.01,4.51],[52.0,4.5]]")))),
              ElementsAre("1 swapped"));
  EXPECT_THAT(
      reasons(collection(feature(polygon("[[446000,92000],[446000,93000],[447000,93000],[446000,92000]]")))),
      ElementsAre("1 swapped"));
}

TEST(GeoJson, EveryFaultIsNamedWithItsFeatureAtOnce) {
  const auto broken = collection(
      feature(polygon("[[4.5,52.0],[4.51,52.0],[4.51,52.01],[4.5,52.02]]")) + "," +
      feature(polygon(good_ring)) + "," + feature(polygon("[[4.5,52.0],[4.51,52.0],[4.5,52.0]]")) + "," +
      feature("null") + "," + feature(polygon("[[4.5,52],[13.4,52.5],[4.5,52.1],[4.5,52]]")) +
      R"(,{"type":"Iets"},)" + feature(R"({"type":"LineString","coordinates":[]})") + "," +
      feature(polygon(R"([["4",52],[4.5]])")));
  EXPECT_THAT(reasons(broken), ElementsAre("1 ring_not_closed", "3 ring_too_short", "4 no_geometry",
                                           "5 outside_the_netherlands", "6 not_a_feature",
                                           "7 unknown_geometry", "8 not_a_position"));
}

TEST(GeoJson, ABorderThatCrossesItselfIsRefused) {
  EXPECT_THAT(
      reasons(collection(feature(polygon("[[4.5,52.0],[4.51,52.01],[4.51,52.0],[4.5,52.01],[4.5,52.0]]")))),
      ElementsAre("1 ring_crosses_itself"));
}

TEST(GeoJson, WhatIsNotGeoJsonIsSaidToBe) {
  EXPECT_THAT(reasons(""), ElementsAre("0 not_json"));
  EXPECT_THAT(reasons("gebied;naam\n1;Oranjebuurt"), ElementsAre("0 not_json"));
  EXPECT_THAT(reasons("[]"), ElementsAre("0 not_a_collection"));
  EXPECT_THAT(reasons(R"({"type":"FeatureCollection"})"), ElementsAre("0 not_a_collection"));
  EXPECT_THAT(reasons(collection("")), ElementsAre("0 empty"));
  EXPECT_THAT(reasons(std::string(100'000, '[')), ElementsAre("0 not_json"));
}

TEST(GeoJson, AByteOrderMarkInFrontIsNoFault) {
  EXPECT_TRUE(read_geojson("\xEF\xBB\xBF" + collection(feature(polygon(good_ring)))));
}

TEST(GeoJson, AStoredBorderComesBackAsItWas) {
  const Ring hole{{4.502, 52.002}, {4.503, 52.002}, {4.503, 52.003}, {4.502, 52.002}};
  const MultiPolygon one{{{{4.5, 52.0}, {4.51, 52.0}, {4.51, 52.01}, {4.5, 52.0}}, {hole}}};
  const MultiPolygon two{one.front(), {hole, {}}};
  for (const auto& shape : {one, two}) {
    const auto back = shape_from_geojson(to_geojson(shape));
    ASSERT_EQ(back.size(), shape.size());
    EXPECT_EQ(back.front().outer, shape.front().outer);
    EXPECT_EQ(back.front().holes, shape.front().holes);
  }
  EXPECT_THROW(shape_from_geojson("{}"), Failure);
  EXPECT_THROW(shape_from_geojson("niets"), Failure);
}

}  // namespace
}  // namespace wijktafel::geo
