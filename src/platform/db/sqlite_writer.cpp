#include "platform/db/sqlite_writer.hpp"

#include <algorithm>

namespace wijktafel::db {
namespace {

constexpr std::size_t most_in_one_commit = 256;

}  // namespace

SqliteWriter::SqliteWriter(const Database& database, SqliteConnection& connection,
                           std::mutex& connection_in_use, AreaVersions& versions, CommitListener& listener)
    : database_(database),
      connection_(connection),
      connection_in_use_(connection_in_use),
      versions_(versions),
      listener_(listener),
      thread_([this] { loop(); }) {}

SqliteWriter::~SqliteWriter() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wanted_.notify_all();
  thread_.join();
}

void SqliteWriter::run(const Work& work) {
  OneTransaction::assert_none(&database_);
  Waiting waiting;
  waiting.work = &work;
  std::unique_lock lock(mutex_);
  queue_.push_back(&waiting);
  wanted_.notify_one();
  waiting.ended.wait(lock, [&] { return waiting.done; });
  if (waiting.error) std::rethrow_exception(waiting.error);
}

void SqliteWriter::loop() {
  std::unique_lock lock(mutex_);
  for (;;) {
    wanted_.wait(lock, [this] { return stopping_ || !queue_.empty(); });
    if (queue_.empty()) return;
    const auto end =
        queue_.begin() + static_cast<std::ptrdiff_t>(std::min(queue_.size(), most_in_one_commit));
    const Group group(queue_.begin(), end);
    queue_.erase(queue_.begin(), end);
    lock.unlock();
    {
      const std::lock_guard in_use(connection_in_use_);
      commit_together(group);
    }
    if (std::ranges::any_of(group, &Waiting::kept)) listener_.tell();
    lock.lock();
    for (auto* waiting : group) {
      // Told under the lock: after `done` the waiting caller takes the struct away.
      waiting->done = true;
      waiting->ended.notify_one();
    }
  }
}

void SqliteWriter::commit_together(const Group& group) {
  try {
    if (run_all(group)) {
      commit(group);
      return;
    }
  } catch (...) {
    // Not even begun, or the disk said no at the commit: nobody's change stays, and a refusal may have been
    // founded on a change of the same group, so that everyone is told.
    connection_.roll_back();
    for (auto* waiting : group) {
      waiting->kept = false;
      waiting->error = std::current_exception();
    }
    return;
  }
  // A failure of one (disk full) ended the transaction of all: the others get one each.
  for (auto* waiting : group)
    if (!waiting->error) commit_together({waiting});
}

// False when the whole transaction was lost on the way.
bool SqliteWriter::run_all(const Group& group) {
  connection_.run("BEGIN IMMEDIATE", {});
  for (auto* waiting : group) {
    run_in_savepoint(*waiting);
    if (!connection_.in_transaction()) return false;
  }
  return true;
}

void SqliteWriter::run_in_savepoint(Waiting& waiting) {
  waiting.kept = false;
  waiting.touched.clear();
  connection_.mend();
  connection_.run("SAVEPOINT one", {});
  try {
    Transaction tx(connection_);
    const OneTransaction one(&database_);
    waiting.kept = (*waiting.work)(tx);
    if (waiting.kept && connection_.failed())
      throw Failure("a statement of this transaction failed and it went on; nothing was kept");
    waiting.touched = tx.touched();
  } catch (...) {
    waiting.kept = false;
    waiting.error = std::current_exception();
  }
  if (!connection_.in_transaction()) {
    if (!waiting.error)
      waiting.error = std::make_exception_ptr(Failure("the transaction was ended from within"));
    return;
  }
  if (!waiting.kept) connection_.run("ROLLBACK TO one", {});
  connection_.run("RELEASE one", {});
}

void SqliteWriter::commit(const Group& group) {
  std::vector<std::string> areas;
  for (const auto* waiting : group)
    for (const auto& area : waiting->touched)
      if (waiting->kept && std::ranges::find(areas, area) == areas.end()) areas.push_back(area);
  if (std::ranges::none_of(group, &Waiting::kept)) {
    connection_.run("ROLLBACK", {});
    return;
  }
  Transaction tx(connection_);
  const auto changes = record_changes(tx, areas);
  connection_.run("COMMIT", {});
  versions_.add(changes);
}

}  // namespace wijktafel::db
