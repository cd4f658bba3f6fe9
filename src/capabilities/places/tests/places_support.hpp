// A database with the borders that come with the program, for the tests of places.
#pragma once

#include <memory>
#include <string>

#include "capabilities/places/actions/import_areas.hpp"
#include "platform/db/testing.hpp"

namespace wijktafel::places {

// The 61 neighbourhoods of Lansingerland as CBS has them.
ImportAreas lansingerland();
std::vector<db::Migration> migrations();
std::unique_ptr<db::Database> with_lansingerland(db::Engine engine = db::Engine::sqlite);

// A file with one square per area, for what real borders do not have. Squares are a hundredth of a degree,
// numbered from the west along 52 degrees north.
struct SquareArea {
  int square = 0;
  std::string code;
  std::string name;
  std::string district = "Wijk 01 Zuid";
  std::string more = {};  // other properties, as JSON: `,"level":"village"`
};
ImportAreas squares(const std::vector<SquareArea>& areas, int vintage = 2022);
geo::Point middle_of_square(int square);

}  // namespace wijktafel::places
