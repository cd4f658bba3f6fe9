// Periods, medians and small numbers.
#include "capabilities/statistics/model.hpp"

#include <gmock/gmock.h>

#include "capabilities/statistics/csv.hpp"

namespace wijktafel::statistics {
namespace {

Date day(std::string_view text) { return parse_date(text).value(); }
const Date today = day("2026-11-22");

TEST(Periods, WithoutAnythingAskedItIsThisYear) {
  EXPECT_EQ(period_of("", "", today), (Period{"2026-01", "2026-12"}));
  EXPECT_EQ(period_of("vorig jaar", "2026-13", today), (Period{"2026-01", "2026-12"}));
}

TEST(Periods, OneMonthAskedIsThatMonthAndTheWrongOrderIsTurned) {
  EXPECT_EQ(period_of("2026-03", "", today), (Period{"2026-03", "2026-03"}));
  EXPECT_EQ(period_of("2026-05", "2026-03", today), (Period{"2026-03", "2026-05"}));
}

TEST(Periods, AreAtMostTenYears) {
  EXPECT_EQ(period_of("1900-01", "2026-12", today), (Period{"2017-01", "2026-12"}));
  EXPECT_EQ(period_of("2017-01", "2026-12", today), (Period{"2017-01", "2026-12"}));
}

TEST(Periods, AQuarterIsThreeMonthsAndEndsBeforeTheNextDay) {
  EXPECT_EQ(quarter_of(today), (Period{"2026-10", "2026-12"}));
  EXPECT_EQ(first_day(quarter_of(today)), day("2026-10-01"));
  EXPECT_EQ(day_after(quarter_of(today)), day("2027-01-01"));
}

TEST(Medians, AreTheMiddleOneOrTheMeanOfTheMiddleTwo) {
  EXPECT_EQ(median_of({{1, 2}, {3, 1}, {10, 2}}), 3.0);
  EXPECT_EQ(median_of({{1, 3}, {4, 3}}), 2.5);
}

TEST(Medians, AreNotSaidOfFewerThanFive) {
  EXPECT_EQ(median_of({{1, 4}}), std::nullopt);
  EXPECT_EQ(median_of({}), std::nullopt);
  EXPECT_EQ(median_of({{1, 5}}), 1.0);
}

TEST(Squares, OfFewerThanFiveAreNotShown) {
  const auto shown = shown_squares({{0, 0, 4}, {1, 0, 3}, {2, 0, 30}, {3, 0, 40}});
  for (const auto& square : shown) EXPECT_GE(square.number, 5);
}

TEST(Squares, OneHiddenSquareIsNotGivenAwayByTheTotal) {
  // 49 in all: with 15 and 30 shown, whoever knows the total would know the 4.
  const auto shown = shown_squares({{0, 0, 4}, {1, 0, 15}, {2, 0, 30}});
  EXPECT_LT(shown.size(), 2u);
  EXPECT_EQ(shown_squares({{0, 0, 15}, {1, 0, 30}}).size(), 2u);
  EXPECT_TRUE(shown_squares({}).empty());
}

TEST(Csv, QuotesWhatMustBeQuotedAndMakesNoFormulas) {
  CsvFile file;
  file.add({"=1+1", "a,b", "zeg \"ja\"", "-3", "gewoon"});
  EXPECT_EQ(file.take(), "\xEF\xBB\xBF'=1+1,\"a,b\",\"zeg \"\"ja\"\"\",'-3,gewoon\r\n");
}

TEST(ConfidentialNumber, IsInFivesAndOfWholeYearsOnly) {
  const Period year{"2026-01", "2026-12"};
  EXPECT_EQ(shown_confidential(4, year), std::nullopt);
  EXPECT_EQ(shown_confidential(5, year), 5);
  EXPECT_EQ(shown_confidential(9, year), 5);
  EXPECT_EQ(shown_confidential(10, {"2025-01", "2026-12"}), 10);
  for (const auto& part : {Period{"2026-01", "2026-03"}, Period{"2026-02", "2026-12"}})
    EXPECT_EQ(shown_confidential(10, part), std::nullopt);
}

}  // namespace
}  // namespace wijktafel::statistics
