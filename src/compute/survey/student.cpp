#include "compute/survey/student.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "compute/survey/estimate.hpp"

namespace wijktafel::survey {
namespace {

constexpr std::size_t most_of_series = 1000;

// The part of the distribution between -t and t, where t is the tangent of the angle times the root of the
// degrees.
double part_within(std::size_t degrees, double angle) {
  const double cosine = std::cos(angle);
  const bool is_odd = degrees % 2 == 1;
  double term = is_odd ? cosine : 1;
  double sum = degrees == 1 ? 0 : term;
  for (std::size_t power = is_odd ? 3 : 2; power + 2 <= degrees; power += 2) {
    term *= cosine * cosine * static_cast<double>(power - 1) / static_cast<double>(power);
    sum += term;
  }
  if (!is_odd) return std::sin(angle) * sum;
  return 2 / std::numbers::pi * (angle + std::sin(angle) * sum);
}

double by_series(std::size_t degrees) {
  double low = 0;
  double high = std::numbers::pi / 2;
  for (int halving = 0; halving < 60; ++halving) {
    const double angle = (low + high) / 2;
    (part_within(degrees, angle) < 0.95 ? low : high) = angle;
  }
  return std::sqrt(static_cast<double>(degrees)) * std::tan((low + high) / 2);
}

double by_expansion(double degrees) {
  const double x = two_sided_95;
  const double x2 = x * x;
  const double first = (x2 + 1) * x / 4;
  const double second = ((5 * x2 + 16) * x2 + 3) * x / 96;
  const double third = (((3 * x2 + 19) * x2 + 17) * x2 - 15) * x / 384;
  const double fourth = ((((79 * x2 + 776) * x2 + 1482) * x2 - 1920) * x2 - 945) * x / 92160;
  return x + (first + (second + (third + fourth / degrees) / degrees) / degrees) / degrees;
}

}  // namespace

double student_95(std::size_t degrees) {
  if (degrees > most_of_series) return by_expansion(static_cast<double>(degrees));
  return by_series(std::max<std::size_t>(degrees, 1));
}

}  // namespace wijktafel::survey
