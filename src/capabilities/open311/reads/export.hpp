// Everything that is public, as CSV (RFC 4180), in the columns that Open311 proposes for bulk data.
#pragma once

#include <optional>
#include <string>

#include "capabilities/items/items.hpp"
#include "platform/web/call.hpp"

namespace wijktafel::open311 {

// An answer is made in memory: so many stay below some tens of megabytes, however large the archive.
inline constexpr int export_rows_most = 50'000;

struct Export {
  std::string csv;
  std::optional<items::ItemId> last;  // of this file, when the next one has more
};
// The oldest first, those after `after`. Read in portions, so that no reading lasts long.
Export export_csv(const web::Call& call, items::ItemId after, int rows_most = export_rows_most);

}  // namespace wijktafel::open311
