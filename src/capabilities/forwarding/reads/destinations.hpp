// What an administrator sees of destinations.
#pragma once

#include <string>
#include <vector>

#include "capabilities/forwarding/store.hpp"
#include "capabilities/themes/themes.hpp"

namespace wijktafel::forwarding {

struct DestinationDetail {
  store::Destination destination;
  std::string organisation;
  std::vector<store::Service> services;
};
std::vector<DestinationDetail> list_destinations(db::Transaction& tx);  // without services
std::optional<DestinationDetail> read_destination(db::Transaction& tx, DestinationId id);

// Which of our themes is which of their services, and what is answered for each.
struct ServiceLines {
  std::vector<store::Service> services;
  std::vector<themes::Theme> themes;
  std::vector<store::ThemeLine> lines;
  std::vector<store::Answer> answers;
};
ServiceLines read_service_lines(db::Transaction& tx, DestinationId id);

// What was said about signals whose text was destroyed, and was not kept: by whom and when, the newest first.
struct UnkeptReply {
  std::string organisation;
  Instant heard_at{};
};
std::vector<UnkeptReply> read_unkept(db::Transaction& tx);

std::int64_t count_failed(db::Transaction& tx);

}  // namespace wijktafel::forwarding
