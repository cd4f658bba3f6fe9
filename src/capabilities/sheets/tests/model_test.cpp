// The rules of a sheet.
#include "capabilities/sheets/model.hpp"

#include <gtest/gtest.h>

namespace wijktafel::sheets {
namespace {

TEST(Model, AMonthRunsToTheFirstOfTheNext) {
  const auto december = month_of("2026-12");
  ASSERT_TRUE(december);
  EXPECT_EQ(iso_date(december->next), "2027-01-01");
  EXPECT_EQ(month_of("2028-02")->next, parse_date("2028-03-01").value());
  EXPECT_EQ(month_before(month_of("2026-03").value()).key(), "2026-02");
  EXPECT_EQ(month_with(parse_date("2026-11-30").value()).key(), "2026-11");
  for (const auto* wrong : {"", "2026", "2026-13", "2026-1", "2026-11-01", "november", "2026-1x"})
    EXPECT_FALSE(month_of(wrong)) << wrong;
}

TEST(Model, ALongTitleIsCutOnALetterAndSaysSo) {
  EXPECT_EQ(on_one_line("Het pad is donker"), "Het pad is donker");
  std::string title;
  for (int i = 0; i < 40; ++i) title += "één ";
  const auto line = on_one_line(title);
  EXPECT_TRUE(line.ends_with("…"));
  EXPECT_LE(line.size(), title_most * 2);
}

TEST(Model, APhoneNumberIsDigitsAsPeopleWriteThem) {
  for (const auto* right : {"06 12 34 56 78", "06-12345678", "+31 6 12345678", "(010) 123 45 67"})
    EXPECT_TRUE(is_phone(right)) << right;
  for (const auto* wrong : {"", "12", "bel mij", "06 12 34 56 78 vraag naar Cor", "1234567890123456"})
    EXPECT_FALSE(is_phone(wrong)) << wrong;
}

}  // namespace
}  // namespace wijktafel::sheets
