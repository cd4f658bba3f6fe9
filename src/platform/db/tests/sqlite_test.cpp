// What only a SQLite file has: group commit, readers beside the writer, other processes on the same file.
#include <atomic>
#include <future>
#include <gtest/gtest.h>
#include <thread>

#include "platform/db/testing.hpp"

namespace wijktafel::db {
namespace {

using namespace std::chrono_literals;

class SqliteFile : public ::testing::Test {
 protected:
  void SetUp() override {
    database_ = Database::open(file_.address());
    migrate(*database_, {{4, "things", 1, "0001_create_things",
                          "CREATE TABLE thing (id $IDENTITY, name TEXT NOT NULL)"}});
  }
  std::int64_t count() {
    return database_->read(
        [](Transaction& tx) { return tx.query("SELECT COUNT(*) FROM thing").at(0).get<std::int64_t>(0); });
  }
  static void add(Transaction& tx) { tx.execute("INSERT INTO thing (name) VALUES ('a')"); }
  testing::Place file_{Engine::sqlite};
  std::unique_ptr<Database> database_;
};

TEST_F(SqliteFile, CommitsWaitingWritesTogether) {
  std::atomic<int> commits = 0;
  database_->on_commit([&] { ++commits; });
  std::vector<std::thread> threads;
  for (int t = 0; t < 64; ++t)
    threads.emplace_back([&] {
      for (int i = 0; i < 8; ++i) database_->write([](Transaction& tx) { add(tx); });
    });
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(count(), 64 * 8);
  EXPECT_LT(commits, 64 * 8 / 2);
  database_->on_commit({});
}

// Ten writes that wait behind one that holds the writer, so that they make one group.
template <class F>
int failures_of_a_group(Database& database, F&& write) {
  std::promise<void> others_wait;
  std::thread first([&] { database.write([&](Transaction&) { others_wait.get_future().wait(); }); });
  std::this_thread::sleep_for(20ms);
  std::atomic<int> failed = 0;
  std::vector<std::thread> others;
  for (int t = 0; t < 10; ++t)
    others.emplace_back([&, t] {
      try {
        database.write([&](Transaction& tx) { write(tx, t); });
      } catch (const Failure&) {
        ++failed;
      }
    });
  std::this_thread::sleep_for(50ms);
  others_wait.set_value();
  first.join();
  for (auto& thread : others) thread.join();
  return failed;
}

TEST_F(SqliteFile, UndoesOnlyTheOneThatFailsInAGroup) {
  const int failed = failures_of_a_group(*database_, [](Transaction& tx, int number) {
    add(tx);
    if (number == 4) throw Failure("this one only");
  });
  EXPECT_EQ(failed, 1);
  EXPECT_EQ(count(), 9);
}

TEST_F(SqliteFile, GivesOthersTheirOwnCommitWhenOneEndsTheTransactionOfAll) {
  const int failed = failures_of_a_group(*database_, [](Transaction& tx, int number) {
    add(tx);
    if (number == 3) tx.script("ROLLBACK");  // as SQLite itself does when the disk is full
  });
  EXPECT_EQ(failed, 1);
  EXPECT_EQ(count(), 9);
}

TEST_F(SqliteFile, LetsReadersSeeOneMomentWhileTheWriterGoesOn) {
  database_->read([&](Transaction& tx) {
    const auto before = tx.query("SELECT COUNT(*) FROM thing").at(0).get<int>(0);
    std::thread([&] { database_->write([](Transaction& other) { add(other); }); }).join();
    EXPECT_EQ(tx.query("SELECT COUNT(*) FROM thing").at(0).get<int>(0), before);
  });
  EXPECT_EQ(count(), 1);
}

TEST_F(SqliteFile, HoldsToTheDiskAndToForeignKeys) {
  database_->write([](Transaction& tx) {
    EXPECT_EQ(tx.query("PRAGMA synchronous").at(0).get<int>(0), 2);  // FULL
    EXPECT_EQ(tx.query("PRAGMA foreign_keys").at(0).get<int>(0), 1);
    EXPECT_EQ(tx.query("PRAGMA journal_mode").at(0).get<std::string>(0), "wal");
  });
}

TEST_F(SqliteFile, OpenedForReadingOnlyRefusesToWrite) {
  database_->write([](Transaction& tx) { add(tx); });
  const auto reader = Database::open(file_.address(), {.readers = 1, .read_only = true});
  EXPECT_EQ(reader->read([](Transaction& tx) { return tx.query("SELECT id FROM thing").size(); }), 1U);
  EXPECT_THROW(reader->write([](Transaction& tx) { add(tx); }), Failure);
}

TEST_F(SqliteFile, RefusesParametersThatTheStatementDoesNotHave) {
  EXPECT_THROW(database_->read([](Transaction& tx) { return tx.query("SELECT $1", "one", "two"); }), Failure);
  EXPECT_THROW(database_->read([](Transaction& tx) { return tx.query("SELECT $1, $2", "one"); }), Failure);
  EXPECT_THROW(database_->read([](Transaction& tx) { return tx.query("SELECT ?", "one"); }), Failure);
}

TEST(SqliteAddress, OfAFolderThatDoesNotExistSaysWhatToDo) {
  try {
    Database::open("sqlite:/does/not/exist/here.sqlite");
    FAIL() << "nothing was thrown";
  } catch (const Failure& failure) {
    EXPECT_NE(std::string(failure.what()).find("Does its folder exist"), std::string::npos);
  }
}

}  // namespace
}  // namespace wijktafel::db
