// What an administrator does with destinations: add, change, end, ask to try the connection, and say which of
// our themes is which of their services.
#pragma once

#include <variant>

#include "capabilities/forwarding/store.hpp"

namespace wijktafel::forwarding {

struct SaveDestination {
  OrganisationId organisation{};
  std::string kind = "open311";  // not changed afterwards
  std::string title = {};
  std::string endpoint = {};
  std::string format = "xml";
  std::string jurisdiction = {};
  std::string credential = {};
  bool is_automatic = false;
  bool has_updates = false;
  std::vector<std::string> areas = {};
  std::vector<std::string> themes = {};
  bool is_tried = true;  // a new system is asked at once what it offers
};

struct DestinationEnded {};
struct UnknownOrganisation {};
struct NotAnAddress {};     // of a system: http or https
struct NotAMailAddress {};  // of a department
struct UnknownArea {};
using SaveRefusal =
    std::variant<DestinationEnded, UnknownOrganisation, NotAnAddress, NotAMailAddress, UnknownArea>;

Result<DestinationId, SaveRefusal> add_destination(const web::Service& service, db::Transaction& tx,
                                                   Instant now, const SaveDestination& form);
Result<void, SaveRefusal> change_destination(const web::Service& service, db::Transaction& tx,
                                             DestinationId id, const SaveDestination& form);
// Nothing goes there any more; what went stays as it is.
void end_destination(db::Transaction& tx, Instant now, DestinationId id);
void ask_to_try(db::Transaction& tx, Instant now, DestinationId id);
void save_services(db::Transaction& tx, DestinationId id, const std::vector<store::ThemeLine>& lines,
                   const std::vector<store::Answer>& answers);

}  // namespace wijktafel::forwarding
