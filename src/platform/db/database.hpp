// One municipality's database: SQLite or PostgreSQL behind one small interface.
//
//   auto titles = database.read([&](db::Transaction& tx) { return tx.query("SELECT title FROM item WHERE area
//   = $1", area); }); auto done   = database.write([&](db::Transaction& tx) { return report_signal(tx, clock,
//   actor, form); });
//
// `write` owns the transaction: it runs the whole function, commits, and reruns it on a serialisation failure
// or deadlock, so the function has no effect outside `tx`. A function that returns an unexpected Result is
// rolled back. On SQLite one writer thread takes waiting functions together and commits them in one go (group
// commit); each runs in a savepoint, so one refusal or failure undoes only itself. When `write` returns, the
// change is on disk. Statements are standard SQL with $1 parameters; nothing else ever carries data.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "base/result.hpp"
#include "platform/db/value.hpp"

namespace wijktafel::db {

enum class Engine { sqlite, postgresql };

// A unique or foreign key said no. Actions check first; this is for the race that gets through. After it (as
// after any failed statement) the transaction cannot be committed any more: let it leave the function.
class ConstraintViolation : public Failure {
 public:
  using Failure::Failure;
};

class Connection;  // one of the two engines

class Transaction {
 public:
  explicit Transaction(Connection& connection) : connection_(connection) {}
  Transaction(const Transaction&) = delete;

  template <class... Ts>
  Rows query(std::string_view sql, const Ts&... parameters) {
    return run(sql, {to_value(parameters)...});
  }
  // The first row, if there is one.
  template <class... Ts>
  std::optional<Row> find(std::string_view sql, const Ts&... parameters) {
    auto rows = run(sql, {to_value(parameters)...});
    if (rows.empty()) return std::nullopt;
    return std::move(rows.front());
  }
  // The number of rows changed.
  template <class... Ts>
  std::int64_t execute(std::string_view sql, const Ts&... parameters) {
    return change(sql, {to_value(parameters)...});
  }
  // INSERT ... RETURNING id.
  template <class Id, class... Ts>
  Id insert(std::string_view sql, const Ts&... parameters) {
    return run(sql, {to_value(parameters)...}).at(0).template get<Id>(0);
  }

  Rows run(std::string_view sql, const std::vector<Value>& parameters);
  std::int64_t change(std::string_view sql, const std::vector<Value>& parameters);
  // Many rows at once (COPY on PostgreSQL, one prepared statement on SQLite). All rows have as many values as
  // columns.
  void insert_many(std::string_view table, const std::vector<std::string_view>& columns,
                   const std::vector<std::vector<Value>>& rows);

  // Several statements without parameters: migrations.
  void script(std::string_view sql);

  // Pages of these areas change with this transaction. The key is opaque here.
  void touch(std::string_view area);
  const std::vector<std::string>& touched() const { return touched_; }

  Engine engine() const;

 private:
  Connection& connection_;
  std::vector<std::string> touched_;
};

struct Options {
  int readers = 4;  // connections beside the writer (SQLite) or in the pool (PostgreSQL)
  bool read_only = false;
};

// Neither read nor write may be called from inside one of them on the same database: it is a mistake of ours
// and stops the process. On SQLite the function given to write runs on the writer thread.
class Database {
 public:
  // "sqlite:FILE", "sqlite::memory:" or "postgresql://...". Throws Failure with a sentence that names what to
  // do.
  static std::unique_ptr<Database> open(const std::string& address, Options options = {});
  virtual ~Database() = default;

  // A read-only snapshot. Reruns like `write`. A change in it throws Failure.
  template <class F>
  auto read(F&& work) -> std::invoke_result_t<F, Transaction&> {
    return collect<std::invoke_result_t<F, Transaction&>>(work, &Database::run_read);
  }
  template <class F>
  auto write(F&& work) -> std::invoke_result_t<F, Transaction&> {
    return collect<std::invoke_result_t<F, Transaction&>>(work, &Database::run_write);
  }

  virtual Engine engine() const = 0;
  virtual std::string described() const = 0;  // without password
  // The version of one area: it grows with every committed write that touched it. 0 when it never did.
  virtual std::uint64_t version(std::string_view area) const = 0;
  // Whether this thread is inside read or write of this database: then what is kept in memory must answer as
  // it is.
  bool is_inside_transaction() const;
  // Called after each commit, on the committing thread: wakes the job runner. Must be quick and not use the
  // database. An empty function takes it away and returns when it is no longer running.
  virtual void on_commit(std::function<void()> listener) = 0;

 protected:
  enum class Outcome { commit, roll_back };
  using Work = std::function<Outcome(Transaction&)>;
  virtual void run_read(const Work& work) = 0;
  virtual void run_write(const Work& work) = 0;

 private:
  template <class T>
  struct Refusable : std::false_type {};
  template <class T, class E>
  struct Refusable<std::expected<T, E>> : std::true_type {};

  template <class R, class F>
  R collect(F& work, void (Database::*run)(const Work&)) {
    if constexpr (std::is_void_v<R>) {
      (this->*run)([&](Transaction& tx) {
        work(tx);
        return Outcome::commit;
      });
    } else {
      std::optional<R> result;
      (this->*run)([&](Transaction& tx) {
        result.emplace(work(tx));
        if constexpr (Refusable<R>::value) {
          if (!result->has_value()) return Outcome::roll_back;
        }
        return Outcome::commit;
      });
      return std::move(*result);
    }
  }
};

}  // namespace wijktafel::db
