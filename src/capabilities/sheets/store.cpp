#include "capabilities/sheets/store.hpp"

namespace wijktafel::sheets::store {

bool insert_entry(db::Transaction& tx, Instant now, std::string_view sending, ItemId item) {
  return tx.execute(
             "INSERT INTO sheet_entry (sending, item, entered_at) VALUES ($1, $2, $3) "
             "ON CONFLICT (sending) DO NOTHING",
             sending, item, now) > 0;
}

HelpId insert_help(db::Transaction& tx, Instant now, std::string_view area, ItemId item,
                   std::string_view phone) {
  return tx.insert<HelpId>(
      "INSERT INTO sheet_help (area, item, phone, offered_at) VALUES ($1, $2, $3, $4) RETURNING id", area,
      item, phone, now);
}

std::vector<Help> waiting_help(db::Transaction& tx, std::string_view area, int limit) {
  std::vector<Help> offers;
  for (const auto& row :
       tx.query("SELECT id, item, phone, offered_at FROM sheet_help WHERE area = $1 AND called_at IS NULL "
                "ORDER BY id DESC LIMIT $2",
                area, limit))
    offers.push_back({row.get<HelpId>(0), row.get<ItemId>(1), row.get<std::string>(2), row.get<Instant>(3)});
  return offers;
}

std::int64_t count_waiting(db::Transaction& tx, std::string_view area) {
  return tx.find("SELECT COUNT(*) FROM sheet_help WHERE area = $1 AND called_at IS NULL", area)
      ->get<std::int64_t>(0);
}

bool set_called(db::Transaction& tx, Instant now, std::string_view area, HelpId id) {
  return tx.execute(
             "UPDATE sheet_help SET called_at = $3, phone = '' WHERE area = $1 AND id = $2 "
             "AND called_at IS NULL",
             area, id, now) > 0;
}

std::int64_t forget_phones_before(db::Transaction& tx, Instant before) {
  return tx.execute("UPDATE sheet_help SET phone = '' WHERE phone <> '' AND offered_at < $1", before);
}

void remove_help_with(db::Transaction& tx, ItemId item) {
  tx.execute("DELETE FROM sheet_help WHERE item = $1", item);
}

}  // namespace wijktafel::sheets::store
