#include "capabilities/signals/pickup_store.hpp"

namespace wijktafel::signals::store {
namespace {

const std::string columns =
    "id, item, person, organisation, shown_name, tells_by, began_at, ended_at, ended_as";

Pickup pickup_of(const db::Row& row) {
  return {.id = row.get<PickupId>(0),
          .item = row.get<ItemId>(1),
          .person = row.get<std::optional<PersonId>>(2),
          .organisation = row.get<std::optional<OrganisationId>>(3),
          .shown_name = row.get<std::string>(4),
          .tells_by = row.get<Date>(5),
          .began_at = row.get<Instant>(6),
          .ended_at = row.get<std::optional<Instant>>(7),
          .ended_as = row.get<std::string>(8)};
}

std::optional<Pickup> one_of(const std::optional<db::Row>& row) {
  if (!row) return std::nullopt;
  return pickup_of(*row);
}

}  // namespace

PickupId insert_pickup(db::Transaction& tx, const Pickup& pickup) {
  return tx.insert<PickupId>(
      "INSERT INTO signal_pickup (item, person, organisation, shown_name, tells_by, began_at, ended_at, "
      "ended_as) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id",
      pickup.item, pickup.person, pickup.organisation, pickup.shown_name, pickup.tells_by, pickup.began_at,
      pickup.ended_at, pickup.ended_as);
}

std::optional<Pickup> find_active_pickup(db::Transaction& tx, ItemId item) {
  return one_of(
      tx.find("SELECT " + columns + " FROM signal_pickup WHERE item = $1 AND ended_at IS NULL", item));
}

std::optional<Pickup> find_last_pickup(db::Transaction& tx, ItemId item) {
  return one_of(
      tx.find("SELECT " + columns +
                  " FROM signal_pickup WHERE item = $1 AND ended_at IS NOT NULL ORDER BY id DESC LIMIT 1",
              item));
}

void set_tells_by(db::Transaction& tx, PickupId id, Date tells_by) {
  tx.execute("UPDATE signal_pickup SET tells_by = $2 WHERE id = $1", id, tells_by);
}

void end_pickup(db::Transaction& tx, PickupId id, Instant now, std::string_view as) {
  tx.execute("UPDATE signal_pickup SET ended_at = $2, ended_as = $3 WHERE id = $1", id, now, as);
  tx.execute("UPDATE signal_helper SET reached_by = '' WHERE pickup = $1", id);
}

std::vector<Pickup> pickups_past(db::Transaction& tx, Date today, int most) {
  std::vector<Pickup> past;
  for (const auto& row : tx.query("SELECT " + columns +
                                      " FROM signal_pickup WHERE ended_at IS NULL AND tells_by < $1 "
                                      "ORDER BY tells_by, id LIMIT $2",
                                  today, most))
    past.push_back(pickup_of(row));
  return past;
}

void remove_pickups(db::Transaction& tx, ItemId item) {
  tx.execute("DELETE FROM signal_helper WHERE pickup IN (SELECT id FROM signal_pickup WHERE item = $1)",
             item);
  tx.execute("DELETE FROM signal_pickup WHERE item = $1", item);
}

bool was_done_by_neighbours(db::Transaction& tx, ItemId item) {
  const auto last = find_last_pickup(tx, item);
  return last && last->ended_as == "done";
}

void put_helper(db::Transaction& tx, PickupId pickup, const Helper& helper) {
  tx.execute(
      "INSERT INTO signal_helper (pickup, person, shown_name, reached_by, since) VALUES ($1, $2, $3, $4, $5) "
      "ON CONFLICT (pickup, person) DO UPDATE SET shown_name = $3, reached_by = $4",
      pickup, helper.person, helper.shown_name, helper.reached_by, helper.since);
}

bool remove_helper(db::Transaction& tx, PickupId pickup, PersonId person) {
  return tx.execute("DELETE FROM signal_helper WHERE pickup = $1 AND person = $2", pickup, person) == 1;
}

std::vector<Helper> helpers_of(db::Transaction& tx, PickupId pickup, int most) {
  std::vector<Helper> helpers;
  for (const auto& row : tx.query("SELECT person, shown_name, reached_by, since FROM signal_helper WHERE "
                                  "pickup = $1 ORDER BY since, id LIMIT $2",
                                  pickup, most))
    helpers.push_back(
        {row.get<PersonId>(0), row.get<std::string>(1), row.get<std::string>(2), row.get<Instant>(3)});
  return helpers;
}

std::vector<ItemId> forget_names_of(db::Transaction& tx, PersonId person) {
  std::vector<ItemId> items;
  for (const auto& row :
       tx.query("SELECT DISTINCT p.item FROM signal_pickup p LEFT JOIN signal_helper h ON h.pickup = p.id "
                "WHERE p.person = $1 OR h.person = $1",
                person))
    items.push_back(row.get<ItemId>(0));
  tx.execute("UPDATE signal_pickup SET shown_name = '' WHERE person = $1", person);
  tx.execute("UPDATE signal_helper SET shown_name = '', reached_by = '' WHERE person = $1", person);
  return items;
}

}  // namespace wijktafel::signals::store
