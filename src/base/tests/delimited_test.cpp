#include "base/delimited.hpp"

#include <gtest/gtest.h>

namespace wijktafel {
namespace {

using Records = std::vector<std::vector<std::string>>;

Records read(std::string_view text, char separator = ';') {
  Records records;
  DelimitedReader reader(text, separator);
  while (reader.next()) {
    auto& record = records.emplace_back();
    for (const auto cell : reader.cells()) record.emplace_back(cell);
  }
  return records;
}

TEST(Delimited, LinesMayEndInEachOfThreeWaysAndTheLastNeedsNoEnd) {
  const Records expected = {{"a", "b"}, {"c", "d"}};
  EXPECT_EQ(read("a;b\nc;d\n"), expected);
  EXPECT_EQ(read("a;b\r\nc;d"), expected);
  EXPECT_EQ(read("a;b\rc;d\r"), expected);
  EXPECT_EQ(read("\xEF\xBB\xBF"
                 "a;b\nc;d"),
            expected);
}

TEST(Delimited, AnEmptyTextHasNoRecordsAnEmptyLineHasOneEmptyCell) {
  EXPECT_EQ(read(""), Records{});
  EXPECT_EQ(read("\xEF\xBB\xBF"), Records{});
  EXPECT_EQ(read("\n;\n"), (Records{{""}, {"", ""}}));
}

TEST(Delimited, QuotesHoldSeparatorsLineEndsAndDoubledQuotes) {
  EXPECT_EQ(read("\"a;b\";\"c\nd\"\n\"e \"\"f\"\"\";g"), (Records{{"a;b", "c\nd"}, {"e \"f\"", "g"}}));
  EXPECT_EQ(read("a\"b;c"), (Records{{"a\"b", "c"}})) << "a quote inside a cell is a letter";
  EXPECT_EQ(read("\"\";\"\"\"\""), (Records{{"", "\""}}));
}

TEST(Delimited, SaysWhichQuotesAreWrongAndLosesNothing) {
  DelimitedReader unclosed("a;\"b\nc", ';');
  ASSERT_TRUE(unclosed.next());
  EXPECT_EQ(unclosed.quoting(), DelimitedReader::Quoting::unclosed);
  EXPECT_EQ(unclosed.cells()[1], "b\nc");
  EXPECT_FALSE(unclosed.next());

  DelimitedReader more("\"b\"x;c\nd", ';');
  ASSERT_TRUE(more.next());
  EXPECT_EQ(more.quoting(), DelimitedReader::Quoting::text_after_quote);
  EXPECT_EQ(more.cells()[0], "bx");
  ASSERT_TRUE(more.next());
  EXPECT_EQ(more.quoting(), DelimitedReader::Quoting::sound);
}

TEST(Delimited, PositionsCountLinesInsideQuotesAndLettersNotBytes) {
  DelimitedReader reader("é;\"x\r\ny\";z\r\nlast;cell", ';');
  ASSERT_TRUE(reader.next());
  EXPECT_EQ(reader.position(1).column, 3u);
  EXPECT_EQ(reader.position(2).line, 2u);
  EXPECT_EQ(reader.position(2).column, 4u);
  EXPECT_EQ(reader.position(9).line, 2u) << "it has no such cell: its end";
  EXPECT_EQ(reader.record(), "é;\"x\r\ny\";z");
  ASSERT_TRUE(reader.next());
  EXPECT_EQ(reader.line(), 3u);
  EXPECT_EQ(reader.position(1).line, 3u);
  EXPECT_EQ(reader.position(1).column, 6u);
}

TEST(Delimited, TheSeparatorIsTheOneThatStandsMostInTheFirstLine) {
  EXPECT_EQ(separator_of("a;b,c;d\n1,2,3,4,5"), ';');
  EXPECT_EQ(separator_of("\"a;b;c\",d"), ',');
  EXPECT_EQ(separator_of("a\tb"), '\t');
  EXPECT_EQ(separator_of("alone"), ',');
  EXPECT_EQ(separator_of("\xEF\xBB\xBF\"a;b\",c"), ',');
  EXPECT_EQ(separator_of("id,\"a;b;c;d\""), ',');
  // Within a cell that does not begin with one, a quote is a character as any other.
  EXPECT_EQ(separator_of("5\" pipe;a,b;c"), ';');
  EXPECT_EQ(separator_of("s\"},sexba,e,\"\"\"w;\""), ',');
}

TEST(Delimited, WhatIsWrittenIsReadBack) {
  const std::vector<std::string> cells = {"plain", "a;b", "say \"yes\"", "two\nlines", "", "\r"};
  std::string line;
  for (const auto& cell : cells) line += (line.empty() ? "" : ";") + delimited_cell(cell, ';');
  EXPECT_EQ(read(line), Records{cells});
}

}  // namespace
}  // namespace wijktafel
