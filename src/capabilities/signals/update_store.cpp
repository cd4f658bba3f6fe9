#include "capabilities/signals/update_store.hpp"

namespace wijktafel::signals::store {
namespace {

const std::string columns =
    "u.id, u.item, u.sequence, u.person, u.organisation, u.is_reporter, u.waiting_text, u.written_at, "
    "u.shown_at";

UpdateRow row_of(const db::Row& row) {
  return {.id = row.get<UpdateId>(0),
          .item = row.get<ItemId>(1),
          .sequence = row.get<std::optional<std::int64_t>>(2),
          .person = row.get<std::optional<PersonId>>(3),
          .organisation = row.get<std::optional<OrganisationId>>(4),
          .is_reporter = row.get<bool>(5),
          .waiting_text = row.get<std::string>(6),
          .written_at = row.get<Instant>(7),
          .shown_at = row.get<std::optional<Instant>>(8)};
}

std::optional<UpdateRow> one_of(const std::optional<db::Row>& row) {
  if (!row) return std::nullopt;
  return row_of(*row);
}

std::vector<UpdateRow> all_of(const db::Rows& rows) {
  std::vector<UpdateRow> all;
  all.reserve(rows.size());
  for (const auto& row : rows) all.push_back(row_of(row));
  return all;
}

}  // namespace

UpdateId insert_update(db::Transaction& tx, const UpdateRow& row) {
  return tx.insert<UpdateId>(
      "INSERT INTO signal_update (item, sequence, person, organisation, is_reporter, waiting_text, "
      "written_at, shown_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id",
      row.item, row.sequence, row.person, row.organisation, row.is_reporter, row.waiting_text, row.written_at,
      row.shown_at);
}

void update_update(db::Transaction& tx, const UpdateRow& row) {
  tx.execute("UPDATE signal_update SET sequence = $2, waiting_text = $3, shown_at = $4 WHERE id = $1", row.id,
             row.sequence, row.waiting_text, row.shown_at);
}

std::optional<UpdateRow> find_update(db::Transaction& tx, UpdateId id) {
  return one_of(tx.find("SELECT " + columns + " FROM signal_update u WHERE u.id = $1", id));
}

std::optional<UpdateRow> find_update(db::Transaction& tx, ItemId item, std::int64_t sequence) {
  return one_of(tx.find("SELECT " + columns + " FROM signal_update u WHERE u.item = $1 AND u.sequence = $2",
                        item, sequence));
}

std::vector<UpdateRow> written_since(db::Transaction& tx, ItemId item, Instant from, int most) {
  return all_of(tx.query("SELECT " + columns +
                             " FROM signal_update u WHERE u.item = $1 AND u.written_at >= $2 "
                             "ORDER BY u.written_at DESC, u.id DESC LIMIT $3",
                         item, from, most));
}

std::vector<UpdateRow> shown_updates(db::Transaction& tx, ItemId item, int most) {
  return all_of(tx.query("SELECT " + columns +
                             " FROM signal_update u WHERE u.item = $1 AND u.sequence IS NOT NULL "
                             "ORDER BY u.sequence LIMIT $2",
                         item, most));
}

std::vector<UpdateRow> shown_between(db::Transaction& tx, Instant from, Instant until, int most) {
  return all_of(tx.query("SELECT " + columns +
                             " FROM signal_update u WHERE u.shown_at >= $1 AND u.shown_at < $2 "
                             "ORDER BY u.shown_at, u.id LIMIT $3",
                         from, until, most));
}

void remove_update(db::Transaction& tx, UpdateId id) {
  take_update_from_work(tx, id);
  tx.execute("DELETE FROM signal_update WHERE id = $1", id);
}

void remove_updates(db::Transaction& tx, ItemId item) {
  tx.execute("DELETE FROM signal_update_waiting WHERE id IN (SELECT id FROM signal_update WHERE item = $1)",
             item);
  tx.execute("DELETE FROM signal_update WHERE item = $1", item);
}

void put_update_in_work(db::Transaction& tx, const std::vector<std::string>& lineage, UpdateId id) {
  for (const auto& area : lineage)
    tx.execute("INSERT INTO signal_update_waiting (area, id) VALUES ($1, $2)", area, id);
}

void take_update_from_work(db::Transaction& tx, UpdateId id) {
  tx.execute("DELETE FROM signal_update_waiting WHERE id = $1", id);
}

std::vector<UpdateRow> waiting_updates(db::Transaction& tx, std::string_view area,
                                       std::optional<UpdateId> after, int most) {
  return all_of(tx.query("SELECT " + columns +
                             " FROM signal_update_waiting w JOIN signal_update u ON u.id = w.id "
                             "WHERE w.area = $1 AND w.id > $2 ORDER BY w.id LIMIT $3",
                         area, after.value_or(UpdateId{}), most));
}

std::int64_t count_waiting_updates(db::Transaction& tx, std::string_view area) {
  return tx.find("SELECT COUNT(*) FROM signal_update_waiting WHERE area = $1", area)->get<std::int64_t>(0);
}

}  // namespace wijktafel::signals::store
