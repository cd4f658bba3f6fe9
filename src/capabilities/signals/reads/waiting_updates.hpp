// What somebody added who is not signed in, and that nobody has looked at yet.
#pragma once

#include <optional>
#include <vector>

#include "capabilities/signals/update_store.hpp"

namespace wijktafel::signals {

struct WaitingUpdate {
  store::UpdateId id{};
  items::Item item;
  std::string text;
  Instant written_at{};
};
struct WaitingUpdates {
  std::vector<WaitingUpdate> updates;                   // the oldest first
  std::optional<store::UpdateId> later = std::nullopt;  // there are more after this one
};
WaitingUpdates waiting_updates(const web::Call& call, db::Transaction& tx,
                               std::optional<store::UpdateId> after);
std::int64_t count_waiting_updates(db::Transaction& tx, std::string_view area);
// The item that a waiting update is about.
std::optional<ItemId> item_of_update(db::Transaction& tx, store::UpdateId id);

}  // namespace wijktafel::signals
