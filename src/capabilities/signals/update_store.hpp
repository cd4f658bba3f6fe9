// All SQL about what people add to a signal.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "capabilities/signals/signals.hpp"

namespace wijktafel::signals::store {

enum class UpdateId : std::int64_t {};

struct UpdateRow {
  UpdateId id{};
  ItemId item{};
  std::optional<std::int64_t> sequence = {};  // entry of the history that holds the text; none while it waits
  std::optional<PersonId> person = {};
  std::optional<OrganisationId> organisation = {};
  bool is_reporter = false;       // by the secret link
  std::string waiting_text = {};  // "" once it is shown
  Instant written_at{};
  std::optional<Instant> shown_at = {};
};

UpdateId insert_update(db::Transaction& tx, const UpdateRow& row);
void update_update(db::Transaction& tx, const UpdateRow& row);
std::optional<UpdateRow> find_update(db::Transaction& tx, UpdateId id);
std::optional<UpdateRow> find_update(db::Transaction& tx, ItemId item, std::int64_t sequence);
// Of this item written at or after `from`, newest first, also those that wait.
std::vector<UpdateRow> written_since(db::Transaction& tx, ItemId item, Instant from, int most);
// Those that can be read, of one item, oldest first.
std::vector<UpdateRow> shown_updates(db::Transaction& tx, ItemId item, int most);
// Those that can be read, of all items, that were shown from `from` until just before `until`; oldest first.
std::vector<UpdateRow> shown_between(db::Transaction& tx, Instant from, Instant until, int most);
void remove_update(db::Transaction& tx, UpdateId id);
void remove_updates(db::Transaction& tx, ItemId item);

// --- what waits for a look ---
void put_update_in_work(db::Transaction& tx, const std::vector<std::string>& lineage, UpdateId id);
void take_update_from_work(db::Transaction& tx, UpdateId id);
std::vector<UpdateRow> waiting_updates(db::Transaction& tx, std::string_view area,
                                       std::optional<UpdateId> after, int most);
std::int64_t count_waiting_updates(db::Transaction& tx, std::string_view area);

}  // namespace wijktafel::signals::store
