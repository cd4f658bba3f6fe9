#include "capabilities/places/tests/places_support.hpp"

#include <fmt/format.h>

#include "platform/embedded/embedded.hpp"

namespace wijktafel::places {

ImportAreas lansingerland() {
  const auto borders = embedded::find("capabilities/places/data/lansingerland_buurten_2022.geojson");
  WIJKTAFEL_ASSERT(borders, "the borders come with the program");
  return {.municipality_code = "GM1621",
          .municipality_name = "Lansingerland",
          .vintage = 2022,
          .source = "CBS, Kadaster, 2022, CC BY 4.0",
          .geojson = std::string(*borders)};
}

std::vector<db::Migration> migrations() {
  return db::embedded_migrations(0, "capabilities/places/migrations", "places");
}

std::unique_ptr<db::Database> with_lansingerland(db::Engine engine) {
  auto database = db::testing::fresh(engine, migrations());
  const auto imported =
      database->write([](db::Transaction& tx) { return import_areas(tx, lansingerland()); });
  WIJKTAFEL_ASSERT(imported, "the borders that come with the program are sound");
  return database;
}

ImportAreas squares(const std::vector<SquareArea>& areas, int vintage) {
  std::string features;
  for (const auto& area : areas) {
    const double west = 4.5 + area.square * 0.01;
    const double east = 4.5 + (area.square + 1) * 0.01;
    features += fmt::format(
        R"({}{{"type":"Feature","properties":{{"statcode":"{}","statnaam":"{}","wkNaam":"{}"{}}},"geometry":{{"type":"Polygon",)"
        R"("coordinates":[[[{:.2f},52.00],[{:.2f},52.00],[{:.2f},52.01],[{:.2f},52.01],[{:.2f},52.00]]]}}}})",
        features.empty() ? "" : ",", area.code, area.name, area.district, area.more, west, east, east, west,
        west);
  }
  return {.municipality_code = "GM0001",
          .municipality_name = "Voorbeeldstad",
          .vintage = vintage,
          .source = "verzonnen",
          .geojson = R"({"type":"FeatureCollection","features":[)" + features + "]}"};
}

geo::Point middle_of_square(int square) { return {4.505 + square * 0.01, 52.005}; }

}  // namespace wijktafel::places
