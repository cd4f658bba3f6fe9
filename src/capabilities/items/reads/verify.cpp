// Recomputes the chain of every item. Reads item by item in blocks, so that memory stays flat however large
// the archive.
#include "capabilities/items/history.hpp"
#include "capabilities/items/items.hpp"

namespace wijktafel::items {
namespace {

void check_texts(db::Transaction& tx, ItemId item, const std::vector<StoredEntry>& entries,
                 std::vector<ChainFault>& faults) {
  for (const auto& row : tx.query(
           "SELECT sequence, salt, text FROM item_history_text WHERE item = $1 ORDER BY sequence", item)) {
    const auto [sequence, salt, text] = row.as<std::int64_t, std::string, std::string>();
    const bool known = sequence >= 1 && sequence <= static_cast<std::int64_t>(entries.size());
    if (!known || entries[static_cast<std::size_t>(sequence - 1)].text_digest != digest_of_text(salt, text))
      faults.push_back({item, sequence, "text"});
  }
}

void check_item(db::Transaction& tx, ItemId item, const Head& head, std::vector<ChainFault>& faults) {
  const auto entries = entries_of(tx, item);
  Head reached;
  for (const auto& entry : entries) {
    if (entry.sequence != reached.sequence + 1 || entry.previous_hash != reached.hash)
      faults.push_back({item, entry.sequence, "gap"});
    if (hash_of(entry) != entry.hash) faults.push_back({item, entry.sequence, "hash"});
    reached = {entry.sequence, entry.hash};
  }
  if (reached.sequence != head.sequence || reached.hash != head.hash)
    faults.push_back({item, head.sequence, "tail"});
  check_texts(tx, item, entries, faults);
}

}  // namespace

std::vector<ChainFault> verify(db::Transaction& tx) {
  std::vector<ChainFault> faults;
  std::int64_t after = 0;
  while (true) {
    const auto rows =
        tx.query("SELECT id, head_sequence, head_hash FROM item WHERE id > $1 ORDER BY id LIMIT 500", after);
    if (rows.empty()) return faults;
    for (const auto& row : rows) {
      check_item(tx, row.get<ItemId>(0), {row.get<std::int64_t>(1), row.get<std::string>(2)}, faults);
      after = row.get<std::int64_t>(0);
    }
  }
}

}  // namespace wijktafel::items
