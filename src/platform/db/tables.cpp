#include "platform/db/tables.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <optional>

namespace wijktafel::db {
namespace {

constexpr int rows_at_once = 2000;

// Names come from the catalogue of the engine, never from input.
std::string quoted(std::string_view name) { return fmt::format("\"{}\"", name); }

ColumnType type_named(std::string_view table, std::string_view column, std::string_view declared) {
  std::string type(declared);
  std::ranges::transform(type, type.begin(), [](unsigned char c) { return std::tolower(c); });
  if (type == "bigint" || type == "integer") return ColumnType::number;
  if (type == "double precision" || type == "real") return ColumnType::real;
  if (type == "text") return ColumnType::text;
  if (type == "bytea" || type == "blob") return ColumnType::bytes;
  throw Failure(
      fmt::format("the column {}.{} has type {}, which a backup does not know", table, column, declared));
}

// Rows of (table, column, type, place in the primary key or 0), in order of table and column.
Rows catalogue(Transaction& tx) {
  if (tx.engine() == Engine::sqlite)
    return tx.query(
        "SELECT t.name, c.name, c.type, c.pk FROM pragma_table_list AS t, pragma_table_info(t.name) AS c "
        "WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite!_%' ESCAPE '!' "
        "ORDER BY t.name, c.cid");
  return tx.query(
      "SELECT CAST(c.table_name AS TEXT), CAST(c.column_name AS TEXT), CAST(c.data_type AS TEXT), "
      "CAST(COALESCE(k.ordinal_position, 0) AS BIGINT) FROM information_schema.columns c "
      "JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name "
      "LEFT JOIN information_schema.table_constraints p ON p.table_schema = c.table_schema "
      "AND p.table_name = c.table_name AND p.constraint_type = 'PRIMARY KEY' "
      "LEFT JOIN information_schema.key_column_usage k ON k.constraint_schema = p.constraint_schema "
      "AND k.constraint_name = p.constraint_name AND k.table_name = c.table_name "
      "AND k.column_name = c.column_name "
      "WHERE c.table_schema = current_schema() AND t.table_type = 'BASE TABLE' "
      "ORDER BY CAST(c.table_name AS TEXT) COLLATE \"C\", c.ordinal_position");
}

Value value_at(const Row& row, std::size_t column, ColumnType type) {
  switch (type) {
    case ColumnType::number: return to_value(row.get<std::optional<std::int64_t>>(column));
    case ColumnType::real: return to_value(row.get<std::optional<double>>(column));
    case ColumnType::text: return to_value(row.get<std::optional<std::string>>(column));
    case ColumnType::bytes: return to_value(row.get<std::optional<Bytes>>(column));
  }
  return {};
}

template <class Names>
std::string joined(const Names& names) {
  std::string list;
  for (const auto& name : names) list += fmt::format("{}{}", list.empty() ? "" : ", ", name);
  return list;
}

std::string select_sql(const Table& table, bool from_start) {
  std::vector<std::string> columns;
  columns.reserve(table.columns.size());
  std::vector<std::string> key;
  std::vector<std::string> places;
  for (const auto& column : table.columns) columns.push_back(quoted(column.name));
  for (const auto at : table.key) {
    key.push_back(columns[at]);
    places.push_back(fmt::format("${}", places.size() + 1));
  }
  return fmt::format("SELECT {} FROM {} {} ORDER BY {} LIMIT {}", joined(columns), quoted(table.name),
                     from_start ? "" : fmt::format("WHERE ({}) > ({})", joined(key), joined(places)),
                     joined(key), rows_at_once);
}

// The sequences of PostgreSQL: table and the name to ask it by.
Rows sequences(Transaction& tx) {
  return tx.query(
      "SELECT CAST(table_name AS TEXT), pg_get_serial_sequence(quote_ident(CAST(table_name AS TEXT)), "
      "CAST(column_name AS TEXT)) FROM information_schema.columns "
      "WHERE table_schema = current_schema() AND is_identity = 'YES' ORDER BY 1");
}

}  // namespace

std::vector<Table> tables(Transaction& tx) {
  std::vector<Table> all;
  std::vector<std::pair<std::int64_t, std::size_t>> key;
  const auto close = [&] {
    if (all.empty()) return;
    if (key.empty()) throw Failure(fmt::format("the table {} has no primary key", all.back().name));
    std::ranges::sort(key);
    for (const auto& [place, column] : key) all.back().key.push_back(column);
    key.clear();
  };
  for (const auto& row : catalogue(tx)) {
    const auto [table, column, type, place] = row.as<std::string, std::string, std::string, std::int64_t>();
    if (all.empty() || all.back().name != table) {
      close();
      all.push_back({.name = table, .columns = {}, .key = {}});
    }
    if (place > 0) key.emplace_back(place, all.back().columns.size());
    all.back().columns.push_back({column, type_named(table, column, type)});
  }
  close();
  return all;
}

void for_each_row(Transaction& tx, const Table& table, const std::function<void(const Values&)>& each) {
  Values last;
  while (true) {
    const auto rows = tx.run(select_sql(table, last.empty()), last);
    for (const auto& row : rows) {
      Values values;
      values.reserve(table.columns.size());
      for (std::size_t i = 0; i < table.columns.size(); ++i)
        values.push_back(value_at(row, i, table.columns[i].type));
      each(values);
      last.clear();
      for (const auto at : table.key) last.push_back(values[at]);
    }
    if (rows.size() < rows_at_once) return;
  }
}

std::int64_t count_rows(Transaction& tx, const Table& table) {
  return tx.run(fmt::format("SELECT COUNT(*) FROM {}", quoted(table.name)), {}).at(0).get<std::int64_t>(0);
}

std::map<std::string, std::int64_t> last_numbers(Transaction& tx) {
  std::map<std::string, std::int64_t> last;
  if (tx.engine() == Engine::sqlite) {
    for (const auto& row : tx.query("SELECT name, seq FROM sqlite_sequence"))
      last[row.get<std::string>(0)] = row.get<std::int64_t>(1);
    // A table that never had a row stands in no sequence yet.
    for (const auto& row :
         tx.query("SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%AUTOINCREMENT%'"))
      last.try_emplace(row.get<std::string>(0), 0);
    return last;
  }
  for (const auto& row : sequences(tx)) {
    const auto rows = tx.run(
        fmt::format("SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM {}", row.get<std::string>(1)),
        {});
    last[row.get<std::string>(0)] = rows.at(0).get<std::int64_t>(0);
  }
  return last;
}

void set_last_numbers(Transaction& tx, const std::map<std::string, std::int64_t>& last) {
  if (tx.engine() == Engine::sqlite) {
    for (const auto& [table, number] : last)
      if (number > 0 && tx.execute("UPDATE sqlite_sequence SET seq = $1 WHERE name = $2", number, table) == 0)
        tx.execute("INSERT INTO sqlite_sequence (name, seq) VALUES ($1, $2)", table, number);
    return;
  }
  for (const auto& row : sequences(tx)) {
    const auto found = last.find(row.get<std::string>(0));
    if (found != last.end() && found->second > 0)
      tx.query("SELECT setval(CAST($1 AS TEXT)::regclass, $2)", row.get<std::string>(1), found->second);
  }
}

void without_order(Transaction& tx, const std::function<void()>& load) {
  if (tx.engine() == Engine::sqlite) {
    tx.script("PRAGMA defer_foreign_keys = ON");
    load();
    return;
  }
  // Only a superuser may switch the checks off; the owner of the tables may take them away and put them back,
  // and putting them back checks every row.
  const auto references = tx.query(
      "SELECT CAST(c.relname AS TEXT), CAST(r.conname AS TEXT), pg_get_constraintdef(r.oid) FROM "
      "pg_constraint r "
      "JOIN pg_class c ON c.oid = r.conrelid JOIN pg_namespace s ON s.oid = c.relnamespace "
      "WHERE r.contype = 'f' AND s.nspname = current_schema() ORDER BY 1, 2");
  for (const auto& row : references)
    tx.script(fmt::format("ALTER TABLE {} DROP CONSTRAINT {}", quoted(row.get<std::string>(0)),
                          quoted(row.get<std::string>(1))));
  load();
  for (const auto& row : references)
    tx.script(fmt::format("ALTER TABLE {} ADD CONSTRAINT {} {}", quoted(row.get<std::string>(0)),
                          quoted(row.get<std::string>(1)), row.get<std::string>(2)));
}

}  // namespace wijktafel::db
