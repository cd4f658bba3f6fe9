// Where signals went, with the names that a page shows.
#pragma once

#include <string>
#include <vector>

#include "capabilities/forwarding/store.hpp"

namespace wijktafel::forwarding {

struct SentSignal {
  store::Sent sent;
  std::string organisation;  // whose system it is
  std::string destination;
  bool has_update_fault = false;  // what was said later did not arrive
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
