#include "capabilities/forwarding/reads/destinations.hpp"

namespace wijktafel::forwarding {

std::vector<DestinationDetail> list_destinations(db::Transaction& tx) {
  std::vector<DestinationDetail> all;
  for (auto& destination : store::all(tx)) {
    auto organisation = organisations::name_of(tx, destination.organisation);
    all.push_back(
        {.destination = std::move(destination), .organisation = std::move(organisation), .services = {}});
  }
  return all;
}

std::optional<DestinationDetail> read_destination(db::Transaction& tx, DestinationId id) {
  auto destination = store::find(tx, id);
  if (!destination) return std::nullopt;
  return DestinationDetail{.destination = *destination,
                           .organisation = organisations::name_of(tx, destination->organisation),
                           .services = store::services_of(tx, id)};
}

ServiceLines read_service_lines(db::Transaction& tx, DestinationId id) {
  return {.services = store::services_of(tx, id),
          .themes = themes::list_themes(tx),
          .lines = store::theme_lines(tx, id),
          .answers = store::answers_of(tx, id)};
}

std::int64_t count_failed(db::Transaction& tx) { return store::count_with_fault(tx); }

}  // namespace wijktafel::forwarding
