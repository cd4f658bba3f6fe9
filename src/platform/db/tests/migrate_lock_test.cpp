// A migration of a table that somebody else is reading, as a backup does for an hour.
#include <future>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "platform/db/lock_patience.hpp"
#include "platform/db/testing.hpp"

namespace wijktafel::db {
namespace {

using namespace std::chrono_literals;
using ::testing::HasSubstr;

class MigrationLock : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!testing::available(Engine::postgresql))
      GTEST_SKIP() << "no PostgreSQL here: run the tests by tools/with-postgresql to include it";
    place_ = std::make_unique<testing::Place>(Engine::postgresql);
    database_ = Database::open(place_->address());
    backup_ = Database::open(place_->address());
    migrate(*database_, {create_});
    std::promise<void> holds;
    auto held = holds.get_future();
    reading_ = std::async(std::launch::async, [this, holds = std::move(holds)]() mutable {
      backup_->read([&](Transaction& tx) {
        tx.query("SELECT COUNT(*) FROM tree");
        holds.set_value();
        end_.get_future().wait_for(20s);
      });
    });
    held.wait();
  }
  void TearDown() override {
    if (reading_.valid()) end_backup();
  }
  void end_backup() {
    end_.set_value();
    reading_.get();
  }

  const Migration create_{4, "trees", 1, "0001_create_tree", "CREATE TABLE tree (id $IDENTITY)"};
  const Migration change_{4, "trees", 2, "0002_add_height", "ALTER TABLE tree ADD COLUMN height INTEGER"};
  std::unique_ptr<testing::Place> place_;
  std::unique_ptr<Database> database_;
  std::unique_ptr<Database> backup_;
  std::promise<void> end_;
  std::future<void> reading_;
};

TEST_F(MigrationLock, ThatStaysEndsInAFailureThatSaysWhatToDoAndKeepsNothing) {
  try {
    migrate(*database_, {create_, change_}, {.each = 20ms, .times = 2, .between = 1ms});
    ADD_FAILURE() << "it waited until the backup was done";
  } catch (const Failure& failure) {
    EXPECT_THAT(failure.what(), HasSubstr("trees/0002_add_height cannot run now, after 2 tries"));
    EXPECT_THAT(failure.what(), HasSubstr("let that end"));
  }
  end_backup();
  EXPECT_EQ(migrate(*database_, {create_, change_}).applied,
            std::vector<std::string>{"trees/0002_add_height"});
}

TEST_F(MigrationLock, ThatIsGivenUpMeanwhileIsWaitedFor) {
  auto migrated = std::async(std::launch::async, [&] {
    return migrate(*database_, {create_, change_}, {.each = 20ms, .times = 1000, .between = 1ms}).applied;
  });
  EXPECT_EQ(migrated.wait_for(200ms), std::future_status::timeout);
  end_backup();
  EXPECT_EQ(migrated.get(), std::vector<std::string>{"trees/0002_add_height"});
}

}  // namespace
}  // namespace wijktafel::db
