// The face towards other capabilities for what people add to a signal.
#include "capabilities/signals/signals.hpp"
#include "capabilities/signals/update_store.hpp"

namespace wijktafel::signals {
namespace {

Update update_of(db::Transaction& tx, const store::UpdateRow& row) {
  const auto entry = items::entry_text(tx, row.item, *row.sequence);
  return {.item = row.item,
          .sequence = *row.sequence,
          .text = entry ? entry->text : std::string(),
          .from = row.organisation,
          .by_reporter = row.is_reporter,
          .shown_at = *row.shown_at};
}

std::vector<Update> updates_of_rows(db::Transaction& tx, const std::vector<store::UpdateRow>& rows) {
  std::vector<Update> all;
  all.reserve(rows.size());
  for (const auto& row : rows) all.push_back(update_of(tx, row));
  return all;
}

}  // namespace

std::optional<Update> find_update(db::Transaction& tx, ItemId item, std::int64_t sequence) {
  const auto row = store::find_update(tx, item, sequence);
  if (!row || !row->shown_at) return std::nullopt;
  return update_of(tx, *row);
}

std::vector<Update> updates_of(db::Transaction& tx, ItemId item, int most) {
  return updates_of_rows(tx, store::shown_updates(tx, item, most));
}

std::vector<Update> updates_between(db::Transaction& tx, Instant from, Instant until, int most) {
  return updates_of_rows(tx, store::shown_between(tx, from, until, most));
}

}  // namespace wijktafel::signals
