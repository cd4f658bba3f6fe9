// SQLite: one writer, readers beside it. In memory there is one connection, lent to one at a time.
#include <fmt/format.h>

#include "platform/db/open.hpp"
#include "platform/db/pool.hpp"
#include "platform/db/sqlite_writer.hpp"

namespace wijktafel::db {
namespace {

using Mode = SqliteConnection::Mode;

// Runs the function in a read-only snapshot; whatever it did, nothing stays.
template <class F>
void in_snapshot(SqliteConnection& connection, F&& work) {
  connection.run("BEGIN", {});
  struct End {
    SqliteConnection& connection;
    ~End() { connection.roll_back(); }
  } end{connection};
  Transaction tx(connection);
  work(tx);
  WIJKTAFEL_ASSERT(tx.touched().empty(), "an area was touched while reading");
}

class SqliteFile final : public Database {
 public:
  SqliteFile(const std::string& file, const Options& options)
      : file_(file), readers_(options.readers, [file, options] {
          return std::make_unique<SqliteConnection>(file,
                                                    options.read_only ? Mode::read_only_file : Mode::read);
        }) {
    if (!options.read_only) {
      connection_ = std::make_unique<SqliteConnection>(file, Mode::write);
      writer_ = std::make_unique<SqliteWriter>(*this, *connection_, in_use_, versions_, listener_);
    }
    poller_ = std::make_unique<SqliteConnection>(file, options.read_only ? Mode::read_only_file : Mode::read);
    poll_ = std::make_unique<Poll>([this] { learn_from_others(); },
                                   [this] {
                                     if (writer_) write([](Transaction& tx) { forget_old_changes(tx); });
                                   });
  }

  Engine engine() const override { return Engine::sqlite; }
  std::string described() const override { return "sqlite:" + file_; }
  std::uint64_t version(std::string_view area) const override { return versions_.of(area); }
  void on_commit(std::function<void()> listener) override { listener_.set(std::move(listener)); }

 protected:
  void run_read(const Work& work) override {
    const OneTransaction one(this);
    const auto connection = readers_.take();
    in_snapshot(*connection, work);
  }

  void run_write(const Work& work) override {
    if (!writer_) throw Failure(fmt::format("the database {} was opened for reading only", file_));
    writer_->run([&](Transaction& tx) { return work(tx) == Outcome::commit; });
  }

 private:
  // Other processes use this file too (a command beside the server); the file tells whether one has
  // committed.
  void learn_from_others() {
    const auto now = poller_->run("PRAGMA data_version", {}).at(0).get<std::int64_t>(0);
    if (now == data_version_) return;
    in_snapshot(*poller_, [this](Transaction& tx) { changes_.read(tx); });
    data_version_ = now;
  }

  std::string file_;
  AreaVersions versions_;
  CommitListener listener_;
  Pool<SqliteConnection> readers_;
  std::mutex in_use_;
  std::unique_ptr<SqliteConnection> connection_;
  std::unique_ptr<SqliteWriter> writer_;
  std::unique_ptr<SqliteConnection> poller_;
  ChangeReader changes_{versions_};
  std::int64_t data_version_ = -1;
  std::unique_ptr<Poll> poll_;  // last, so that it ends first
};

class SqliteInMemory final : public Database {
 public:
  SqliteInMemory()
      : connection_(":memory:", Mode::write), writer_(*this, connection_, in_use_, versions_, listener_) {}

  Engine engine() const override { return Engine::sqlite; }
  std::string described() const override { return "sqlite::memory:"; }
  std::uint64_t version(std::string_view area) const override { return versions_.of(area); }
  void on_commit(std::function<void()> listener) override { listener_.set(std::move(listener)); }

 protected:
  void run_read(const Work& work) override {
    const OneTransaction one(this);
    const std::lock_guard lock(in_use_);
    connection_.run("PRAGMA query_only = ON", {});
    struct End {
      SqliteConnection& connection;
      ~End() { connection.run("PRAGMA query_only = OFF", {}); }
    } end{connection_};
    in_snapshot(connection_, work);
  }

  void run_write(const Work& work) override {
    writer_.run([&](Transaction& tx) { return work(tx) == Outcome::commit; });
  }

 private:
  AreaVersions versions_;
  CommitListener listener_;
  std::mutex in_use_;
  SqliteConnection connection_;
  SqliteWriter writer_;
};

}  // namespace

std::unique_ptr<Database> open_sqlite(const std::string& file, const Options& options) {
  if (file == ":memory:") return std::make_unique<SqliteInMemory>();
  return std::make_unique<SqliteFile>(file, options);
}

}  // namespace wijktafel::db
