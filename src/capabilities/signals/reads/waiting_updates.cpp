#include "capabilities/signals/reads/waiting_updates.hpp"

namespace wijktafel::signals {
namespace {

constexpr int updates_of_page = 20;

}  // namespace

WaitingUpdates waiting_updates(const web::Call& call, db::Transaction& tx,
                               std::optional<store::UpdateId> after) {
  WaitingUpdates found;
  const auto rows = store::waiting_updates(tx, call.area->key, after, updates_of_page + 1);
  for (const auto& row : rows) {
    if (static_cast<int>(&row - rows.data()) == updates_of_page) {
      found.later = rows[updates_of_page - 1].id;
      break;
    }
    // Of what only named roles may see, nothing is shown to others, also not what somebody added.
    auto item = items::find_visible(call, tx, row.item);
    if (!item) continue;
    found.updates.push_back({row.id, std::move(*item), row.waiting_text, row.written_at});
  }
  return found;
}

std::int64_t count_waiting_updates(db::Transaction& tx, std::string_view area) {
  return store::count_waiting_updates(tx, area);
}

std::optional<ItemId> item_of_update(db::Transaction& tx, store::UpdateId id) {
  const auto row = store::find_update(tx, id);
  if (!row) return std::nullopt;
  return row->item;
}

}  // namespace wijktafel::signals
