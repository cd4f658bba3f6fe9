#include "capabilities/statistics/store.hpp"

#include <algorithm>

namespace wijktafel::statistics::store {
namespace {

constexpr std::string_view columns =
    "item, kind, area, theme, holder, channel, opened_at, closed_at, square_x, square_y";

Counted counted_of(const db::Row& row) {
  return {.item = row.get<ItemId>(0),
          .kind = row.get<std::string>(1),
          .area = row.get<std::string>(2),
          .theme = row.get<std::string>(3),
          .holder = row.get<std::optional<identity::OrganisationId>>(4),
          .channel = row.get<std::string>(5),
          .opened_at = row.get<Instant>(6),
          .closed_at = row.get<std::optional<Instant>>(7),
          .square_x = row.get<std::optional<std::int64_t>>(8),
          .square_y = row.get<std::optional<std::int64_t>>(9)};
}

using Values = std::vector<std::pair<std::string, std::string>>;
// Confidential ones are one number for an area and are never split.
Values dimensions_of(const Counted& counted) {
  if (counted.kind == "confidential") return {{"confidential", ""}};
  Values values{{"all", ""}, {"theme", counted.theme}, {"channel", counted.channel}};
  values.emplace_back("holder", counted.holder ? std::to_string(raw(*counted.holder)) : "");
  return values;
}

}  // namespace

std::optional<Counted> find_counted(db::Transaction& tx, ItemId item) {
  // Two events of one signal, taken by two programs at once, are counted one after the other. Where there is
  // no row yet, the second to write one is refused and comes again.
  tx.execute("UPDATE statistics_signal SET kind = kind WHERE item = $1", item);
  static const std::string sql = "SELECT " + std::string(columns) + " FROM statistics_signal WHERE item = $1";
  const auto row = tx.find(sql, item);
  return row ? std::optional(counted_of(*row)) : std::nullopt;
}

void save_counted(db::Transaction& tx, const Counted& counted) {
  remove_counted(tx, counted.item);
  static const std::string sql = "INSERT INTO statistics_signal (" + std::string(columns) +
                                 ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
  tx.execute(sql, counted.item, counted.kind, counted.area, counted.theme, counted.holder, counted.channel,
             counted.opened_at, counted.closed_at, counted.square_x, counted.square_y);
}

void remove_counted(db::Transaction& tx, ItemId item) {
  tx.execute("DELETE FROM statistics_signal WHERE item = $1", item);
}

void Changes::add(const Counted& counted, const std::vector<std::string>& areas, int sign) {
  const Date opened = local_date(counted.opened_at);
  const auto closed = counted.closed_at ? std::optional(local_date(*counted.closed_at)) : std::nullopt;
  const auto dimensions = dimensions_of(counted);
  for (const auto& area : areas) {
    for (const auto& [dimension, value] : dimensions) {
      months_[{area, month_of(opened), dimension, value}].opened += sign;
      if (!closed) continue;
      const Key key{area, month_of(*closed), dimension, value};
      months_[key].closed += sign;
      days_[{key, days_between(opened, *closed)}] += sign;
    }
    if (counted.kind == "public" && counted.square_x)
      squares_[{area, month_of(opened), *counted.square_x, *counted.square_y}] += sign;
  }
}

void Changes::write(db::Transaction& tx) {
  for (const auto& [key, two] : months_) {
    const auto& [area, month, dimension, value] = key;
    if (two.opened == 0 && two.closed == 0) continue;
    tx.execute(
        "INSERT INTO statistics_month (area, month, dimension, value, opened, closed) VALUES ($1, $2, $3, "
        "$4, $5, $6) "
        "ON CONFLICT (area, month, dimension, value) DO UPDATE SET opened = statistics_month.opened + "
        "excluded.opened, "
        "closed = statistics_month.closed + excluded.closed",
        area, month, dimension, value, two.opened, two.closed);
  }
  for (const auto& [key, number] : days_) {
    const auto& [area, month, dimension, value] = key.first;
    if (number == 0) continue;
    tx.execute(
        "INSERT INTO statistics_days (area, month, dimension, value, days, number) VALUES ($1, $2, $3, $4, "
        "$5, $6) "
        "ON CONFLICT (area, month, dimension, value, days) DO UPDATE SET number = statistics_days.number + "
        "excluded.number",
        area, month, dimension, value, key.second, number);
  }
  for (const auto& [key, number] : squares_) {
    const auto& [area, month, x, y] = key;
    if (number == 0) continue;
    tx.execute(
        "INSERT INTO statistics_square (area, month, square_x, square_y, number) VALUES ($1, $2, $3, $4, $5) "
        "ON CONFLICT (area, month, square_x, square_y) DO UPDATE SET number = statistics_square.number + "
        "excluded.number",
        area, month, x, y, number);
  }
  months_.clear();
  days_.clear();
  squares_.clear();
}

std::vector<Figure> figures(db::Transaction& tx, std::string_view area, std::string_view dimension,
                            const Period& period) {
  std::map<std::string, Figure> by_value;
  for (const auto& row : tx.query(
           "SELECT value, CAST(SUM(opened) AS BIGINT), CAST(SUM(closed) AS BIGINT) FROM statistics_month "
           "WHERE area = $1 AND dimension = $2 AND month BETWEEN $3 AND $4 GROUP BY value",
           area, dimension, period.from, period.until)) {
    auto& figure = by_value[row.get<std::string>(0)];
    figure.opened = row.get<std::int64_t>(1);
    figure.closed = row.get<std::int64_t>(2);
  }
  for (const auto& row :
       tx.query("SELECT value, days, CAST(SUM(number) AS BIGINT) FROM statistics_days "
                "WHERE area = $1 AND dimension = $2 AND month BETWEEN $3 AND $4 GROUP BY value, days",
                area, dimension, period.from, period.until))
    if (const auto number = row.get<std::int64_t>(2); number > 0)
      by_value[row.get<std::string>(0)].days[row.get<std::int64_t>(1)] = number;
  std::vector<Figure> all;
  for (auto& [value, figure] : by_value) {
    if (figure.opened == 0 && figure.closed == 0) continue;
    figure.value = value;
    all.push_back(std::move(figure));
  }
  return all;
}

std::vector<Square> squares(db::Transaction& tx, std::string_view area, const Period& period) {
  std::vector<Square> all;
  for (const auto& row :
       tx.query("SELECT square_x, square_y, CAST(SUM(number) AS BIGINT) FROM statistics_square "
                "WHERE area = $1 AND month BETWEEN $2 AND $3 GROUP BY square_x, square_y ORDER BY square_x, "
                "square_y",
                area, period.from, period.until))
    if (const auto number = row.get<std::int64_t>(2); number > 0)
      all.push_back({row.get<std::int64_t>(0), row.get<std::int64_t>(1), number});
  return all;
}

std::vector<Counted> public_signals(db::Transaction& tx, std::string_view area, Instant from, Instant until,
                                    int most) {
  static const std::string sql =
      "SELECT " + std::string(columns) +
      " FROM statistics_signal WHERE area = $1 AND kind = $2 AND opened_at >= $3 AND "
      "opened_at < $4 ORDER BY opened_at, item LIMIT $5";
  std::vector<Counted> all;
  for (const auto& row : tx.query(sql, area, std::string("public"), from, until, most))
    all.push_back(counted_of(row));
  return all;
}

std::optional<std::int64_t> find_progress(db::Transaction& tx) {
  const auto row = tx.find("SELECT lowest_item FROM statistics_progress WHERE id = 1");
  return row ? std::optional(row->get<std::int64_t>(0)) : std::nullopt;
}

void forget_progress(db::Transaction& tx) { tx.execute("DELETE FROM statistics_progress WHERE id = 1"); }

void save_progress(db::Transaction& tx, std::int64_t lowest_item) {
  tx.execute(
      "INSERT INTO statistics_progress (id, lowest_item) VALUES (1, $1) "
      "ON CONFLICT (id) DO UPDATE SET lowest_item = excluded.lowest_item",
      lowest_item);
}

}  // namespace wijktafel::statistics::store
