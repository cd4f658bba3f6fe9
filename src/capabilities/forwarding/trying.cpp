#include "capabilities/forwarding/trying.hpp"

#include "capabilities/forwarding/sending.hpp"

namespace wijktafel::forwarding {
namespace {

// More definitions than this are not asked in one go.
constexpr int definitions_most = 60;
constexpr std::chrono::seconds patience{10};
// All together within what outside work may take.
constexpr std::chrono::seconds patience_in_all{150};

struct Found {
  Fault fault;
  std::string changeset;  // of its discovery; "" when it has none
  std::vector<store::Service> services;
};

fetch::Request asked(const store::Destination& destination, const std::string& resource) {
  return {.url = open311::url_of(destination.open311_endpoint(), resource), .patience = patience};
}

// Discovery is looked at when it is there; many systems have none, and work.
Found look(const store::Destination& destination) {
  const auto begun = std::chrono::steady_clock::now();
  const auto answer = fetch::fetch(asked(destination, "services"));
  Found found{.fault = fault_of(answer), .changeset = {}, .services = {}};
  if (!found.fault.word.empty()) return found;
  const auto services = open311::read_services(answer->body);
  if (!services) {
    found.fault = {.word = "not_understood"};
    return found;
  }
  if (services->empty()) found.fault = {.word = "no_services"};
  if (const auto discovery = fetch::fetch(asked(destination, "discovery")); fault_of(discovery).word.empty())
    found.changeset = open311::changeset_of_discovery(discovery->body).value_or("");
  int definitions = 0;
  for (const auto& service : *services) {
    store::Service kept{.code = service.code, .title = service.name, .description = service.description};
    const bool is_time_left = std::chrono::steady_clock::now() - begun < patience_in_all;
    if (service.has_definition && is_time_left && ++definitions <= definitions_most) {
      const auto said = fetch::fetch(asked(destination, "services/" + http::percent_encoded(service.code)));
      if (fault_of(said).word.empty())
        kept.attributes = open311::read_definition(said->body).value_or(std::vector<open311::Attribute>{});
    }
    found.services.push_back(std::move(kept));
  }
  return found;
}

void keep(db::Transaction& tx, DestinationId id, const Found& found, Instant now) {
  auto destination = store::find(tx, id);
  if (!destination) return;
  destination->tried_at = now;
  destination->try_fault = found.fault.word;
  destination->try_detail =
      kept(found.fault.word.empty() ? found.changeset : found.fault.detail, detail_most);
  store::update(tx, *destination);
  // What was known stays when nothing came.
  if (!found.services.empty()) store::replace_services(tx, id, found.services);
}

}  // namespace

jobs::JobKinds::OutsideWork prepare_try(const web::Service& service, db::Transaction& tx,
                                        const Facts& payload, Instant) {
  const DestinationId id{fact_number(payload, "destination")};
  const auto destination = store::find(tx, id);
  if (!destination || destination->ended_at || destination->kind != "open311") return {};
  return [&service, destination = *destination] {
    const auto found = look(destination);
    service.database.write(
        [&](db::Transaction& later) { keep(later, destination.id, found, service.clock.now()); });
  };
}

}  // namespace wijktafel::forwarding
