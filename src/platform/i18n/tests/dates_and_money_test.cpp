#include <gtest/gtest.h>
#include <limits>
#include <unicode/dtfmtsym.h>

#include "platform/i18n/words.hpp"

namespace wijktafel::i18n {
namespace {

using enum Language;

Date day(const char* iso) { return *parse_date(iso); }
Instant instant(const char* iso) { return *parse_instant(iso); }

TEST(Dates, NameTheYearOnlyWhenItIsAnotherYear) {
  EXPECT_EQ(long_date(nl, day("2026-12-03"), day("2026-11-22")), "donderdag 3 december");
  EXPECT_EQ(long_date(nl, day("2027-01-07"), day("2026-11-22")), "donderdag 7 januari 2027");
  EXPECT_EQ(long_date(en, day("2026-12-03"), day("2026-11-22")), "Thursday 3 December");
  EXPECT_EQ(short_date(nl, day("2026-12-03"), day("2026-11-22")), "3 december");
  EXPECT_EQ(short_date(en, day("2027-01-07"), day("2026-11-22")), "7 January 2027");
  EXPECT_EQ(full_date(nl, day("2026-12-03")), "3 december 2026");
  EXPECT_EQ(full_date(en, day("2026-12-03")), "3 December 2026");
  EXPECT_EQ(month_and_year(nl, day("2026-12-03")), "december 2026");
}

TEST(Dates, AreThoseOfAmsterdam) {
  // Just before midnight UTC it is already the next day here; the hour differs between winter and summer.
  EXPECT_EQ(date_and_time(nl, instant("2026-12-03T18:30:00Z"), day("2026-11-22")),
            "donderdag 3 december, 19.30 uur");
  EXPECT_EQ(date_and_time(nl, instant("2026-07-01T22:05:00Z"), day("2026-11-22")),
            "donderdag 2 juli, 0.05 uur");
  EXPECT_EQ(date_and_time(en, instant("2026-12-31T23:00:00Z"), day("2026-12-31")),
            "Friday 1 January 2027, 00:00");
}

TEST(Dates, HaveTheHourBeforeAndAfterTheClockGoesBack) {
  EXPECT_EQ(date_and_time(nl, instant("2026-10-25T00:30:00Z"), day("2026-11-22")),
            "zondag 25 oktober, 2.30 uur");
  EXPECT_EQ(date_and_time(nl, instant("2026-10-25T01:30:00Z"), day("2026-11-22")),
            "zondag 25 oktober, 2.30 uur");
  EXPECT_EQ(date_and_time(nl, instant("2026-10-25T02:30:00Z"), day("2026-11-22")),
            "zondag 25 oktober, 3.30 uur");
}

TEST(Dates, NamesAreThoseOfTheUnicodeLocaleData) {
  for (const auto language : languages) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Locale locale(language == nl ? "nl" : "en", language == nl ? "NL" : "GB");
    const icu::DateFormatSymbols symbols(locale, status);
    ASSERT_TRUE(U_SUCCESS(status));
    std::int32_t count = 0;
    const auto* months = symbols.getMonths(count);
    ASSERT_EQ(count, 12);
    for (unsigned month = 1; month <= 12; ++month) {
      std::string name;
      months[month - 1].toUTF8String(name);
      const Date date(std::chrono::year(2026), std::chrono::month(month), std::chrono::day(1));
      EXPECT_EQ(month_and_year(language, date), name + " 2026");
    }
    const auto* weekdays = symbols.getWeekdays(count);  // [1] is Sunday
    ASSERT_EQ(count, 8);
    for (int i = 0; i < 7; ++i) {
      std::string name;
      weekdays[i + 1].toUTF8String(name);
      const auto date = plus_days(day("2026-11-22"), i);  // a Sunday
      EXPECT_TRUE(long_date(language, date, date).starts_with(name + " ")) << name;
    }
  }
}

TEST(Times, AreWrittenAsTheLanguageDoes) {
  EXPECT_EQ(time_of_day(nl, 19, 30), "19.30 uur");
  EXPECT_EQ(time_of_day(nl, 9, 5), "9.05 uur");
  EXPECT_EQ(time_of_day(en, 19, 30), "19:30");
  EXPECT_EQ(time_of_day(en, 9, 5), "09:05");
}

TEST(Money, HasCentsOnlyWhenThereAreAny) {
  EXPECT_EQ(money(nl, 950000), "€ 9.500");
  EXPECT_EQ(money(nl, 950050), "€ 9.500,50");
  EXPECT_EQ(money(nl, 5), "€ 0,05");
  EXPECT_EQ(money(nl, 0), "€ 0");
  EXPECT_EQ(money(en, 950000), "€9,500");
  EXPECT_EQ(money(en, 123456789), "€1,234,567.89");
}

TEST(Money, OwedHasItsMinusWhereTheLanguagePutsIt) {
  EXPECT_EQ(money(nl, -1250), "€ -12,50");
  EXPECT_EQ(money(en, -1250), "-€12.50");
  EXPECT_EQ(money(nl, std::numeric_limits<std::int64_t>::min()), "€ -92.233.720.368.547.758,08");
}

TEST(Numbers, AreGroupedByThousands) {
  EXPECT_EQ(number(nl, std::int64_t{999}), "999");
  EXPECT_EQ(number(nl, std::int64_t{1000}), "1.000");
  EXPECT_EQ(number(nl, std::int64_t{-1234567}), "-1.234.567");
  EXPECT_EQ(number(en, std::int64_t{1234567}), "1,234,567");
}

TEST(Numbers, HaveOneDecimalAtMost) {
  EXPECT_EQ(number(nl, 1234.5), "1.234,5");
  EXPECT_EQ(number(en, 1234.5), "1,234.5");
  EXPECT_EQ(number(nl, 2.0), "2");
  EXPECT_EQ(number(nl, 0.25), "0,3");
  EXPECT_EQ(number(nl, 9.96), "10");
  EXPECT_EQ(number(nl, -0.04), "0");
  EXPECT_EQ(number(nl, std::numeric_limits<double>::quiet_NaN()), "–");
  EXPECT_EQ(number(nl, std::numeric_limits<double>::infinity()), "–");
}

TEST(Lists, EndWithAnd) {
  EXPECT_EQ(listed(nl, {"de woonstichting", "de gemeente", "bewoners"}),
            "de woonstichting, de gemeente en bewoners");
  EXPECT_EQ(listed(en, {"a", "b"}), "a and b");
  EXPECT_EQ(listed(nl, {"a"}), "a");
  EXPECT_EQ(listed(nl, {}), "");
}

}  // namespace
}  // namespace wijktafel::i18n
