#include "capabilities/clusters/store.hpp"

#include <algorithm>

namespace wijktafel::clusters::store {
namespace {

constexpr std::string_view cluster_columns =
    "c.id, c.area, c.theme, c.state, c.made_at, c.agenda_item, c.meeting, c.decided_by, c.decided_at, "
    "c.reason";
constexpr std::string_view spot_columns =
    "s.item, s.x, s.y, s.reported_at, s.cluster, s.area, s.theme, s.invited_at";

Cluster cluster_of(const db::Row& row) {
  return {.id = row.get<ClusterId>(0),
          .area = row.get<std::string>(1),
          .theme = row.get<std::string>(2),
          .state = row.get<std::string>(3),
          .made_at = row.get<Instant>(4),
          .agenda_item = row.get<std::optional<ItemId>>(5),
          .meeting = row.get<std::optional<ItemId>>(6),
          .decided_by = row.get<std::optional<PersonId>>(7),
          .decided_at = row.get<std::optional<Instant>>(8),
          .reason = row.get<std::string>(9)};
}

SpotRow spot_of(const db::Row& row) {
  return {.spot = {.item = row.get<ItemId>(0),
                   .x_m = row.get<double>(1),
                   .y_m = row.get<double>(2),
                   .reported_at = row.get<Instant>(3),
                   .cluster = row.get<std::optional<ClusterId>>(4)},
          .area = row.get<std::string>(5),
          .theme = row.get<std::string>(6),
          .invited_at = row.get<std::optional<Instant>>(7)};
}

std::string select_clusters(std::string_view rest) {
  return "SELECT " + std::string(cluster_columns) + " FROM cluster c " + std::string(rest);
}
std::string select_spots(std::string_view rest) {
  return "SELECT " + std::string(spot_columns) + " FROM cluster_signal s " + std::string(rest);
}

std::vector<ItemId> first_column(const db::Rows& rows) {
  std::vector<ItemId> ids;
  for (const auto& row : rows) ids.push_back(row.get<ItemId>(0));
  return ids;
}

}  // namespace

ClusterId insert_cluster(db::Transaction& tx, const Cluster& cluster) {
  return tx.insert<ClusterId>(
      "INSERT INTO cluster (area, theme, state, made_at, agenda_item, meeting, decided_by, decided_at, "
      "reason) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id",
      cluster.area, cluster.theme, cluster.state, cluster.made_at, cluster.agenda_item, cluster.meeting,
      cluster.decided_by, cluster.decided_at, cluster.reason);
}

std::optional<Cluster> find_cluster(db::Transaction& tx, ClusterId id) {
  static const std::string sql = select_clusters("WHERE c.id = $1");
  const auto row = tx.find(sql, id);
  return row ? std::optional(cluster_of(*row)) : std::nullopt;
}

std::optional<Cluster> find_locked(db::Transaction& tx, ClusterId id) {
  tx.execute("UPDATE cluster SET state = state WHERE id = $1", id);
  return find_cluster(tx, id);
}

void update_cluster(db::Transaction& tx, const Cluster& cluster) {
  tx.execute(
      "UPDATE cluster SET state = $2, agenda_item = $3, meeting = $4, decided_by = $5, decided_at = $6, "
      "reason = $7 "
      "WHERE id = $1",
      cluster.id, cluster.state, cluster.agenda_item, cluster.meeting, cluster.decided_by, cluster.decided_at,
      cluster.reason);
}

std::vector<Cluster> list_clusters(db::Transaction& tx, const std::vector<std::string>& areas,
                                   std::string_view state, int most) {
  static const std::string sql =
      select_clusters("WHERE c.area = $1 AND c.state = $2 ORDER BY c.id DESC LIMIT $3");
  std::vector<Cluster> all;
  for (const auto& area : areas)
    for (const auto& row : tx.query(sql, area, state, most)) all.push_back(cluster_of(row));
  std::ranges::sort(all, std::greater(), &Cluster::id);
  if (all.size() > static_cast<std::size_t>(most)) all.resize(static_cast<std::size_t>(most));
  return all;
}

void hold_ground(db::Transaction& tx, std::string_view area, std::string_view theme) {
  tx.execute(
      "INSERT INTO cluster_ground (area, theme) VALUES ($1, $2) "
      "ON CONFLICT (area, theme) DO UPDATE SET theme = excluded.theme",
      area, theme);
}

void save_spot(db::Transaction& tx, const SpotRow& row) {
  const auto& spot = row.spot;
  tx.execute(
      "INSERT INTO cluster_signal (item, area, theme, square_x, square_y, x, y, reported_at) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (item) DO UPDATE SET area = excluded.area, "
      "theme = excluded.theme, square_x = excluded.square_x, square_y = excluded.square_y, x = excluded.x, "
      "y = excluded.y",
      spot.item, row.area, row.theme, square_of(spot.x_m), square_of(spot.y_m), spot.x_m, spot.y_m,
      spot.reported_at);
}

std::optional<SpotRow> find_spot(db::Transaction& tx, ItemId item) {
  static const std::string sql = select_spots("WHERE s.item = $1");
  const auto row = tx.find(sql, item);
  return row ? std::optional(spot_of(*row)) : std::nullopt;
}

void remove_spot(db::Transaction& tx, ItemId item) {
  tx.execute("DELETE FROM cluster_signal WHERE item = $1", item);
}

std::vector<Spot> spots_around(db::Transaction& tx, const SpotRow& row, int around, int days, int most) {
  static const std::string sql = select_spots(
      "LEFT JOIN cluster c ON c.id = s.cluster WHERE s.area = $1 AND s.theme = $2 AND s.square_x = $3 "
      "AND s.square_y BETWEEN $4 AND $5 AND s.reported_at BETWEEN $6 AND $7 "
      "AND (c.state IS NULL OR c.state <> 'dismissed') ORDER BY s.reported_at DESC, s.item DESC LIMIT $8");
  const auto x = square_of(row.spot.x_m), y = square_of(row.spot.y_m);
  const auto reach = std::chrono::days(days);
  std::vector<Spot> all;
  for (auto column = x - around; column <= x + around; ++column)
    for (const auto& found : tx.query(sql, row.area, row.theme, column, y - around, y + around,
                                      row.spot.reported_at - reach, row.spot.reported_at + reach, most))
      all.push_back(spot_of(found).spot);
  std::ranges::sort(all, std::greater(), &Spot::item);
  if (all.size() > static_cast<std::size_t>(most)) all.resize(static_cast<std::size_t>(most));
  std::ranges::sort(all, {}, &Spot::item);
  return all;
}

std::vector<SpotRow> spots_of(db::Transaction& tx, ClusterId cluster, int most) {
  static const std::string sql = select_spots("WHERE s.cluster = $1 ORDER BY s.item DESC LIMIT $2");
  std::vector<SpotRow> all;
  for (const auto& row : tx.query(sql, cluster, most)) all.push_back(spot_of(row));
  return all;
}

std::int64_t count_spots(db::Transaction& tx, ClusterId cluster) {
  return tx.find("SELECT COUNT(*) FROM cluster_signal WHERE cluster = $1", cluster)->get<std::int64_t>(0);
}

void set_cluster(db::Transaction& tx, ItemId item, std::optional<ClusterId> cluster) {
  tx.execute("UPDATE cluster_signal SET cluster = $2 WHERE item = $1", item, cluster);
}

void move_spots(db::Transaction& tx, ClusterId from, ClusterId to) {
  tx.execute("UPDATE cluster_signal SET cluster = $2 WHERE cluster = $1", from, to);
}

std::vector<ItemId> not_invited(db::Transaction& tx, ClusterId cluster, int most) {
  return first_column(tx.query(
      "SELECT item FROM cluster_signal WHERE cluster = $1 AND invited_at IS NULL ORDER BY item LIMIT $2",
      cluster, most));
}

void set_invited(db::Transaction& tx, ItemId item, Instant now) {
  tx.execute("UPDATE cluster_signal SET invited_at = $2 WHERE item = $1", item, now);
}

}  // namespace wijktafel::clusters::store
