#include "compute/lot/lot.hpp"

#include <algorithm>
#include <array>
#include <gtest/gtest.h>
#include <numeric>
#include <vector>

namespace wijktafel::lot {
namespace {

// The definition, read again: numbers are the bytes of SHA-256 of the beginning and the number of the block.
TEST(Lot, NumbersAreTheBytesOfTheBlocks) {
  Lot lot("panel", "12 34 45");
  for (int block = 0; block < 3; ++block) {
    const auto bytes = sha256("wijktafel lot 1\npanel\n12 34 45\n" + std::to_string(block));
    for (std::size_t number = 0; number < 4; ++number) {
      std::uint64_t expected = 0;
      for (std::size_t byte = 0; byte < 8; ++byte) expected = expected * 256 + bytes[number * 8 + byte];
      EXPECT_EQ(lot.number(), expected);
    }
  }
}

TEST(Lot, AnotherSeedOrPurposeGivesOtherNumbers) {
  EXPECT_EQ(Lot("a", "b").number(), Lot("a", "b").number());
  EXPECT_NE(Lot("a", "b").number(), Lot("a", "c").number());
  EXPECT_NE(Lot("a", "b").number(), Lot("b", "b").number());
}

TEST(Lot, EveryNumberBelowIsAsLikely) {
  Lot lot("test", "chi squared");
  std::array<int, 6> seen{};
  for (int i = 0; i < 60'000; ++i) ++seen[lot.below(6)];
  double chi_squared = 0;
  for (const int count : seen) chi_squared += (count - 10'000.0) * (count - 10'000.0) / 10'000.0;
  EXPECT_LT(chi_squared, 20.5) << "five degrees of freedom: one in a thousand is above";
  EXPECT_EQ(lot.below(1), 0u);
  EXPECT_LT(lot.below(std::uint64_t{1} << 63 | 1), std::uint64_t{1} << 63 | 1);
}

TEST(Lot, AShuffleKeepsAllAndIsTheSameForTheSameSeed) {
  std::vector<int> first(20), second(20);
  std::iota(first.begin(), first.end(), 0);
  std::iota(second.begin(), second.end(), 0);
  Lot("order", "seed").shuffle(first);
  Lot("order", "seed").shuffle(second);
  EXPECT_EQ(first, second);
  EXPECT_FALSE(std::ranges::is_sorted(first));
  std::ranges::sort(first);
  for (int i = 0; i < 20; ++i) EXPECT_EQ(first[static_cast<std::size_t>(i)], i);
}

TEST(Lot, FractionsLieBetweenNothingAndOne) {
  Lot lot("test", "fractions");
  double sum = 0;
  for (int i = 0; i < 10'000; ++i) {
    const double fraction = lot.fraction();
    ASSERT_GE(fraction, 0.0);
    ASSERT_LT(fraction, 1.0);
    sum += fraction;
  }
  EXPECT_NEAR(sum / 10'000, 0.5, 0.02);
}

}  // namespace
}  // namespace wijktafel::lot
