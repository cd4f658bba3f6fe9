// Where signals went, with the names that a page shows.
#pragma once

#include <string>
#include <vector>

#include "capabilities/forwarding/update_store.hpp"

namespace wijktafel::forwarding {

struct SentSignal {
  store::Sent sent;
  std::string organisation;  // whose system it is
  std::string destination;
  std::optional<Instant> next_try = {};             // of what failed
  std::optional<store::Update> failed_update = {};  // what was said later did not arrive: the first
  // Set when the system cannot be asked how this stands, with what is wrong.
  std::optional<store::Destination> unasked = {};
};
std::vector<SentSignal> read_sent(db::Transaction& tx, ItemId item);
// Where it may still go.
std::vector<store::Destination> read_choices(db::Transaction& tx, ItemId item);

struct FailedSignal {
  items::Item item;
  SentSignal last;
};
inline constexpr int failed_most = 50;
// What did not go, of this area and below it; the oldest first.
std::vector<FailedSignal> read_failed(const web::Service& service, db::Transaction& tx,
                                      std::string_view area);

// Whether this item may go out, and is one of this area.
bool is_of_area(db::Transaction& tx, ItemId item, std::string_view area);

}  // namespace wijktafel::forwarding
