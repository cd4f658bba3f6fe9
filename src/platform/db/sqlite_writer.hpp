// The one writer of a SQLite database: a thread that takes all waiting functions, runs each in a savepoint
// and commits them in one go, so that many small writes share one wait for the disk. Thread-safe.
#pragma once

#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "platform/db/area_versions.hpp"
#include "platform/db/commit_listener.hpp"
#include "platform/db/sqlite_connection.hpp"

namespace wijktafel::db {

class SqliteWriter {
 public:
  using Work = std::function<bool(Transaction&)>;  // false: undo it
  // Holds `connection_in_use` during each group: in memory the readers use the same connection.
  SqliteWriter(const Database& database, SqliteConnection& connection, std::mutex& connection_in_use,
               AreaVersions& versions, CommitListener& listener);
  ~SqliteWriter();  // ends what is waiting first
  SqliteWriter(const SqliteWriter&) = delete;

  // Returns when the function's changes are on disk or undone; throws what the function threw.
  void run(const Work& work);

 private:
  struct Waiting {
    const Work* work = nullptr;
    std::exception_ptr error;
    bool kept = false;
    std::vector<std::string> touched;
    bool done = false;
    std::condition_variable ended;
  };
  using Group = std::vector<Waiting*>;
  void loop();
  void commit_together(const Group& group);
  bool run_all(const Group& group);
  void run_in_savepoint(Waiting& waiting);
  void commit(const Group& group);

  const Database& database_;
  SqliteConnection& connection_;
  std::mutex& connection_in_use_;
  AreaVersions& versions_;
  CommitListener& listener_;
  std::mutex mutex_;
  std::condition_variable wanted_;
  std::deque<Waiting*> queue_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace wijktafel::db
