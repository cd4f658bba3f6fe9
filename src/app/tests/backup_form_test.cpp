// What goes into a backup comes out the same: every kind of value, on both engines.
#include <filesystem>
#include <limits>

#include "app/backup/manifest.hpp"
#include "base/digest.hpp"
#include "platform/db/tables.hpp"
#include "platform/db/testing_fixture.hpp"
#include "platform/files/archive.hpp"

namespace wijktafel::app {
namespace {

using db::Values;

class BackupForm : public db::testing::OnBothEngines {
 protected:
  static std::vector<db::Migration> migrations() {
    return {{0, "thing", 1, "0001_create_thing",
             "CREATE TABLE thing (id $IDENTITY, name TEXT, size DOUBLE PRECISION, stamp $BYTES);"
             "CREATE TABLE thing_part (name TEXT NOT NULL, place BIGINT NOT NULL, "
             "thing BIGINT REFERENCES thing (id), PRIMARY KEY (place, name));"}};
  }
  static db::Table table_named(db::Transaction& tx, std::string_view name) {
    for (auto& table : db::tables(tx))
      if (table.name == name) return table;
    throw Failure("no such table");
  }
  static std::vector<Values> rows_of(db::Transaction& tx, const db::Table& table) {
    std::vector<Values> rows;
    db::for_each_row(tx, table, [&](const Values& values) { rows.push_back(values); });
    return rows;
  }
};
WIJKTAFEL_ON_BOTH_ENGINES(BackupForm);

TEST_P(BackupForm, KeepsEveryValueExactly) {
  const std::vector<std::vector<db::Value>> rows{
      {std::int64_t{1}, "een\n\"twee\" \\ é \xF0\x9F\x8C\xB3", 0.1 + 0.2, Bytes{0, 255, 10}},
      {std::int64_t{2}, db::Value{}, 4.0, db::Value{}},
      {std::numeric_limits<std::int64_t>::max(), "", std::numeric_limits<double>::denorm_min(), Bytes{}}};
  auto database = fresh(migrations());
  database->write(
      [&](db::Transaction& tx) { tx.insert_many("thing", {"id", "name", "size", "stamp"}, rows); });
  database->read([&](db::Transaction& tx) {
    const auto table = table_named(tx, "thing");
    const auto found = rows_of(tx, table);
    EXPECT_EQ(found, rows);
    for (const auto& row : found) EXPECT_EQ(read_row(table, written_row(table, row)), row);
  });
}

TEST_P(BackupForm, WalksEveryRowByAKeyOfTwoColumns) {
  auto database = fresh(migrations());
  constexpr std::int64_t many = 4'500;  // more than two pages of them
  std::vector<std::vector<db::Value>> rows;
  for (std::int64_t i = 0; i < many; ++i) rows.push_back({"n" + std::to_string(i % 3), i / 3, db::Value{}});
  database->write(
      [&](db::Transaction& tx) { tx.insert_many("thing_part", {"name", "place", "thing"}, rows); });
  database->read([&](db::Transaction& tx) {
    const auto table = table_named(tx, "thing_part");
    EXPECT_EQ(rows_of(tx, table), rows);
  });
}

TEST_P(BackupForm, LoadsInAnyOrderAndStillRefusesWhatRefersToNothing) {
  auto database = fresh(migrations());
  database->write([&](db::Transaction& tx) {
    db::without_order(tx, [&] {
      tx.execute("INSERT INTO thing_part (name, place, thing) VALUES ($1, $2, $3)", "a", 1, 7);
      tx.execute("INSERT INTO thing (id, name) VALUES ($1, $2)", 7, "zeven");
    });
    db::set_last_numbers(tx, {{"thing", 70}});
  });
  const auto next = database->write([](db::Transaction& tx) {
    return tx.insert<std::int64_t>("INSERT INTO thing (name) VALUES ($1) RETURNING id", "acht");
  });
  EXPECT_EQ(next, 71);
  EXPECT_EQ(database->read([](db::Transaction& tx) { return db::last_numbers(tx).at("thing"); }), 71);
  EXPECT_THROW(database->write([&](db::Transaction& tx) {
    db::without_order(tx, [&] {
      tx.execute("INSERT INTO thing_part (name, place, thing) VALUES ($1, $2, $3)", "b", 1, 8'000);
    });
  }),
               Failure);
}

TEST_P(BackupForm, GivesNumbersHigherUpInATableThatWasEmpty) {
  auto database = fresh(migrations());
  const auto next = database->write([](db::Transaction& tx) {
    auto last = db::last_numbers(tx);
    EXPECT_TRUE(last.contains("thing"));
    EXPECT_FALSE(last.contains("thing_part"));
    for (auto& [table, number] : last) number += 10;
    db::set_last_numbers(tx, last);
    return tx.insert<std::int64_t>("INSERT INTO thing (name) VALUES ($1) RETURNING id", "eerste");
  });
  EXPECT_EQ(next, 11);
}

TEST(BackupFormOfText, KeepsTextThatIsNoUtf8) {
  const db::Table table{.name = "t", .columns = {{"a", db::ColumnType::text}}, .key = {0}};
  const Values row{std::string("a\xFF z")};
  EXPECT_EQ(read_row(table, written_row(table, row)), row);
}

TEST(Archive, GivesBackItsPartsAndIsReadableForItsOwnerAlone) {
  const auto file = std::filesystem::temp_directory_path() / ("wijktafel-archive-" + random_token(8));
  {
    files::ArchiveWriter writer(file);
    writer.add("tables/a/1.jsonl", std::string(100'000, 'x'));
    writer.add("empty", "");
    EXPECT_FALSE(std::filesystem::exists(file));  // not before it is whole
    writer.finish();
  }
  EXPECT_EQ(std::filesystem::status(file).permissions(),
            std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  files::ArchiveReader reader(file);
  auto part = reader.next();
  ASSERT_TRUE(part);
  EXPECT_EQ(part->name, "tables/a/1.jsonl");
  EXPECT_EQ(part->bytes, std::string(100'000, 'x'));
  part = reader.next();
  ASSERT_TRUE(part);
  EXPECT_EQ(part->bytes, "");
  EXPECT_FALSE(reader.next());
  EXPECT_THROW(files::ArchiveWriter{file}, Failure);
  std::filesystem::remove(file);
}

TEST(Archive, IsGoneWhenItWasNotFinished) {
  const auto file = std::filesystem::temp_directory_path() / ("wijktafel-archive-" + random_token(8));
  {
    files::ArchiveWriter(file).add("a", "b");
  }
  EXPECT_FALSE(std::filesystem::exists(file));
  EXPECT_FALSE(std::filesystem::exists(file.string() + ".part"));
}

}  // namespace
}  // namespace wijktafel::app
