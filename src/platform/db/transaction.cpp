#include <algorithm>

#include "platform/db/connection.hpp"

namespace wijktafel::db {
namespace {
thread_local std::vector<const Database*> inside;  // almost always one or none
}  // namespace

OneTransaction::OneTransaction(const Database* database) {
  assert_none(database);
  inside.push_back(database);
}

OneTransaction::~OneTransaction() { inside.pop_back(); }

bool OneTransaction::is_inside(const Database* database) {
  return std::ranges::find(inside, database) != inside.end();
}

void OneTransaction::assert_none(const Database* database) {
  WIJKTAFEL_ASSERT(!is_inside(database), "a transaction was started inside another one");
}

bool Database::is_inside_transaction() const { return OneTransaction::is_inside(this); }

Rows Transaction::run(std::string_view sql, const std::vector<Value>& parameters) {
  return connection_.run(sql, parameters);
}

std::int64_t Transaction::change(std::string_view sql, const std::vector<Value>& parameters) {
  return connection_.change(sql, parameters);
}

void Transaction::insert_many(std::string_view table, const std::vector<std::string_view>& columns,
                              const std::vector<std::vector<Value>>& rows) {
  for (const auto& row : rows)
    WIJKTAFEL_ASSERT(row.size() == columns.size(), "a row has more or fewer values than columns");
  if (!rows.empty()) connection_.insert_many(table, columns, rows);
}

void Transaction::script(std::string_view sql) { connection_.script(sql); }

void Transaction::touch(std::string_view area) {
  if (std::ranges::find(touched_, area) == touched_.end()) touched_.emplace_back(area);
}

Engine Transaction::engine() const { return connection_.engine(); }

}  // namespace wijktafel::db
