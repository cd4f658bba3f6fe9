#include <mutex>
#include <set>
#include <thread>

#include "platform/db/testing_fixture.hpp"

namespace wijktafel::db {
namespace {

class Migrations : public testing::OnBothEngines {
 protected:
  static Migration create(int level, const std::string& capability, const std::string& table) {
    return {level, capability, 1, "0001_create_" + table,
            "CREATE TABLE " + table + " (id $IDENTITY, raw $BYTES)"};
  }
  std::unique_ptr<Database> empty() { return testing::empty(GetParam()); }
};
WIJKTAFEL_ON_BOTH_ENGINES(Migrations);

TEST_P(Migrations, RunInOrderOfLevelCapabilityAndNumberAndOnlyOnce) {
  const auto database = empty();
  auto second = create(1, "streets", "house");
  second.number = 2;
  second.name = "0002_create_house";
  second.sql = "CREATE TABLE house (street BIGINT REFERENCES street (id))";
  const std::vector<Migration> all{create(4, "trees", "tree"), second, create(1, "streets", "street"),
                                   create(1, "lanes", "lane")};
  const auto report = migrate(*database, all);
  const std::vector<std::string> last_four(report.applied.end() - 4, report.applied.end());
  EXPECT_EQ(last_four, (std::vector<std::string>{"lanes/0001_create_lane", "streets/0001_create_street",
                                                 "streets/0002_create_house", "trees/0001_create_tree"}));
  EXPECT_EQ(report.applied.front(), "db/0001_create_area_change");
  EXPECT_TRUE(migrate(*database, all).applied.empty());
}

TEST_P(Migrations, MayHoldSeveralStatementsAndAreUndoneAsAWhole) {
  const auto database = empty();
  Migration broken{4, "trees", 1, "0001_create_trees",
                   "CREATE TABLE tree (id $IDENTITY); INSERT INTO nowhere VALUES (1);"};
  EXPECT_THROW(migrate(*database, {broken}), Failure);
  broken.sql = "CREATE TABLE tree (id $IDENTITY);\n-- the end\n";
  EXPECT_EQ(migrate(*database, {broken}).applied, std::vector<std::string>{"trees/0001_create_trees"});
}

TEST_P(Migrations, ThatWereChangedAreRefused) {
  const auto database = empty();
  auto tree = create(4, "trees", "tree");
  migrate(*database, {tree});
  tree.sql += " ";
  EXPECT_THROW(migrate(*database, {tree}), Failure);
}

TEST_P(Migrations, ThatAreUnknownHereAreRefused) {
  const auto database = empty();
  migrate(*database, {create(4, "trees", "tree")});
  EXPECT_THROW(migrate(*database, {}), Failure);
}

TEST_P(Migrations, OfTwoNodesAtOnceRunOnce) {
  const auto database = empty();
  const std::vector<Migration> all{create(4, "trees", "tree"), create(4, "benches", "bench")};
  std::mutex mutex;
  std::multiset<std::string> applied;
  std::vector<std::thread> nodes;
  for (int i = 0; i < 4; ++i)
    nodes.emplace_back([&] {
      const auto report = migrate(*database, all);
      const std::lock_guard lock(mutex);
      applied.insert(report.applied.begin(), report.applied.end());
    });
  for (auto& node : nodes) node.join();
  EXPECT_EQ(applied.count("trees/0001_create_tree"), 1U);
  EXPECT_EQ(applied.size(), platform_migrations().size() + 2);
}

TEST(EmbeddedMigrations, OfThePlatformAreNumberedFromOne) {
  const auto found = embedded_migrations(-1, "platform/db/migrations", "db");
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found.front().number, 1);
  EXPECT_EQ(found.front().name, "0001_create_area_change");
}

}  // namespace
}  // namespace wijktafel::db
