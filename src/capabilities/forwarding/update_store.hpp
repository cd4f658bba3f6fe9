// All SQL about what is told there after the signal itself, and what was heard from there.
#pragma once

#include "capabilities/forwarding/store.hpp"

namespace wijktafel::forwarding::store {

enum class UpdateId : std::int64_t {};

// An entry of the history of a signal, on its way to a system that has the signal.
struct Update {
  UpdateId id{};
  SentId sent{};
  std::int64_t sequence = 0;
  bool is_there = false;
  int attempts = 0;
  std::optional<Instant> next_try = {};
  std::string fault = {};
  std::string fault_detail = {};
};
// Once for each entry; nothing when it was there already.
std::optional<UpdateId> insert_update(db::Transaction& tx, SentId sent, std::int64_t sequence, Instant now);
void update(db::Transaction& tx, const Update& update);
std::optional<Update> find_update(db::Transaction& tx, UpdateId id);
std::vector<Update> failed_updates(db::Transaction& tx, SentId sent);  // in order, 100 at most
// What other systems said of faults with this item.
void forget_details(db::Transaction& tx, ItemId item);

// False when it was heard before.
bool hear(db::Transaction& tx, DestinationId destination, std::string_view update_key);

// Something was said that may not be kept: nothing of it, only that it came.
struct Unkept {
  DestinationId destination{};
  Instant heard_at{};
};
void insert_unkept(db::Transaction& tx, const Unkept& unkept);
std::vector<Unkept> newest_unkept(db::Transaction& tx, int most);
void forget_unkept_before(db::Transaction& tx, Instant limit);

}  // namespace wijktafel::forwarding::store
