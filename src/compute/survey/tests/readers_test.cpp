#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "compute/survey/number_text.hpp"
#include "compute/survey/respondents.hpp"

namespace wijktafel::survey {
namespace {

using testing::ElementsAre;

InputFault fault(std::size_t line, std::size_t column, std::string_view reason,
                 std::vector<std::string> facts = {}) {
  return {line, column, reason, std::move(facts)};
}

TEST(Numbers, PointsAndNothingElse) {
  EXPECT_EQ(number_of(" 12.5 ").value(), 12.5);
  EXPECT_EQ(number_of("").error(), "empty_cell");
  EXPECT_EQ(number_of("12,5").error(), "decimal_comma");
  EXPECT_EQ(number_of("1.234,5").error(), "decimal_comma");
  EXPECT_EQ(number_of("twaalf").error(), "not_a_number");
  EXPECT_EQ(number_of("12x").error(), "not_a_number");
  EXPECT_EQ(number_of("nan").error(), "not_a_number");
  EXPECT_EQ(number_of("inf").error(), "not_a_number");
  EXPECT_EQ(number_of("1e16").error(), "number_too_large");
  EXPECT_EQ(number_of("1e999").error(), "number_too_large");
  EXPECT_EQ(number_text(2.0 / 3), "0.666666666667");
}

TEST(Targets, CountsAndShares) {
  auto margins = read_targets("variable;level;total\nage;18-29;200\nage;30+;300\nsex;man;49,5\n").error();
  EXPECT_THAT(margins, ElementsAre(fault(4, 9, "decimal_comma", {"49,5"})));
  auto read = read_targets("level,total,variable\n18-29,200,age\nman,49.5,sex\n30+,300,age\nvrouw,50.4,sex\n")
                  .value();
  ASSERT_EQ(read.size(), 2U);
  EXPECT_FALSE(read[0].are_shares);
  EXPECT_TRUE(read[1].are_shares);
  shares_to_counts(read, 999);
  EXPECT_NEAR(read[1].levels[0].total, 500 * 49.5 / 99.9, 1e-9);
  EXPECT_NEAR(read[1].levels[0].total + read[1].levels[1].total, 500, 1e-9);
}

TEST(Targets, AllFaultsAtOnce) {
  const auto faults = read_targets(
                          "variable,level,total\n"
                          "age,18-29,many\n"
                          "age,18-29,-3\n"
                          ",man,4\n"
                          "sex,,\n"
                          "sex,man\n"
                          "age*sex,18-29,4\n"
                          "\"age,x,1\n")
                          .error();
  EXPECT_THAT(
      faults,
      ElementsAre(fault(2, 11, "not_a_number", {"many"}), fault(3, 11, "negative_total", {"-3"}),
                  fault(3, 5, "duplicate_target", {"age", "18-29", "2"}),
                  fault(4, 1, "empty_cell", {"variable"}), fault(5, 5, "empty_cell", {"level"}),
                  fault(5, 6, "empty_cell", {"total"}), fault(6, 0, "columns", {"3", "2"}),
                  fault(7, 9, "level_not_crossed", {"18-29", "age*sex"}), fault(8, 0, "broken_quotes")));
}

TEST(Targets, FilesThatAreNoTargets) {
  EXPECT_THAT(read_targets("").error(), ElementsAre(fault(0, 0, "nothing_in_file")));
  EXPECT_THAT(read_targets("variable,level,total\n").error(), ElementsAre(fault(0, 0, "nothing_in_file")));
  EXPECT_THAT(read_targets("variable,naam,total\n").error(),
              ElementsAre(fault(1, 0, "missing_column", {"level"})));
  EXPECT_THAT(read_targets("\xff").error(), ElementsAre(fault(0, 0, "not_utf8")));
  EXPECT_THAT(read_targets("variable,level,total\na,x,0\na,y,0\n").error(),
              ElementsAre(fault(2, 0, "empty_margin", {"a"})));
  EXPECT_THAT(read_targets("variable,level,total\na*a,x*x,1\n").error(),
              ElementsAre(fault(2, 1, "variable_twice", {"a*a"})));
}

TEST(Respondents, AFileWithAColumnMore) {
  const std::string text =
      "\xEF\xBB\xBF"
      "name;age\n\"Jan \"\"de\"\" Vries\";18\r\n\nEls;\"30\n+\"\n";
  const auto read = Respondents::read(text).value();
  ASSERT_EQ(read.size(), 2U);
  EXPECT_EQ(read.cell(0, 0), "Jan \"de\" Vries");
  EXPECT_EQ(read.cell(1, 1), "30\n+");
  EXPECT_EQ(read.fault(1, 1, "x", {}), fault(4, 5, "x"));
  EXPECT_EQ(read.with_column("weight", {"1", "2"}),
            "name;age;weight\n\"Jan \"\"de\"\" Vries\";18;1\nEls;\"30\n+\";2\n");
}

TEST(Respondents, ABlankLineIsNobodyAlsoInOneColumn) {
  const auto read = Respondents::read("a\n\nx\n\n").value();
  ASSERT_EQ(read.size(), 1U);
  EXPECT_EQ(read.fault(0, 0, "x", {}), fault(3, 1, "x"));
}

TEST(Respondents, AllFaultsAtOnce) {
  EXPECT_THAT(Respondents::read("a,a,\n1,2\n\"x,1,2\n").error(),
              ElementsAre(fault(1, 3, "duplicate_column", {"a"}), fault(1, 5, "empty_name"),
                          fault(2, 0, "columns", {"3", "2"}), fault(3, 0, "broken_quotes")));
  EXPECT_THAT(Respondents::read("a,b\n").error(), ElementsAre(fault(0, 0, "no_respondents")));
  EXPECT_THAT(Respondents::read(" \n").error(), ElementsAre(fault(1, 1, "empty_name")));
}

TEST(Coding, LevelsCrossedAndUnknown) {
  const auto respondents = Respondents::read("age,sex\nold,f\nyoung,m\nyoung,x\n,m\nyoung,x\n").value();
  const auto margins =
      read_targets(
          "variable,level,total\nsex,f,5\nsex,m,5\nage * sex,old * f,5\nage * sex,young*m,5\nincome,a,10\n")
          .value();
  EXPECT_EQ(margins[1].levels[0].name, "old*f");
  EXPECT_THAT(
      coded(respondents, margins).error(),
      ElementsAre(fault(1, 0, "missing_column", {"income"}),
                  fault(4, 1, "unknown_level", {"young*x", "age * sex", "2"}),
                  fault(4, 7, "unknown_level", {"x", "sex", "2"}), fault(5, 1, "empty_cell", {"age"})));
  // Where two files were put together a byte order mark stands within: it is in the way like any other
  // character.
  const auto joined = Respondents::read("age\n\xEF\xBB\xBF\nold\n").value();
  EXPECT_THAT(coded(joined, read_targets("variable,level,total\nage,old,5\n").value()).error(),
              ElementsAre(fault(2, 1, "unknown_level", {"\xEF\xBB\xBF", "age", "1"})));
  const auto sound = Respondents::read("age,sex\nold,f\nyoung,m\n").value();
  EXPECT_THAT(coded(sound, margins[1]).value().level_of, ElementsAre(0U, 1U));
  const auto starred = Respondents::read("age,sex\no*ld,f\n").value();
  EXPECT_THAT(coded(starred, margins[1]).error(), ElementsAre(fault(2, 1, "star_in_level", {"o*ld"})));
}

TEST(Numbers, OfAColumn) {
  const auto respondents = Respondents::read("w\n1.5\n0\nx\n\"\"\n1e-300\n").value();
  EXPECT_THAT(positive_numbers(respondents, "w").error(),
              ElementsAre(fault(3, 1, "not_positive", {"0"}), fault(4, 1, "not_a_number", {"x"}),
                          fault(5, 1, "empty_cell", {"w"}), fault(6, 1, "number_too_small", {"1e-300"})));
  EXPECT_THAT(positive_numbers(respondents, "v").error(), ElementsAre(fault(1, 0, "missing_column", {"v"})));
}

}  // namespace
}  // namespace wijktafel::survey
