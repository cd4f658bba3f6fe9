// Everything that the page of one signal shows, but who reported it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "capabilities/signals/model.hpp"
#include "capabilities/signals/model/ending.hpp"
#include "capabilities/signals/signals.hpp"

namespace wijktafel::signals {

struct SignalDetail {
  items::Item item;
  Kind kind{};
  Status status{};
  std::string chance;
  bool neighbours_may = false;  // who told it wants that, and no duty of care goes before it
  std::string waiting_for;
  std::string holder;                     // name of the organisation that has it; "" when nobody has
  bool is_with_neighbours = false;        // who picked it up
  std::vector<std::string> coordinators;  // names, of the area or of what lies above it
  std::optional<Date> confirm_until;      // while it waits for the word of its reporter
  std::vector<items::Photo> photos;       // also those that are not shown yet
  std::vector<items::ChainStep> chain;
  Date suggested_date;                          // when the reporter hears something, if the term begins today
  bool is_reachable = false;                    // by mail or telephone
  std::optional<Ending> ending = std::nullopt;  // nothing while it is open
  std::optional<int> still_so_after =
      std::nullopt;                     // months; while who told it is asked whether it is still so
  std::optional<items::Item> original;  // of a duplicate
  std::vector<items::Item> duplicates;
};

// Only what the caller may see.
std::optional<SignalDetail> read_signal(const web::Call& call, db::Transaction& tx, ItemId id);
// For whoever told it, by the secret link: also when it is not public (any more), then with its own history
// only.
std::optional<SignalDetail> read_own_signal(const web::Call& call, db::Transaction& tx, ItemId id);

}  // namespace wijktafel::signals
