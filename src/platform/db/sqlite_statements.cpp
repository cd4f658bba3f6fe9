#include <charconv>
#include <cstring>
#include <fmt/format.h>
#include <sqlite3.h>

#include "platform/db/sqlite_connection.hpp"

namespace wijktafel::db {
namespace {

constexpr std::size_t kept_statements = 400;

// "$12" is 12; anything else is a mistake in our SQL.
std::size_t number_of(const char* name, std::string_view sql) {
  std::size_t number = 0;
  if (name != nullptr && name[0] == '$') std::from_chars(name + 1, name + std::strlen(name), number);
  if (number == 0) throw Failure(fmt::format("parameters are written $1, $2 ...: {}", sql));
  return number;
}

}  // namespace

SqliteStatements::Statement SqliteStatements::prepare(std::string_view sql) const {
  Statement statement;
  const char* rest = nullptr;
  if (sqlite3_prepare_v3(handle_, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                         &statement.handle, &rest) != SQLITE_OK)
    throw Failure(fmt::format("{} in: {}", sqlite3_errmsg(handle_), sql));
  try {
    const std::string_view left(rest, static_cast<std::size_t>(sql.data() + sql.size() - rest));
    if (statement.handle == nullptr || left.find_first_not_of(" \t\r\n;") != std::string_view::npos)
      throw Failure(fmt::format("exactly one statement at a time: {}", sql));
    const int count = sqlite3_bind_parameter_count(statement.handle);
    for (int i = 1; i <= count; ++i) {
      const auto number = number_of(sqlite3_bind_parameter_name(statement.handle, i), sql);
      statement.bound.push_back(number - 1);
      statement.parameters = std::max(statement.parameters, number);
    }
  } catch (...) {
    sqlite3_finalize(statement.handle);
    throw;
  }
  return statement;
}

const SqliteStatements::Statement& SqliteStatements::prepared(std::string_view sql) {
  if (const auto known = by_text_.find(sql); known != by_text_.end()) {
    by_use_.splice(by_use_.begin(), by_use_, known->second);
    return known->second->second;
  }
  by_use_.emplace_front(std::string(sql), prepare(sql));
  by_text_.emplace(by_use_.front().first, by_use_.begin());
  if (by_use_.size() > kept_statements) {
    by_text_.erase(by_use_.back().first);
    sqlite3_finalize(by_use_.back().second.handle);
    by_use_.pop_back();
  }
  return by_use_.front().second;
}

void SqliteStatements::clear() {
  for (auto& [text, statement] : by_use_) sqlite3_finalize(statement.handle);
  by_text_.clear();
  by_use_.clear();
}

}  // namespace wijktafel::db
