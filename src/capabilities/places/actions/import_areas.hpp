// Borders from a file come in: neighbourhoods, districts, or areas of one's own (villages, streets,
// complexes, drawn). Districts are made of their neighbourhoods and the municipality of all, so that the
// three always fit.
#pragma once

#include "capabilities/places/model.hpp"

namespace wijktafel::places {

struct ImportAreas {
  std::string municipality_code;  // "GM1621"
  std::string municipality_name;
  int vintage = 0;     // year of the borders
  std::string source;  // whom to name, as shown: "CBS, Kadaster, 2022, CC BY 4.0"
  std::string geojson;
};
struct ImportedAreas {
  std::size_t areas = 0;  // written, with the districts and the municipality that were made
  std::size_t ended = 0;  // no longer in the borders
};

// The levels that are in the file are replaced; what is gone from them is kept, but no longer current. An
// area keeps its slug as long as it keeps its name; a former slug leads on. Everything that is wrong is said
// at once and nothing changes.
Result<ImportedAreas, std::vector<Fault>> import_areas(db::Transaction& tx, const ImportAreas& file);

}  // namespace wijktafel::places
