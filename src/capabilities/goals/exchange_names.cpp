#include "capabilities/goals/exchange_names.hpp"

#include <fmt/format.h>

#include "base/result.hpp"
#include "capabilities/accounts/accounts.hpp"
#include "capabilities/organisations/organisations.hpp"

namespace wijktafel::goals {

ItemId item_named(db::Transaction& tx, const std::string& key) {
  const auto found = items::find_by_key(tx, key);
  if (!found) throw Failure(fmt::format("there is no item \"{}\" at that moment", key));
  return *found;
}

std::vector<ItemId> items_named(db::Transaction& tx, const std::vector<std::string>& keys) {
  std::vector<ItemId> ids;
  ids.reserve(keys.size());
  for (const auto& key : keys) ids.push_back(item_named(tx, key));
  return ids;
}

OrganisationId organisation_named(db::Transaction& tx, const std::string& key) {
  const auto found = organisations::find_by_key(tx, key);
  if (!found) throw Failure(fmt::format("there is no organisation \"{}\"", key));
  return found->id;
}

identity::Actor actor_named(db::Transaction& tx, Instant now, const std::string& key) {
  auto actor = accounts::actor_by_key(tx, now, key);
  if (!actor) throw Failure(fmt::format("there is no person \"{}\"", key));
  return std::move(*actor);
}

web::AreaRef area_named(const web::Service& service, const std::string& key) {
  auto area = service.find_area(key);
  if (!area) throw Failure(fmt::format("there is no area \"{}\"", key));
  return std::move(*area);
}

}  // namespace wijktafel::goals
