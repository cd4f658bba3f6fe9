#include "capabilities/forwarding/actions/change_destination.hpp"

#include "capabilities/forwarding/hearing.hpp"
#include "capabilities/organisations/organisations.hpp"
#include "platform/fetch/fetch.hpp"
#include "platform/mail/mail.hpp"

namespace wijktafel::forwarding {
namespace {

std::optional<SaveRefusal> refusal_of(const web::Service& service, db::Transaction& tx,
                                      const std::string& kind, const SaveDestination& form) {
  if (!organisations::find_organisation(tx, form.organisation)) return UnknownOrganisation{};
  if (kind == "open311" && !fetch::is_address(form.endpoint)) return NotAnAddress{};
  if (kind == "mail" && !mail::is_address(form.endpoint)) return NotAMailAddress{};
  for (const auto& area : form.areas)
    if (!service.find_area(area)) return UnknownArea{};
  return std::nullopt;
}

void fill(store::Destination& destination, const SaveDestination& form) {
  destination.organisation = form.organisation;
  destination.title = form.title;
  destination.endpoint = form.endpoint;
  destination.format = form.format;
  destination.jurisdiction = form.jurisdiction;
  destination.credential = form.credential;
  destination.is_automatic = form.is_automatic;
  destination.has_updates = form.has_updates;
  destination.areas = form.areas;
  destination.themes = form.themes;
}

}  // namespace

Result<DestinationId, SaveRefusal> add_destination(const web::Service& service, db::Transaction& tx,
                                                   Instant now, const SaveDestination& form) {
  if (auto refusal = refusal_of(service, tx, form.kind, form)) return std::unexpected(*std::move(refusal));
  store::Destination destination{.kind = form.kind, .created_at = now};
  fill(destination, form);
  const auto id = store::insert(tx, destination);
  if (form.kind == "open311" && form.is_tried) ask_to_try(tx, now, id);
  return id;
}

Result<void, SaveRefusal> change_destination(const web::Service& service, db::Transaction& tx,
                                             DestinationId id, const SaveDestination& form) {
  auto destination = store::find(tx, id);
  if (!destination || destination->ended_at) return std::unexpected(DestinationEnded{});
  if (auto refusal = refusal_of(service, tx, destination->kind, form))
    return std::unexpected(*std::move(refusal));
  fill(*destination, form);
  store::update(tx, *destination);
  return {};
}

void end_destination(db::Transaction& tx, Instant now, DestinationId id) {
  auto destination = store::find(tx, id);
  if (!destination || destination->ended_at) return;
  destination->ended_at = now;
  store::update(tx, *destination);
}

void ask_to_try(db::Transaction& tx, Instant now, DestinationId id) {
  auto destination = store::find(tx, id);
  if (!destination || destination->ended_at || destination->kind != "open311") return;
  destination->try_asked_at = now;
  store::update(tx, *destination);
  jobs::enqueue(tx, "forwarding.try", {{"destination", raw(id)}}, now);
  if (!destination->poll_fault.empty()) enqueue_ask(tx, id, now);
}

void save_services(db::Transaction& tx, DestinationId id, const std::vector<store::ThemeLine>& lines,
                   const std::vector<store::Answer>& answers) {
  store::replace_theme_lines(tx, id, lines);
  store::replace_answers(tx, id, answers);
}

}  // namespace wijktafel::forwarding
