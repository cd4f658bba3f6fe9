// Chance with a fixed beginning: the same archive each time, on every machine. Only whole numbers of the
// generator are used, because the distributions of the standard library differ between libraries.
#pragma once

#include <array>
#include <cmath>
#include <cstdint>
#include <random>

namespace wijktafel::archive {

// What lies at 0, 5, 10, 25, 50, 75, 90, 95, 99 and 100 % of what was measured.
using Quantiles = std::array<double, 10>;

class Chance {
 public:
  double part() { return static_cast<double>(generator_() >> 11) * 0x1.0p-53; }  // from 0 up to 1
  std::size_t below(std::size_t end) { return static_cast<std::size_t>(part() * static_cast<double>(end)); }
  bool share(double percent) { return part() * 100 < percent; }

  // One of `count`, the first most often, as words and kinds of complaints come: number n about 1/n as often.
  std::size_t zipf(std::size_t count) {
    const auto last = std::log(static_cast<double>(count) + 1);
    return std::min(count - 1, static_cast<std::size_t>(std::exp(part() * last)) - 1);
  }

  // Between two neighbouring quantiles every value is as likely.
  double from(const Quantiles& quantiles) {
    constexpr Quantiles at{0, 0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95, 0.99, 1};
    const double drawn = part();
    std::size_t i = 1;
    while (i + 1 < at.size() && at[i] < drawn) ++i;
    const double way = (drawn - at[i - 1]) / (at[i] - at[i - 1]);
    return quantiles[i - 1] + way * (quantiles[i] - quantiles[i - 1]);
  }

 private:
  std::mt19937_64 generator_{1};
};

}  // namespace wijktafel::archive
