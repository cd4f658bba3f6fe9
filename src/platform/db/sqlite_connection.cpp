#include "platform/db/sqlite_connection.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <sqlite3.h>

#include "platform/db/unavailable.hpp"

namespace wijktafel::db {
namespace {

constexpr int wait_for_another_process_ms = 10'000;

void bind_value(sqlite3_stmt* statement, int at, const Value& value) {
  // The values outlive the statement's run, so SQLite need not copy them.
  std::visit(overloaded{[&](std::monostate) { sqlite3_bind_null(statement, at); },
                        [&](std::int64_t number) { sqlite3_bind_int64(statement, at, number); },
                        [&](double number) { sqlite3_bind_double(statement, at, number); },
                        [&](const std::string& text) {
                          sqlite3_bind_text64(statement, at, text.data(), text.size(), SQLITE_STATIC,
                                              SQLITE_UTF8);
                        },
                        [&](const Bytes& bytes) {
                          // A null pointer would be NULL, not zero bytes.
                          if (bytes.empty())
                            sqlite3_bind_zeroblob(statement, at, 0);
                          else
                            sqlite3_bind_blob64(statement, at, bytes.data(), bytes.size(), SQLITE_STATIC);
                        }},
             value);
}

Value column_value(sqlite3_stmt* statement, int at) {
  switch (sqlite3_column_type(statement, at)) {
    case SQLITE_INTEGER: return std::int64_t{sqlite3_column_int64(statement, at)};
    case SQLITE_FLOAT: return sqlite3_column_double(statement, at);
    case SQLITE_TEXT: {
      const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, at));
      return std::string(text, static_cast<std::size_t>(sqlite3_column_bytes(statement, at)));
    }
    case SQLITE_BLOB: {
      const auto* bytes = static_cast<const std::uint8_t*>(sqlite3_column_blob(statement, at));
      return Bytes(bytes, bytes + sqlite3_column_bytes(statement, at));
    }
    default: return std::monostate{};
  }
}

// A cached statement goes back reset and without its values, whatever happens.
class Running {
 public:
  explicit Running(sqlite3_stmt* statement) : statement_(statement) {}
  ~Running() {
    sqlite3_reset(statement_);
    sqlite3_clear_bindings(statement_);
  }
  Running(const Running&) = delete;

 private:
  sqlite3_stmt* statement_;
};

// What is the disk's or another process's doing: full, broken, read-only, locked.
bool passes(int code) {
  return code == SQLITE_FULL || code == SQLITE_IOERR || code == SQLITE_BUSY || code == SQLITE_READONLY ||
         code == SQLITE_CANTOPEN || code == SQLITE_NOMEM;
}

std::string settings(SqliteConnection::Mode mode) {
  std::string sql =
      "PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY; PRAGMA trusted_schema = OFF;"
      "PRAGMA case_sensitive_like = ON;";  // as standard SQL and PostgreSQL have it
  if (mode == SqliteConnection::Mode::write)
    sql +=
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA journal_size_limit = 67108864;"
        "PRAGMA cache_size = -16384;";  // KiB: a write touches some thirty leaves of indexes
  else
    sql += "PRAGMA query_only = ON; PRAGMA cache_size = -8192;";  // of each reader: inner pages, lately read
  return sql;
}

// SQLite counts its memory under one lock for all connections, at each allocation: readers would wait for
// each other. Nobody asks for that count. Before the library is first used.
void count_no_memory() {
  [[maybe_unused]] static const int answer = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

}  // namespace

SqliteConnection::SqliteConnection(const std::string& file, Mode mode) {
  count_no_memory();
  const int flags = SQLITE_OPEN_NOMUTEX |
                    (mode == Mode::read_only_file ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE) |
                    (mode == Mode::write ? SQLITE_OPEN_CREATE : 0);
  const int opened = sqlite3_open_v2(file.c_str(), &handle_, flags, nullptr);
  try {
    if (opened != SQLITE_OK)
      throw Failure(fmt::format(
          "The database file {} cannot be opened ({}). Does its folder exist, and may this user {} it?", file,
          sqlite3_errmsg(handle_), mode == Mode::write ? "write in" : "read"));
    sqlite3_extended_result_codes(handle_, 1);
    sqlite3_busy_timeout(handle_, wait_for_another_process_ms);
    sqlite3_db_config(handle_, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    // "x" is a name, never a text: PostgreSQL would refuse what SQLite lets pass.
    sqlite3_db_config(handle_, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
    sqlite3_db_config(handle_, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
    if (sqlite3_exec(handle_, settings(mode).c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
      throw Failure(fmt::format(
          "The database file {} cannot be used: {}. Is its disk full or read-only, and may this user write "
          "there?",
          file, sqlite3_errmsg(handle_)));
    statements_ = std::make_unique<SqliteStatements>(handle_);
  } catch (...) {
    sqlite3_close(handle_);
    throw;
  }
}

SqliteConnection::~SqliteConnection() {
  statements_.reset();
  sqlite3_close(handle_);
}

bool SqliteConnection::in_transaction() const { return sqlite3_get_autocommit(handle_) == 0; }

void SqliteConnection::roll_back() noexcept {
  if (in_transaction()) sqlite3_exec(handle_, "ROLLBACK", nullptr, nullptr, nullptr);
}

sqlite3_stmt* SqliteConnection::bind(std::string_view sql, const std::vector<Value>& parameters) {
  const auto& statement = statements_->prepared(sql);
  if (statement.parameters != parameters.size())
    throw Failure(
        fmt::format("{} parameters given, {} wanted by: {}", parameters.size(), statement.parameters, sql));
  for (std::size_t i = 0; i < statement.bound.size(); ++i)
    bind_value(statement.handle, static_cast<int>(i + 1), parameters[statement.bound[i]]);
  return statement.handle;
}

// True when there is a row.
bool SqliteConnection::step(sqlite3_stmt* statement) {
  const int code = sqlite3_step(statement);
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  const auto what = fmt::format("{} in: {}", sqlite3_errmsg(handle_), sqlite3_sql(statement));
  if ((code & 0xff) == SQLITE_CONSTRAINT) throw ConstraintViolation(what);
  if (passes(code & 0xff)) throw Unavailable(what);
  throw Failure(what);
}

Rows SqliteConnection::run(std::string_view sql, const std::vector<Value>& parameters) {
  try {
    auto* statement = bind(sql, parameters);
    const Running running(statement);
    Rows rows;
    while (step(statement)) {
      const int columns = sqlite3_column_count(statement);
      std::vector<Value> values;
      values.reserve(static_cast<std::size_t>(columns));
      for (int i = 0; i < columns; ++i) values.push_back(column_value(statement, i));
      rows.emplace_back(std::move(values));
    }
    return rows;
  } catch (...) {
    failed_ = true;
    throw;
  }
}

std::int64_t SqliteConnection::change(std::string_view sql, const std::vector<Value>& parameters) {
  try {
    auto* statement = bind(sql, parameters);
    const Running running(statement);
    while (step(statement)) {
    }
    return sqlite3_stmt_readonly(statement) != 0 ? 0 : sqlite3_changes64(handle_);
  } catch (...) {
    failed_ = true;
    throw;
  }
}

void SqliteConnection::insert_many(std::string_view table, const std::vector<std::string_view>& columns,
                                   const std::vector<std::vector<Value>>& rows) {
  std::vector<std::string> places;
  for (std::size_t i = 1; i <= columns.size(); ++i) places.push_back(fmt::format("${}", i));
  const auto sql = fmt::format("INSERT INTO {} ({}) VALUES ({})", table, fmt::join(columns, ", "),
                               fmt::join(places, ", "));
  for (const auto& row : rows) change(sql, row);
}

void SqliteConnection::script(std::string_view sql) {
  if (sqlite3_exec(handle_, std::string(sql).c_str(), nullptr, nullptr, nullptr) == SQLITE_OK) return;
  failed_ = true;
  const std::string what = sqlite3_errmsg(handle_);
  if ((sqlite3_errcode(handle_) & 0xff) == SQLITE_CONSTRAINT) throw ConstraintViolation(what);
  throw Failure(what);
}

}  // namespace wijktafel::db
