#include "capabilities/sheets/reads/help.hpp"

#include "capabilities/sheets/store.hpp"

namespace wijktafel::sheets {

std::vector<OfferedHelp> help_waiting(const web::Call& call, db::Transaction& tx, std::string_view area,
                                      int limit) {
  std::vector<OfferedHelp> offers;
  for (auto& one : store::waiting_help(tx, area, limit))
    if (auto item = items::find_visible(call, tx, one.item))
      offers.push_back({raw(one.id), std::move(*item), std::move(one.phone), one.offered_at});
  return offers;
}

std::int64_t count_help_waiting(db::Transaction& tx, std::string_view area) {
  return store::count_waiting(tx, area);
}

}  // namespace wijktafel::sheets
