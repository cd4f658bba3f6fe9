// What the two engines give a Transaction. Used by one thread at a time; only platform/db includes this.
#pragma once

#include "platform/db/database.hpp"

namespace wijktafel::db {

class Connection {
 public:
  virtual ~Connection() = default;
  virtual Engine engine() const = 0;
  virtual Rows run(std::string_view sql, const std::vector<Value>& parameters) = 0;
  virtual std::int64_t change(std::string_view sql, const std::vector<Value>& parameters) = 0;
  virtual void insert_many(std::string_view table, const std::vector<std::string_view>& columns,
                           const std::vector<std::vector<Value>>& rows) = 0;
  virtual void script(std::string_view sql) = 0;
};

// Marks that this thread is inside read or write of a database, and stops the process when it was already: a
// nested transaction would wait for itself (the writer, the pool) or miss what the outer one has not
// committed.
class OneTransaction {
 public:
  explicit OneTransaction(const Database* database);
  ~OneTransaction();
  OneTransaction(const OneTransaction&) = delete;
  static bool is_inside(const Database* database);
  static void assert_none(const Database* database);
};

}  // namespace wijktafel::db
