// All SQL about what waits for a moderator, and about the same report sent twice.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "capabilities/signals/signals.hpp"

namespace wijktafel::signals::store {

struct Hold {
  ItemId item{};
  std::string area;
  std::string reason;    // links, repeated_text, hidden_field, too_fast
  std::string decision;  // "" while it waits, shown, removed
  Instant held_at{};
};
void insert_hold(db::Transaction& tx, const Hold& hold);
std::optional<Hold> find_hold(db::Transaction& tx, ItemId item);
void decide_hold(db::Transaction& tx, ItemId item, std::string_view decision, Instant now);
// Oldest first, those after the item `after`.
std::vector<Hold> holds_in(db::Transaction& tx, std::string_view area, std::string_view decision,
                           std::int64_t after, int most);
std::int64_t count_holds(db::Transaction& tx, std::string_view area);  // that wait
// Of all areas where something waits that was held before then: area, and how many of those.
std::vector<std::pair<std::string, std::int64_t>> count_old_holds(db::Transaction& tx, Instant before);
std::vector<std::pair<std::string, std::int64_t>> count_holds_by_area(db::Transaction& tx);  // that wait

// The signal that this browser made of this body since then.
std::optional<ItemId> find_sent_body(db::Transaction& tx, std::string_view device_hash,
                                     std::string_view body_hash, Instant since);
void keep_sent_body(db::Transaction& tx, std::string_view device_hash, std::string_view body_hash,
                    ItemId item, Instant now);
// How many browsers sent this body since then.
std::int64_t senders_of_body(db::Transaction& tx, std::string_view body_hash, Instant since);
// Whether this browser sent this signal, as long as that is kept.
bool has_sent(db::Transaction& tx, std::string_view device_hash, ItemId item);
void remove_sent_bodies_before(db::Transaction& tx, Instant limit);

}  // namespace wijktafel::signals::store
