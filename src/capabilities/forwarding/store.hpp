// All SQL about destinations and what was sent there; what is told afterwards stands in update_store.hpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "capabilities/forwarding/forwarding.hpp"
#include "capabilities/forwarding/model.hpp"
#include "capabilities/forwarding/open311.hpp"

namespace wijktafel::forwarding::store {

struct Destination {
  DestinationId id{};
  OrganisationId organisation{};
  std::string kind = "open311";
  std::string title = {};
  std::string endpoint = {};   // address of the system, or of the department
  std::string format = "xml";  // xml or json
  std::string jurisdiction = {};
  std::string credential = {};  // what the key is called
  bool is_automatic = false;
  bool has_updates = false;
  std::vector<std::string> areas = {};   // empty: everywhere
  std::vector<std::string> themes = {};  // empty: every theme
  Instant created_at{};
  std::optional<Instant> ended_at = {};
  std::optional<Instant> try_asked_at = {};  // the connection is to be tried
  std::optional<Instant> tried_at = {};
  std::string try_fault = {};
  std::string try_detail = {};
  std::optional<Instant> polled_at = {};
  std::optional<Instant> updates_until = {};
  // What goes wrong when it is asked how its requests stand.
  std::string poll_fault = {};
  std::string poll_detail = {};
  std::optional<Instant> poll_fault_since = {};

  open311::Endpoint open311_endpoint() const {
    return {.base = endpoint, .format = format, .jurisdiction = jurisdiction};
  }
};

DestinationId insert(db::Transaction& tx, const Destination& destination);
void update(db::Transaction& tx, const Destination& destination);
std::optional<Destination> find(db::Transaction& tx, DestinationId id);
std::vector<Destination> all(db::Transaction& tx);      // also those that ended; by title, 100 at most
std::vector<Destination> current(db::Transaction& tx);  // by title, 100 at most

struct Service {
  std::string code;
  std::string title;
  std::string description;
  std::vector<open311::Attribute> attributes = {};
};
void replace_services(db::Transaction& tx, DestinationId id, const std::vector<Service>& services);
std::vector<Service> services_of(db::Transaction& tx, DestinationId id);

struct ThemeLine {
  std::string theme;  // "" every other theme
  std::string service;
};
std::vector<ThemeLine> theme_lines(db::Transaction& tx, DestinationId id);
void replace_theme_lines(db::Transaction& tx, DestinationId id, const std::vector<ThemeLine>& lines);

struct Answer {
  std::string service;
  std::string code;
  std::string answer;
};
std::vector<Answer> answers_of(db::Transaction& tx, DestinationId id);
void replace_answers(db::Transaction& tx, DestinationId id, const std::vector<Answer>& answers);

struct Sent {
  SentId id{};
  ItemId item{};
  DestinationId destination{};
  State state = State::waiting;
  std::string request_key = {};
  std::string receipt = {};
  std::string external_number = {};
  std::string external_status = {};
  int attempts = 0;
  bool is_unheard = false;     // an attempt was begun of which no end was heard yet
  bool may_be_double = false;  // an earlier attempt may have arrived
  bool is_over = false;        // closed there: not asked after any more
  std::optional<Instant> last_try = {};
  std::optional<Instant> next_try = {};
  std::string fault = {};
  std::string fault_detail = {};
  std::int64_t told_sequence = 0;
  std::optional<Instant> polled_at = {};
  Instant created_at{};
  std::optional<Instant> accepted_at = {};
  std::optional<Instant> fault_since = {};
  bool is_mail_underway = false;  // a mail of which nobody knows yet that it left
};
SentId insert(db::Transaction& tx, const Sent& sent);
void update(db::Transaction& tx, const Sent& sent);
std::optional<Sent> find_sent(db::Transaction& tx, SentId id);
std::optional<Sent> find_sent(db::Transaction& tx, ItemId item, DestinationId destination);
std::optional<Sent> find_by_number(db::Transaction& tx, DestinationId destination, std::string_view number);
std::vector<Sent> sent_of(db::Transaction& tx, ItemId item);  // in order, 20 at most
// With a fault, also of an update; the oldest first.
std::vector<Sent> with_fault(db::Transaction& tx, int most);
// Should have been tried before `limit`, and was not.
std::vector<SentId> overdue(db::Transaction& tx, Instant limit, int most);
// Accepted, and longest not asked after.
std::vector<Sent> to_poll(db::Transaction& tx, DestinationId destination, Instant before, int most);
// By mail, and not known to have left.
std::vector<Sent> mails_underway(db::Transaction& tx, int most);
// Signals and updates that did not go, and systems that cannot be asked.
std::int64_t count_with_fault(db::Transaction& tx);
std::int64_t count_waiting(db::Transaction& tx);

}  // namespace wijktafel::forwarding::store
