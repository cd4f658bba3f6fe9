#include "compute/survey/student.hpp"

#include <cmath>
#include <gtest/gtest.h>
#include <utility>

#include "compute/survey/estimate.hpp"

namespace wijktafel::survey {
namespace {

// One and two degrees have t in closed form: tan(0.475 pi), and sqrt(2 * 0.9025 / (1 - 0.9025)).
TEST(Student, ClosedForms) {
  EXPECT_NEAR(student_95(1), std::tan(0.475 * std::acos(-1.0)), 1e-10);
  EXPECT_NEAR(student_95(2), std::sqrt(2 * 0.9025 / 0.0975), 1e-12);
  EXPECT_EQ(student_95(0), student_95(1));
}

// The table in the back of textbooks (for example Abramowitz & Stegun, table 26.10, A = 0.95).
TEST(Student, AsInTheTables) {
  for (const auto& [degrees, t] : {std::pair(1, 12.706),
                                   {2, 4.303},
                                   {3, 3.182},
                                   {4, 2.776},
                                   {5, 2.571},
                                   {9, 2.262},
                                   {10, 2.228},
                                   {14, 2.145},
                                   {30, 2.042},
                                   {60, 2.000},
                                   {120, 1.980}})
    EXPECT_NEAR(student_95(static_cast<std::size_t>(degrees)), t, 0.0005) << degrees;
}

// Two ways to the same number meet where one takes over from the other; and in the end it is the normal one.
TEST(Student, SeriesAndExpansionMeet) {
  for (std::size_t degrees = 1; degrees < 1100; ++degrees)
    EXPECT_GT(student_95(degrees), student_95(degrees + 1)) << degrees;
  EXPECT_NEAR(student_95(1000) - student_95(1001), student_95(999) - student_95(1000), 1e-8);
  EXPECT_NEAR(student_95(1'000'000'000), two_sided_95, 1e-8);
}

}  // namespace
}  // namespace wijktafel::survey
