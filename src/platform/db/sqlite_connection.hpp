// One connection to a SQLite file, with its prepared statements. Used by one thread at a time.
#pragma once

#include <list>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "platform/db/connection.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace wijktafel::db {

// Prepared statements by their text, the least recently used thrown away. The connection must outlive it.
class SqliteStatements {
 public:
  struct Statement {
    sqlite3_stmt* handle = nullptr;
    std::vector<std::size_t> bound;  // SQLite's i-th parameter is our $(bound[i] + 1)
    std::size_t parameters = 0;      // the highest $ in the text
  };
  explicit SqliteStatements(sqlite3* handle) : handle_(handle) {}
  ~SqliteStatements() { clear(); }
  SqliteStatements(const SqliteStatements&) = delete;
  const Statement& prepared(std::string_view sql);
  void clear();

 private:
  using Entry = std::pair<std::string, Statement>;
  Statement prepare(std::string_view sql) const;
  sqlite3* handle_;
  std::list<Entry> by_use_;  // the last used first
  std::unordered_map<std::string_view, std::list<Entry>::iterator> by_text_;
};

class SqliteConnection final : public Connection {
 public:
  enum class Mode { write, read, read_only_file };
  SqliteConnection(const std::string& file, Mode mode);
  ~SqliteConnection() override;
  SqliteConnection(const SqliteConnection&) = delete;

  Engine engine() const override { return Engine::sqlite; }
  Rows run(std::string_view sql, const std::vector<Value>& parameters) override;
  std::int64_t change(std::string_view sql, const std::vector<Value>& parameters) override;
  void insert_many(std::string_view table, const std::vector<std::string_view>& columns,
                   const std::vector<std::vector<Value>>& rows) override;
  void script(std::string_view sql) override;

  bool in_transaction() const;
  // Never throws: SQLite keeps nothing of a transaction that it cannot undo properly.
  void roll_back() noexcept;
  // Whether a statement failed since the last `mend`: PostgreSQL refuses to commit after that, so we do here
  // too.
  bool failed() const { return failed_; }
  void mend() { failed_ = false; }

 private:
  sqlite3_stmt* bind(std::string_view sql, const std::vector<Value>& parameters);
  bool step(sqlite3_stmt* statement);
  sqlite3* handle_ = nullptr;
  std::unique_ptr<SqliteStatements> statements_;
  bool failed_ = false;
};

}  // namespace wijktafel::db
