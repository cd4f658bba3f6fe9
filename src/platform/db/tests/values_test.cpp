#include <limits>

#include "platform/db/testing_fixture.hpp"

namespace wijktafel::db {
namespace {

enum class ThingId : std::int64_t {};

class Values : public testing::OnBothEngines {
 protected:
  void SetUp() override {
    OnBothEngines::SetUp();
    if (IsSkipped()) return;
    database_ =
        fresh({{4, "things", 1, "0001_create_things",
                "CREATE TABLE thing (id $IDENTITY, whole INTEGER, part REAL, words TEXT, raw $BYTES)"}});
  }
  std::unique_ptr<Database> database_;
};
WIJKTAFEL_ON_BOTH_ENGINES(Values);

TEST_P(Values, ComeBackAsTheyWentIn) {
  const Bytes bytes{0, 255, 10, 0, 92};
  const std::string text = "Plein 1944, café 'De Hoek' \\x41 $1 \"€\" 🌳";
  const auto id = database_->write([&](Transaction& tx) {
    return tx.insert<ThingId>(
        "INSERT INTO thing (whole, part, words, raw) VALUES ($1, $2, $3, $4) RETURNING id",
        std::int64_t{5'000'000'000}, 0.1, text, bytes);
  });
  const auto row = database_->read([&](Transaction& tx) {
    return tx.find("SELECT whole, part, words, raw FROM thing WHERE id = $1", id);
  });
  ASSERT_TRUE(row);
  EXPECT_EQ(row->get<std::int64_t>(0), 5'000'000'000);
  EXPECT_EQ(row->get<double>(1), 0.1);
  EXPECT_EQ(row->get<std::string>(2), text);
  EXPECT_EQ(row->get<Bytes>(3), bytes);
}

TEST_P(Values, MayBeNothingOrEmptyAndThatIsNotTheSame) {
  database_->write([&](Transaction& tx) {
    tx.execute("INSERT INTO thing (id, whole, words, raw) VALUES (1, $1, $2, $3)", std::optional<int>{},
               std::optional<std::string>{}, std::nullopt);
    tx.execute("INSERT INTO thing (id, whole, words, raw) VALUES (2, $1, $2, $3)", 0, "", Bytes{});
  });
  const auto rows = database_->read(
      [](Transaction& tx) { return tx.query("SELECT whole, words, raw FROM thing ORDER BY id"); });
  EXPECT_EQ(rows.at(0).get<std::optional<int>>(0), std::nullopt);
  EXPECT_EQ(rows.at(0).get<std::optional<std::string>>(1), std::nullopt);
  EXPECT_EQ(rows.at(0).get<std::optional<Bytes>>(2), std::nullopt);
  EXPECT_EQ(rows.at(1).get<std::optional<int>>(0), 0);
  EXPECT_EQ(rows.at(1).get<std::optional<std::string>>(1), "");
  EXPECT_EQ(rows.at(1).get<std::optional<Bytes>>(2), Bytes{});
}

TEST_P(Values, KeepTheLargestAndSmallestNumbers) {
  using Limits = std::numeric_limits<std::int64_t>;
  database_->write([](Transaction& tx) {
    tx.execute("INSERT INTO thing (whole) VALUES ($1), ($2)", Limits::min(), Limits::max());
  });
  const auto rows =
      database_->read([](Transaction& tx) { return tx.query("SELECT whole FROM thing ORDER BY whole"); });
  EXPECT_EQ(rows.at(0).get<std::int64_t>(0), Limits::min());
  EXPECT_EQ(rows.at(1).get<std::int64_t>(0), Limits::max());
}

TEST_P(Values, KnowDatesInstantsAndYesOrNo) {
  const auto moment = from_millis(1'795'370'400'123);
  const auto day = *parse_date("2028-02-29");
  database_->write([&](Transaction& tx) {
    tx.execute("INSERT INTO thing (id, whole, words) VALUES (1, $1, $2)", moment, day);
    tx.execute("INSERT INTO thing (id, whole) VALUES (2, $1)", true);
  });
  const auto row = database_->read(
      [](Transaction& tx) { return *tx.find("SELECT whole, words FROM thing WHERE id = 1"); });
  EXPECT_EQ(row.get<Instant>(0), moment);
  EXPECT_EQ(row.get<Date>(1), day);
  const auto later = database_->read([&](Transaction& tx) {
    // An instant minus an hour must not be taken for a narrow number.
    return tx.query("SELECT id FROM thing WHERE id = 1 AND whole > $1 - 3600000", moment).size();
  });
  EXPECT_EQ(later, 1U);
  EXPECT_TRUE(database_->read(
      [](Transaction& tx) { return tx.find("SELECT whole FROM thing WHERE id = 2")->get<bool>(0); }));
}

TEST_P(Values, AreNeverCutToFit) {
  const auto rows = database_->read([](Transaction& tx) { return tx.query("SELECT 5000000000, 'text'"); });
  EXPECT_THROW(rows.at(0).get<int>(0), Failure);
  EXPECT_THROW(rows.at(0).get<std::int64_t>(1), Failure);
  EXPECT_THROW(rows.at(0).get<std::string>(0), Failure);
}

TEST_P(Values, OfCountsSumsAndComparisonsAreWholeNumbers) {
  database_->write([](Transaction& tx) {
    tx.execute("INSERT INTO thing (whole, part) VALUES (2, 0.5), (5000000000, 0.25)");
  });
  const auto row = database_->read([](Transaction& tx) {
    return *tx.find(
        "SELECT COUNT(*), SUM(whole), EXISTS (SELECT 1 FROM thing WHERE whole = $1), SUM(part) FROM thing",
        2);
  });
  EXPECT_EQ(row.get<int>(0), 2);
  EXPECT_EQ(row.get<std::int64_t>(1), 5'000'000'002);
  EXPECT_TRUE(row.get<bool>(2));
  EXPECT_EQ(row.get<double>(3), 0.75);
}

TEST_P(Values, MayBeNamedInAnyOrderAndMoreThanOnce) {
  const auto row = database_->read([](Transaction& tx) {
    return *tx.find("SELECT CAST($2 AS TEXT), CAST($1 AS TEXT), CAST($2 AS TEXT)", "one", "two");
  });
  EXPECT_EQ(row.get<std::string>(0), "two");
  EXPECT_EQ(row.get<std::string>(1), "one");
  EXPECT_EQ(row.get<std::string>(2), "two");
}

TEST_P(Values, GoInManyAtOnce) {
  std::vector<std::vector<Value>> rows;
  for (int i = 0; i < 3'000; ++i)
    rows.push_back({std::int64_t{i}, i % 2 == 0 ? Value{0.5 * i} : Value{},
                    "tab\t line\n back\\slash \\N " + std::to_string(i),
                    Bytes{9, 10, 92, static_cast<std::uint8_t>(i % 256)}});
  database_->write(
      [&](Transaction& tx) { tx.insert_many("thing", {"whole", "part", "words", "raw"}, rows); });
  const auto kept = database_->read(
      [](Transaction& tx) { return tx.query("SELECT whole, part, words, raw FROM thing ORDER BY whole"); });
  ASSERT_EQ(kept.size(), rows.size());
  EXPECT_EQ(kept[2'998].get<double>(1), 1'499.0);
  EXPECT_EQ(kept[2'999].get<std::optional<double>>(1), std::nullopt);
  EXPECT_EQ(kept[2'999].get<std::string>(2), "tab\t line\n back\\slash \\N 2999");
  EXPECT_EQ(kept[2'999].get<Bytes>(3), (Bytes{9, 10, 92, 2'999 % 256}));
}

TEST_P(Values, LikeTellsCapitalsApart) {
  const auto row = database_->read(
      [](Transaction& tx) { return *tx.find("SELECT 'Boom' LIKE 'boom', 'Boom' LIKE 'B%'"); });
  EXPECT_FALSE(row.get<bool>(0));
  EXPECT_TRUE(row.get<bool>(1));
}

}  // namespace
}  // namespace wijktafel::db
