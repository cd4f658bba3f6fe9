#include "capabilities/places/reads/find_by_address.hpp"

#include "capabilities/places/store.hpp"

namespace wijktafel::places {

bool has_addresses(db::Transaction& tx) { return store::has_addresses(tx); }

Result<Area, AddressRefusal> find_by_address(db::Transaction& tx, std::string_view postcode,
                                             std::string_view house_number) {
  const auto typed = read_address(postcode, house_number);
  if (!typed) return std::unexpected(typed.error());
  std::optional<std::string> key;
  if (typed->house_number) key = store::area_of_address(tx, typed->postcode, *typed->house_number);
  if (!key) {
    const auto areas = store::areas_of_postcode(tx, typed->postcode);
    if (areas.empty()) return std::unexpected(UnknownAddress{});
    if (areas.size() > 1 && !typed->house_number) return std::unexpected(HouseNumberNeeded{});
    if (areas.size() > 1) return std::unexpected(UnknownAddress{});
    key = areas.front();
  }
  const auto area = store::find(tx, *key);
  if (!area) return std::unexpected(UnknownAddress{});
  return *area;
}

}  // namespace wijktafel::places
