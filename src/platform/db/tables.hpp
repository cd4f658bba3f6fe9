// Every table of a municipality as rows of values, the same on both engines: what a backup takes along and a
// restore brings back, also from one engine to the other.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "platform/db/database.hpp"

namespace wijktafel::db {

enum class ColumnType { number, real, text, bytes };

struct Column {
  std::string name;
  ColumnType type{};
};

struct Table {
  std::string name;
  std::vector<Column> columns;
  std::vector<std::size_t> key;  // positions of the primary key among the columns; every table has one
};

// In order of name; not what an engine keeps for itself. Throws Failure for a table that could not be copied:
// without a primary key, or with a type that the other engine does not have.
std::vector<Table> tables(Transaction& tx);

// Every row in order of the key, a few thousand in memory at a time.
using Values = std::vector<Value>;
void for_each_row(Transaction& tx, const Table& table, const std::function<void(const Values&)>& each);
std::int64_t count_rows(Transaction& tx, const Table& table);

// The highest number that was given out, per table with $IDENTITY; rows that are gone count too.
std::map<std::string, std::int64_t> last_numbers(Transaction& tx);
void set_last_numbers(Transaction& tx, const std::map<std::string, std::int64_t>& last);

// Runs `load` while rows may come in any order; what refers to a row that is not there is found at the end
// (PostgreSQL) or at the commit (SQLite).
void without_order(Transaction& tx, const std::function<void()>& load);

}  // namespace wijktafel::db
