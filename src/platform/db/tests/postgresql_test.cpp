// What only PostgreSQL has: reruns, lost connections, addresses with passwords.
#include <atomic>
#include <gmock/gmock.h>
#include <latch>
#include <thread>

#include "platform/db/postgresql_database.hpp"
#include "platform/db/testing.hpp"

namespace wijktafel::db {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class Postgresql : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!testing::available(Engine::postgresql))
      GTEST_SKIP() << "no PostgreSQL here: run the tests by tools/with-postgresql to include it";
    place_ = std::make_unique<testing::Place>(Engine::postgresql);
    database_ = Database::open(place_->address());
    migrate(*database_, {{4, "things", 1, "0001_create_things",
                          "CREATE TABLE thing (name TEXT PRIMARY KEY, amount BIGINT NOT NULL);"
                          "INSERT INTO thing VALUES ('left', 0), ('right', 0)"}});
  }
  static void raise(Transaction& tx, std::string_view name) {
    tx.execute("UPDATE thing SET amount = amount + 1 WHERE name = $1", name);
  }
  std::int64_t amount(std::string_view name) {
    return database_->read([&](Transaction& tx) {
      return tx.find("SELECT amount FROM thing WHERE name = $1", name)->get<std::int64_t>(0);
    });
  }
  static void cut_off(Transaction& tx) {
    try {
      tx.query("SELECT pg_terminate_backend(pg_backend_pid())");
    } catch (const Failure&) {
    }
  }
  std::unique_ptr<testing::Place> place_;
  std::unique_ptr<Database> database_;
};

TEST_F(Postgresql, RunsAWriteAgainThatDeadlocked) {
  std::latch both_hold_one(2);
  std::atomic<int> runs = 0;
  const auto crossing = [&](std::string_view first, std::string_view second) {
    bool held = false;
    database_->write([&, first, second](Transaction& tx) {
      ++runs;
      raise(tx, first);
      if (!held) {
        held = true;
        both_hold_one.arrive_and_wait();
      }
      raise(tx, second);
    });
  };
  std::thread other([&] { crossing("left", "right"); });
  crossing("right", "left");
  other.join();
  EXPECT_EQ(amount("left"), 2);
  EXPECT_EQ(amount("right"), 2);
  EXPECT_GE(runs, 3);
}

TEST_F(Postgresql, RunsAWriteAgainThatCouldNotBeSerialised) {
  int runs = 0;
  database_->write([&](Transaction& tx) {
    raise(tx, "left");
    if (++runs < 3) tx.script("DO $$ BEGIN RAISE EXCEPTION 'in the way' USING ERRCODE = '40001'; END $$");
  });
  EXPECT_EQ(runs, 3);
  EXPECT_EQ(amount("left"), 1);
}

TEST_F(Postgresql, GivesUpAfterTenReruns) {
  int runs = 0;
  EXPECT_THROW(database_->write([&](Transaction& tx) {
    ++runs;
    tx.script("DO $$ BEGIN RAISE EXCEPTION 'in the way' USING ERRCODE = '40001'; END $$");
  }),
               Failure);
  EXPECT_EQ(runs, 11);
}

TEST_F(Postgresql, RunsAgainWhenTheConnectionIsLostBeforeTheCommit) {
  int runs = 0;
  const auto result = database_->write([&](Transaction& tx) {
    raise(tx, "left");
    if (++runs == 1) tx.query("SELECT pg_terminate_backend(pg_backend_pid())");
    return runs;
  });
  EXPECT_EQ(result, 2);
  EXPECT_EQ(amount("left"), 1);
  runs = 0;
  database_->read([&](Transaction& tx) {
    if (++runs == 1) tx.query("SELECT pg_terminate_backend(pg_backend_pid())");
  });
  EXPECT_EQ(runs, 2);
}

TEST_F(Postgresql, SaysThatItDoesNotKnowWhenTheConnectionIsLostDuringTheCommit) {
  // The connection goes without the function noticing, so that COMMIT is the first to fail.
  int runs = 0;
  EXPECT_THROW(database_->write([&](Transaction& tx) {
    ++runs;
    raise(tx, "left");
    cut_off(tx);
  }),
               UnknownOutcome);
  EXPECT_EQ(runs, 1);
  EXPECT_EQ(amount("left"), 0);
}

TEST_F(Postgresql, ComesBackAfterAllConnectionsWereCut) {
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) threads.emplace_back([&] { amount("left"); });
  for (auto& thread : threads) thread.join();
  const auto another = Database::open(place_->address());
  another->write([](Transaction& tx) {
    tx.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() "
        "AND query LIKE '%thing%'");
  });
  EXPECT_EQ(amount("left"), 0);
  database_->write([](Transaction& tx) { raise(tx, "left"); });
  EXPECT_EQ(amount("left"), 1);
}

TEST_F(Postgresql, WorksWithoutPreparedStatementsForAPoolerByTransaction) {
  const auto unprepared = Database::open(place_->address() + "&prepare=off");
  unprepared->write([](Transaction& tx) { raise(tx, "left"); });
  EXPECT_EQ(amount("left"), 1);
  const auto prepared = [](Database& database) {
    return database.read([](Transaction& tx) {
      return tx.query("SELECT COUNT(*) FROM pg_prepared_statements").at(0).get<int>(0);
    });
  };
  EXPECT_EQ(prepared(*unprepared), 0);
  EXPECT_GT(prepared(*database_), 0);
}

TEST_F(Postgresql, KeepsValuesOutOfItsMessages) {
  try {
    database_->write([](Transaction& tx) {
      tx.execute("INSERT INTO thing (name, amount) VALUES ($1, 0)", "an.a@example.org");
      tx.execute("INSERT INTO thing (name, amount) VALUES ($1, 0)", "an.a@example.org");
    });
    FAIL() << "nothing was thrown";
  } catch (const ConstraintViolation& violation) {
    EXPECT_THAT(violation.what(), Not(HasSubstr("example.org")));
  }
  try {
    database_->read(
        [](Transaction& tx) { tx.query("SELECT CAST(CAST($1 AS TEXT) AS BIGINT)", "an.a@example.org"); });
    FAIL() << "nothing was thrown";
  } catch (const Failure& failure) {
    EXPECT_THAT(failure.what(), Not(HasSubstr("example.org")));
  }
}

TEST(PostgresqlAddressText, IsDescribedWithoutUserAndPassword) {
  const PostgresqlAddress address(
      "postgresql://wijk:ge%40heim@db.example.org:5433/lansingerland?prepare=off&sslmode=require");
  EXPECT_EQ(address.described, "postgresql://db.example.org:5433/lansingerland");
  EXPECT_FALSE(address.prepare);
  EXPECT_EQ(address.url, "postgresql://wijk:ge%40heim@db.example.org:5433/lansingerland?sslmode=require");
  EXPECT_TRUE(PostgresqlAddress("postgresql://db.example.org/prepare").prepare);
}

TEST(PostgresqlAddressText, ThatIsWrongOrLeadsNowhereKeepsThePasswordToItself) {
  for (const auto* const wrong :
       {"postgresql://wijk:geheim@host:notaport/x", "postgresql://wijk:geheim@[::1/x",
        "postgresql://wijk:geheim@127.0.0.1:1/x", "postgresql://wijk:geheim@host/x?geheim=1",
        "postgresql://wijk:x@geheim@127.0.0.1:1/x", "postgresql://wijk:x/geheim@127.0.0.1:1/x",
        "postgresql://wijk:geheim/x@127.0.0.1:1/x", "postgresql://wijk:geheim?x@127.0.0.1:1/x"}) {
    try {
      Database::open(wrong);
      FAIL() << "nothing was thrown for " << wrong;
    } catch (const Failure& failure) {
      EXPECT_THAT(failure.what(), Not(HasSubstr("geheim")));
    }
  }
}

}  // namespace
}  // namespace wijktafel::db
