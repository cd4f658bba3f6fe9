#include "compute/lot/lot.hpp"

#include <fmt/format.h>
#include <limits>

#include "base/result.hpp"

namespace wijktafel::lot {

Lot::Lot(std::string_view purpose, std::string_view seed)
    : beginning_(fmt::format("wijktafel lot 1\n{}\n{}\n", purpose, seed)), used_(numbers_.size()) {}

std::uint64_t Lot::number() {
  if (used_ == numbers_.size()) {
    numbers_ = sha256(beginning_ + std::to_string(block_++));
    used_ = 0;
  }
  std::uint64_t number = 0;
  for (int byte = 0; byte < 8; ++byte) number = number << 8 | numbers_[used_++];
  return number;
}

std::uint64_t Lot::below(std::uint64_t bound) {
  WIJKTAFEL_ASSERT(bound > 0, "a lot is drawn from at least one");
  // How many of the 2^64 numbers lie above the largest multiple of bound.
  const std::uint64_t surplus = (std::numeric_limits<std::uint64_t>::max() % bound + 1) % bound;
  while (true) {
    const std::uint64_t drawn = number();
    if (drawn <= std::numeric_limits<std::uint64_t>::max() - surplus) return drawn % bound;
  }
}

double Lot::fraction() { return static_cast<double>(number() >> 11) * 0x1p-53; }

}  // namespace wijktafel::lot
