#include "capabilities/signals/likeness_store.hpp"

#include <limits>

namespace wijktafel::signals::store {
namespace {

constexpr std::int64_t always = std::numeric_limits<std::int64_t>::max();

const std::string columns = "item, area, longitude, latitude, theme, stems, reported_at, shown_until";

std::vector<LikenessRow> rows_of(const db::Rows& rows) {
  std::vector<LikenessRow> all;
  all.reserve(rows.size());
  for (const auto& row : rows) {
    LikenessRow one{.item = row.get<ItemId>(0),
                    .area = row.get<std::string>(1),
                    .likened = {.stems = stems_in(row.get<std::string>(5)),
                                .theme = row.get<std::string>(4),
                                .reported_at = row.get<Instant>(6)}};
    const auto longitude = row.get<std::optional<double>>(2);
    const auto latitude = row.get<std::optional<double>>(3);
    if (longitude && latitude) one.likened.place = geo::Point{*longitude, *latitude};
    if (row.get<std::int64_t>(7) != always) one.shown_until = row.get<Instant>(7);
    all.push_back(std::move(one));
  }
  return all;
}

}  // namespace

void keep_likeness(db::Transaction& tx, const LikenessRow& row) {
  remove_likeness(tx, row.item);
  std::optional<double> longitude;
  std::optional<double> latitude;
  if (row.likened.place) {
    longitude = row.likened.place->longitude;
    latitude = row.likened.place->latitude;
  }
  tx.execute(
      "INSERT INTO signal_likeness (item, cell, area, longitude, latitude, theme, stems, reported_at, "
      "shown_until) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
      row.item, row.likened.place ? cell_of(*row.likened.place) : cell_without_place(row.area), row.area,
      longitude, latitude, row.likened.theme, joined(row.likened.stems), row.likened.reported_at,
      row.shown_until ? to_millis(*row.shown_until) : always);
}

void remove_likeness(db::Transaction& tx, ItemId item) {
  tx.execute("DELETE FROM signal_likeness WHERE item = $1", item);
}

std::vector<LikenessRow> likeness_in_cell(db::Transaction& tx, std::string_view cell, Instant now, int most) {
  return rows_of(tx.query("SELECT " + columns +
                              " FROM signal_likeness WHERE cell = $1 AND shown_until > $2 "
                              "ORDER BY shown_until DESC, item DESC LIMIT $3",
                          cell, now, most));
}

std::vector<LikenessRow> likeness_in_area(db::Transaction& tx, std::string_view area, Instant now, int most) {
  return rows_of(tx.query("SELECT " + columns +
                              " FROM signal_likeness WHERE area = $1 AND shown_until > $2 "
                              "ORDER BY shown_until DESC, item DESC LIMIT $3",
                          area, now, most));
}

void remove_likeness_until(db::Transaction& tx, Instant limit, int most) {
  tx.execute(
      "DELETE FROM signal_likeness WHERE item IN (SELECT item FROM signal_likeness WHERE shown_until <= $1 "
      "ORDER BY shown_until LIMIT $2)",
      limit, most);
}

std::vector<ItemId> waiting_for_likeness(db::Transaction& tx, int most) {
  std::vector<ItemId> items;
  for (const auto& row : tx.query("SELECT item FROM signal_likeness_waiting ORDER BY item LIMIT $1", most))
    items.push_back(row.get<ItemId>(0));
  return items;
}

void no_longer_waiting(db::Transaction& tx, ItemId item) {
  tx.execute("DELETE FROM signal_likeness_waiting WHERE item = $1", item);
}

}  // namespace wijktafel::signals::store
