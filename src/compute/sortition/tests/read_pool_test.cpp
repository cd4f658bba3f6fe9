#include "compute/sortition/read_pool.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gmock/gmock.h>
#include <set>

#include "base/tests/shared_folder.hpp"

namespace wijktafel::sortition {
namespace {

using testing::ElementsAre;

constexpr std::string_view quotas =
    "category,feature,min,max\nage,young,1,2\nage,old,1,2\nsex,f,0,3\nsex,m,0,3\n";
constexpr std::string_view people = "age,sex\nyoung,f\nold,m\nold,f\n";

// "people 3:5 unknown_value(q,age)": a line for each fault.
std::vector<std::string> faults_of(std::string_view quota_text, std::string_view people_text,
                                   const ReadOptions& options = {.panel_size = 2}) {
  const auto pool = read_pool(quota_text, people_text, options);
  std::vector<std::string> lines;
  if (pool) return lines;
  constexpr std::array files = {"quotas", "people", "asked"};
  for (const auto& [file, fault] : pool.error())
    lines.push_back(fmt::format("{} {}:{} {}({})", files.at(static_cast<std::size_t>(file)), fault.line,
                                fault.column, fault.reason, fmt::join(fault.facts, ",")));
  return lines;
}

TEST(ReadPool, reads_the_form_with_a_category_and_a_feature_and_calls_people_by_their_row) {
  const auto pool = read_pool(quotas, people, {.panel_size = 2});
  ASSERT_TRUE(pool);
  EXPECT_THAT(pool->categories, ElementsAre("age", "sex"));
  ASSERT_EQ(pool->features.size(), 4U);
  EXPECT_EQ(pool->features[1].value, "old");
  EXPECT_EQ(pool->features[1].maximum, 2);
  EXPECT_FALSE(pool->features[1].lowest_minimum);
  ASSERT_EQ(pool->people.size(), 3U);
  EXPECT_EQ(pool->people[2].id, "3");
  EXPECT_THAT(pool->people[2].features, ElementsAre(1, 2));
  EXPECT_EQ(pool->panel_size, 2);
}

TEST(ReadPool, reads_the_form_with_a_feature_and_a_value_limits_and_ids) {
  const auto pool =
      read_pool("feature;value;min;max;min_flex;max_flex;population\nSex;F;1;1;0;2;51,0\nSex;M;1;1;;;49\n",
                "name;person_id;SEX\nAnna;p7; f \nBert;p9;M\n", {.panel_size = 2});
  // A comma is no decimal sign: the share of the first line is a fault.
  ASSERT_FALSE(pool);
  EXPECT_EQ(pool.error().size(), 1U);
  const auto mended =
      read_pool("feature;value;min;max;min_flex;max_flex;population\nSex;F;1;1;0;2;51.0\nSex;M;1;1;;;49\n",
                "name;person_id;SEX\nAnna;p7; f \nBert;p9;M\n", {.panel_size = 2});
  ASSERT_TRUE(mended);
  EXPECT_EQ(mended->features[0].lowest_minimum, 0);
  EXPECT_EQ(mended->features[0].highest_maximum, 2);
  EXPECT_FALSE(mended->features[1].lowest_minimum);
  EXPECT_EQ(mended->features[0].population, 51.0);
  EXPECT_EQ(mended->people[0].id, "p7");
  EXPECT_THAT(mended->people[0].features, ElementsAre(0));
}

TEST(ReadPool, does_not_take_a_category_for_the_ids) {
  const auto pool =
      read_pool("category,feature,min,max\nid,x,0,2\nid,y,0,2\n", "id\nx\nx\ny\n", {.panel_size = 2});
  ASSERT_TRUE(pool);
  EXPECT_EQ(pool->people[1].id, "2");
}

TEST(ReadPool, puts_values_of_a_category_together_also_when_the_file_does_not) {
  const auto pool = read_pool("category\tfeature\tmin\tmax\r\na\tx\t0\t2\r\nb\tp\t0\t2\r\nA\ty\t0\t2\r\n",
                              "b\ta\r\np\ty\r\n", {.panel_size = 1});
  ASSERT_TRUE(pool);
  EXPECT_EQ(pool->features[1].value, "y");
  EXPECT_EQ(pool->features[1].category, "a");
  EXPECT_THAT(pool->people[0].features, ElementsAre(1, 2));
}

TEST(ReadPool, gives_people_of_one_address_one_household) {
  const std::string text = "id,street,number,age,sex\na,Weg,1,young,f\nb, weg,1,old,m\nc,Weg,2,old,f\n";
  const auto pool = read_pool(
      quotas, text, {.panel_size = 2, .household_columns = {"street", "number"}, .per_household = 1});
  ASSERT_TRUE(pool);
  EXPECT_EQ(pool->people[0].household, pool->people[1].household);
  EXPECT_NE(pool->people[0].household, pool->people[2].household);
  EXPECT_EQ(pool->per_household, 1);
}

TEST(ReadPool, gives_all_faults_at_once_with_their_places) {
  EXPECT_THAT(faults_of("category,feature,min,max,min_flex,max_flex\n"
                        "age,young,3,2,0,9\n"    // minimum above maximum
                        "age,old,een,2.5,0,9\n"  // not whole, twice
                        "age,Old,0,2,0,9\n"      // the same value again
                        "sex,,0,3,0,9\n"         // no value
                        "sex,m,1,2,2,1\n"        // limits on the wrong side
                        "sex,f,0\n",             // too few cells
                        "person_id,age\n"
                        "1,young\n"
                        "1,old\n"
                        ",old\n"
                        "4,\n",
                        {}),
              ElementsAre("quotas 2:11 minimum_above_maximum(3,2)", "quotas 3:9 not_a_count(een,min)",
                          "quotas 3:13 not_a_count(2.5,max)", "quotas 4:5 double_feature(age,Old,3)",
                          "quotas 5:5 empty_cell(feature)", "quotas 6:11 flex_above_minimum(2,1)",
                          "quotas 6:13 flex_below_maximum(1,2)", "quotas 7:0 cell_count(3,6)",
                          "people 1:0 missing_column(sex)", "people 3:1 double_id(1,2)",
                          "people 4:1 empty_cell(person_id)", "people 5:3 empty_cell(age)",
                          "asked 0:0 size_is_nothing(0)"));
}

TEST(ReadPool, gives_all_faults_of_people) {
  EXPECT_THAT(faults_of(quotas,
                        "id,age,sex\n"
                        "1,young,f\n"
                        "1,jong,f\n"
                        ",old,\n"
                        "4,old,m,x\n"
                        "5,\"o\"ld,m\n"
                        "6,old,\"m\n",
                        {.panel_size = 4}),
              ElementsAre("people 3:1 double_id(1,2)", "people 3:3 unknown_value(jong,age)",
                          "people 4:1 empty_cell(id)", "people 4:6 empty_cell(sex)",
                          "people 5:0 cell_count(4,3)", "people 6:0 text_after_quote()",
                          "people 7:0 unclosed_quote()", "asked 0:0 size_above_people(4,3)"));
}

TEST(ReadPool, says_when_the_quotas_of_a_category_cannot_add_up) {
  const std::string text = "category,feature,min,max\nage,young,2,3\nage,old,2,3\nsex,f,0,1\nsex,m,0,1\n";
  EXPECT_THAT(faults_of(text, people, {.panel_size = 3}),
              ElementsAre("quotas 2:0 minima_above_size(age,4,3)", "quotas 4:0 maxima_below_size(sex,2,3)"));
  EXPECT_THAT(faults_of(text, people, {.panel_size = 3, .sums_must_fit = false}), ElementsAre());
}

TEST(ReadPool, refuses_what_is_no_such_file) {
  EXPECT_THAT(faults_of("naam,aantal\nx,1\n", people), ElementsAre("quotas 1:0 unknown_header(naam,aantal)"));
  EXPECT_THAT(faults_of("", ""), ElementsAre("quotas 0:0 no_lines()", "people 0:0 no_lines()"));
  EXPECT_THAT(faults_of("\xff\xfe", people), ElementsAre("quotas 0:0 not_utf8()"));
  EXPECT_THAT(faults_of(quotas, "age,sex,Age\nyoung,f,old\nold,m,old\n"),
              ElementsAre("people 1:9 double_column(Age)"));
  EXPECT_THAT(faults_of(quotas, people, {.panel_size = 2, .per_household = 1}),
              ElementsAre("asked 0:0 household_without_columns()"));
  EXPECT_THAT(faults_of("category,feature,min,max\nage,young,0,99999999999999999999\nage,old,0,1\n", people),
              ElementsAre("quotas 2:13 not_a_count(99999999999999999999,max)"));
}

TEST(ReadPool, reads_every_pool_of_the_shared_folder) {
  const auto folder = shared_folder("data/sortition");
  if (!folder) GTEST_SKIP() << "no pools in ../shared/data/sortition";
  // People, and kinds of people, as ../shared/reference/leximin.json has them.
  struct Row {
    std::string folder;
    std::int64_t size;
    std::size_t people;
    std::size_t kinds;
  };
  std::size_t compared_entries = 0;
  for (const auto& row : {Row{"example_small_20", 20, 200, 3}, Row{"example_large_200", 200, 2000, 3},
                          Row{"sortition-foundation", 22, 150, 122}, Row{"wijkpanel_klein_24", 24, 180, 74},
                          Row{"syn_mass_24", 24, 70, 35}, Row{"syn_nexus_170", 170, 342, 118},
                          Row{"syn_sf_c_44", 44, 161, 117}, Row{"syn_sf_e_110", 110, 1727, 833}}) {
    const bool is_foundation = row.folder == "sortition-foundation";
    const auto pool =
        read_pool(text_of(*folder / row.folder / (is_foundation ? "features.csv" : "categories.csv")),
                  text_of(*folder / row.folder / (is_foundation ? "candidates.csv" : "respondents.csv")),
                  {.panel_size = row.size});
    ASSERT_TRUE(pool) << row.folder;
    EXPECT_EQ(pool->people.size(), row.people) << row.folder;
    std::set<std::vector<FeatureIndex>> kinds;
    for (const auto& person : pool->people) kinds.insert(person.features);
    EXPECT_EQ(kinds.size(), row.kinds) << row.folder;
    ++compared_entries;
  }
  fmt::print("{} pools read\n", compared_entries);
  EXPECT_EQ(compared_entries, 8U);
}

}  // namespace
}  // namespace wijktafel::sortition
