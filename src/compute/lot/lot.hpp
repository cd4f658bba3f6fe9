// A lot that anyone can draw again: the same seed gives the same numbers on every machine, now and in ten
// years, with nothing but SHA-256. The seed is a text agreed in public (numbers of a lottery, a headline),
// `purpose` keeps draws from the same seed apart.
//   block i  = SHA-256("wijktafel lot 1\n" purpose "\n" seed "\n" i)   with i written in decimals, from 0
//   number j = bytes 8j..8j+7 of the blocks one after the other, most significant first
//   below(n) = the first number x that is less than the largest multiple of n that fits 64 bits, modulo n
// docs/methods/lot.md works it out by hand.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "base/digest.hpp"

namespace wijktafel::lot {

// Not thread-safe; cheap to make.
class Lot {
 public:
  Lot(std::string_view purpose, std::string_view seed);

  std::uint64_t number();                    // all 2^64 values equally likely
  std::uint64_t below(std::uint64_t bound);  // 0 .. bound - 1, equally likely; bound at least 1
  double fraction();                         // 0 <= x < 1, 53 bits

  // Puts a random-access range in an order where all are equally likely (Fisher-Yates, from the end).
  template <class Range>
  void shuffle(Range& range) {
    for (std::size_t left = range.size(); left > 1; --left)
      std::swap(range[left - 1], range[static_cast<std::size_t>(below(left))]);
  }

 private:
  std::string beginning_;
  std::uint64_t block_ = 0;
  Digest numbers_{};
  std::size_t used_;
};

}  // namespace wijktafel::lot
