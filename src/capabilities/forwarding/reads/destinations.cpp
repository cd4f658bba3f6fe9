#include "capabilities/forwarding/reads/destinations.hpp"

#include "capabilities/forwarding/update_store.hpp"

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

std::vector<UnkeptReply> read_unkept(db::Transaction& tx) {
  constexpr int shown_most = 20;
  std::vector<UnkeptReply> replies;
  for (const auto& unkept : store::newest_unkept(tx, shown_most))
    if (const auto destination = store::find(tx, unkept.destination))
      replies.push_back({.organisation = organisations::name_of(tx, destination->organisation),
                         .heard_at = unkept.heard_at});
  return replies;
}

std::int64_t count_failed(db::Transaction& tx) { return store::count_with_fault(tx); }

}  // namespace wijktafel::forwarding
