#include "capabilities/places/actions/import_addresses.hpp"

#include "capabilities/places/address_list.hpp"

namespace wijktafel::places {
namespace {

AreaKeys known_areas(db::Transaction& tx) {
  AreaKeys keys;
  for (const auto& area : store::all(tx)) {
    if (!area.is_current) continue;
    keys[area.key] = area.key;
    keys[area.slug] = area.key;
  }
  return keys;
}

}  // namespace

Result<std::size_t, std::vector<Fault>> import_addresses(db::Transaction& tx, std::string_view csv) {
  const auto read = read_address_list(known_areas(tx), csv);
  if (!read) return std::unexpected(read.error());
  store::replace_addresses(tx, *read);
  // Only the page on which people look for their address changes.
  if (const auto municipality = store::find_municipality(tx)) tx.touch(municipality->key);
  return read->size();
}

}  // namespace wijktafel::places
