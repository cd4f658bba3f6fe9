// One connection to PostgreSQL, with its prepared statements. Used by one thread at a time.
#pragma once

#include <list>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "platform/db/connection.hpp"
#include "platform/db/unavailable.hpp"

struct pg_conn;
struct pg_result;

namespace wijktafel::db {

// The whole function may be run again: the server undid it for the sake of another (40001, 40P01).
class Rerun : public Failure {
 public:
  using Failure::Failure;
};

// The connection is gone, and with it all that was not committed.
class LostConnection : public Unavailable {
 public:
  using Unavailable::Unavailable;
};

// The connection went while COMMIT was on its way: nobody knows whether the change was kept.
class UnknownOutcome : public Unavailable {
 public:
  using Unavailable::Unavailable;
};

class PostgresqlConnection final : public Connection {
 public:
  // `url` may hold a password; it is never repeated. `prepare` off: for a pooler that gives each transaction
  // another server connection (PgBouncer in transaction mode).
  PostgresqlConnection(const std::string& url, const std::string& described, bool prepare);
  ~PostgresqlConnection() override;
  PostgresqlConnection(const PostgresqlConnection&) = delete;

  Engine engine() const override { return Engine::postgresql; }
  Rows run(std::string_view sql, const std::vector<Value>& parameters) override;
  std::int64_t change(std::string_view sql, const std::vector<Value>& parameters) override;
  void insert_many(std::string_view table, const std::vector<std::string_view>& columns,
                   const std::vector<std::vector<Value>>& rows) override;
  void script(std::string_view sql) override;

  void begin_writing();
  void begin_reading();
  void commit();
  // Never throws; a lost connection has nothing to undo.
  void roll_back() noexcept;
  bool lost() const;

 private:
  struct Clear {
    void operator()(pg_result* result) const;
  };
  using Answer = std::unique_ptr<pg_result, Clear>;
  using Statements =
      std::list<std::pair<std::string, std::string>>;  // text with types, name; the last used first

  Answer ask(std::string_view sql, const std::vector<Value>& parameters);
  const std::string& prepared(std::string_view sql, const std::vector<Value>& parameters);
  void simple(const char* sql);
  Answer checked(pg_result* result, std::string_view sql);
  [[noreturn]] void fail(const pg_result* result, std::string_view sql);

  pg_conn* handle_ = nullptr;
  bool prepare_;
  Statements by_use_;
  std::unordered_map<std::string_view, Statements::iterator> by_text_;
  std::uint64_t named_ = 0;
};

}  // namespace wijktafel::db
