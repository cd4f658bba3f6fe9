// Offers of help that came back on strips, for the coordinator.
#pragma once

#include "capabilities/sheets/sheets.hpp"

namespace wijktafel::sheets {

struct OfferedHelp {
  std::int64_t offer = 0;
  items::Item item;
  std::string phone;
  Instant offered_at{};
};
std::vector<OfferedHelp> help_waiting(const web::Call& call, db::Transaction& tx, std::string_view area,
                                      int limit);
std::int64_t count_help_waiting(db::Transaction& tx, std::string_view area);

}  // namespace wijktafel::sheets
