#include <atomic>
#include <gmock/gmock.h>
#include <thread>

#include "platform/db/testing_fixture.hpp"

namespace wijktafel::db {
namespace {

class Transactions : public testing::OnBothEngines {
 protected:
  void SetUp() override {
    OnBothEngines::SetUp();
    if (IsSkipped()) return;
    database_ = fresh(
        {{4, "things", 1, "0001_create_things",
          "CREATE TABLE thing (id $IDENTITY, name TEXT NOT NULL UNIQUE, amount BIGINT NOT NULL DEFAULT 0);"
          "CREATE TABLE part (thing BIGINT NOT NULL REFERENCES thing (id))"}});
  }
  std::int64_t count() {
    return database_->read(
        [](Transaction& tx) { return tx.query("SELECT COUNT(*) FROM thing").at(0).get<std::int64_t>(0); });
  }
  static void add(Transaction& tx, std::string_view name) {
    tx.execute("INSERT INTO thing (name) VALUES ($1)", name);
  }
  std::unique_ptr<Database> database_;
};
WIJKTAFEL_ON_BOTH_ENGINES(Transactions);

TEST_P(Transactions, OfManyThreadsLoseNothing) {
  database_->write([](Transaction& tx) { add(tx, "counter"); });
  std::vector<std::thread> threads;
  std::atomic<int> wrong_reads = 0;
  for (int t = 0; t < 64; ++t)
    threads.emplace_back([&, t] {
      for (int i = 0; i < 4; ++i) {
        database_->write([&](Transaction& tx) {
          add(tx, std::to_string(t) + "/" + std::to_string(i));
          tx.execute("UPDATE thing SET amount = amount + 1 WHERE name = 'counter'");
        });
        database_->read([&](Transaction& tx) {
          // The row and the counter change together, so a snapshot always sees them equal.
          const auto row = *tx.find("SELECT COUNT(*), MAX(amount) FROM thing");
          if (row.get<int>(0) != row.get<int>(1) + 1) ++wrong_reads;
        });
      }
    });
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(count(), 64 * 4 + 1);
  EXPECT_EQ(wrong_reads, 0);
}

TEST_P(Transactions, ThatRefuseAreUndoneAlone) {
  std::vector<std::thread> threads;
  std::atomic<int> refused = 0;
  for (int t = 0; t < 20; ++t)
    threads.emplace_back([&, t] {
      const auto result = database_->write([&](Transaction& tx) -> Result<int, std::string> {
        add(tx, std::to_string(t));
        if (t % 2 == 1) return std::unexpected("odd");
        return t;
      });
      if (!result) ++refused;
    });
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(refused, 10);
  EXPECT_EQ(count(), 10);
}

TEST_P(Transactions, CarryAnExceptionToTheCallerAndUndoTheirChanges) {
  struct Surprise {
    int number;
  };
  try {
    database_->write([](Transaction& tx) {
      add(tx, "a");
      throw Surprise{7};
    });
    FAIL() << "nothing was thrown";
  } catch (const Surprise& surprise) {
    EXPECT_EQ(surprise.number, 7);
  }
  EXPECT_EQ(count(), 0);
  database_->write([](Transaction& tx) { add(tx, "a"); });
  EXPECT_EQ(count(), 1);
}

TEST_P(Transactions, SayWhenAKeyIsTakenOrMissing) {
  database_->write([](Transaction& tx) { add(tx, "a"); });
  EXPECT_THROW(database_->write([](Transaction& tx) { add(tx, "a"); }), ConstraintViolation);
  EXPECT_THROW(
      database_->write([](Transaction& tx) { tx.execute("INSERT INTO part (thing) VALUES ($1)", 12'345); }),
      ConstraintViolation);
  EXPECT_EQ(count(), 1);
}

TEST_P(Transactions, CannotBeKeptAfterAFailedStatement) {
  database_->write([](Transaction& tx) { add(tx, "a"); });
  EXPECT_THROW(database_->write([](Transaction& tx) {
    add(tx, "b");
    try {
      add(tx, "a");
    } catch (const ConstraintViolation&) {
    }
  }),
               Failure);
  EXPECT_EQ(count(), 1);
}

TEST_P(Transactions, ForReadingCannotWrite) {
  EXPECT_THROW(database_->read([](Transaction& tx) { add(tx, "a"); }), Failure);
  EXPECT_EQ(count(), 0);
  database_->write([](Transaction& tx) { add(tx, "a"); });
  EXPECT_EQ(count(), 1);
}

TEST_P(Transactions, TellTheNumberOfRowsChanged) {
  database_->write([](Transaction& tx) {
    add(tx, "a");
    add(tx, "b");
    EXPECT_EQ(tx.execute("UPDATE thing SET amount = 3"), 2);
    EXPECT_EQ(tx.execute("UPDATE thing SET amount = 4 WHERE name = $1", "nobody"), 0);
    EXPECT_EQ(tx.execute("DELETE FROM thing WHERE name = $1", "a"), 1);
  });
}

TEST_P(Transactions, RaiseTheVersionOfTheAreasTheyTouch) {
  EXPECT_EQ(database_->version("BU16210101"), 0U);
  database_->write([](Transaction& tx) {
    tx.touch("BU16210101");
    tx.touch("BU16210101");
    tx.touch("GM1621");
  });
  const auto first = database_->version("BU16210101");
  EXPECT_GT(first, 0U);
  EXPECT_EQ(database_->version("GM1621"), first);
  EXPECT_EQ(database_->version("BU16210102"), 0U);
  database_->write([](Transaction& tx) { tx.touch("BU16210101"); });
  EXPECT_GT(database_->version("BU16210101"), first);
  EXPECT_EQ(database_->version("GM1621"), first);
}

TEST_P(Transactions, ThatAreUndoneRaiseNothing) {
  database_->write([](Transaction& tx) -> Result<int, int> {
    tx.touch("GM1621");
    return std::unexpected(1);
  });
  EXPECT_THROW(database_->write([](Transaction& tx) {
    tx.touch("GM1621");
    throw Failure("no");
  }),
               Failure);
  EXPECT_EQ(database_->version("GM1621"), 0U);
}

TEST_P(Transactions, TellTheListenerOncePerCommit) {
  std::atomic<int> told = 0;
  database_->on_commit([&] { ++told; });
  database_->write([](Transaction& tx) { add(tx, "a"); });
  EXPECT_EQ(told, 1);
  database_->write([](Transaction&) -> Result<int, int> { return std::unexpected(1); });
  database_->read([](Transaction& tx) { tx.query("SELECT 1"); });
  EXPECT_EQ(told, 1);
  database_->on_commit({});
}

TEST_P(Transactions, InsideOneAnotherStopTheProcess) {
  GTEST_FLAG_SET(death_test_style, "threadsafe");
  EXPECT_DEATH(database_->write([&](Transaction&) { database_->write([](Transaction&) {}); }),
               "inside another");
  EXPECT_DEATH(database_->read([&](Transaction&) { database_->read([](Transaction&) {}); }),
               "inside another");
}

TEST_P(Transactions, OfTwoDatabasesMayOverlap) {
  const auto copy =
      testing::fresh(Engine::sqlite, {{4, "names", 1, "0001_create_name", "CREATE TABLE name (name TEXT)"}});
  database_->write([](Transaction& tx) { add(tx, "a"); });
  database_->read([&](Transaction& from) {
    const auto rows = from.query("SELECT name FROM thing");
    copy->write([&](Transaction& to) {
      for (const auto& row : rows) to.execute("INSERT INTO name VALUES ($1)", row.get<std::string>(0));
    });
  });
  EXPECT_EQ(copy->read([](Transaction& tx) { return tx.query("SELECT name FROM name").size(); }), 1U);
}

TEST(DatabaseAddress, ThatIsWrongIsNotRepeated) {
  try {
    Database::open("mysql://user:secret@host/name");
    FAIL() << "nothing was thrown";
  } catch (const Failure& failure) {
    EXPECT_THAT(failure.what(), ::testing::Not(::testing::HasSubstr("secret")));
    EXPECT_THAT(failure.what(), ::testing::HasSubstr("sqlite:FILE"));
  }
}

}  // namespace
}  // namespace wijktafel::db
