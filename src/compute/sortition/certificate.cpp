#include "compute/sortition/certificate.hpp"

#include <algorithm>
#include <cmath>
#include <gmpxx.h>
#include <limits>
#include <optional>
#include <vector>

#include "compute/sortition/cut_proof.hpp"
#include "compute/sortition/households.hpp"

namespace wijktafel::sortition {
namespace {

constexpr std::size_t kMostWork = 4'000'000;  // stages times types
constexpr std::size_t kCutNodes = 2000;

struct ProvedCut {
  std::vector<mpz_class> weights;
  mpz_class most;
};

// Seats of each type over the whole draw, in units of 1/whole; nothing when the draw is not what it says.
std::optional<std::vector<mpz_class>> seats_of(const Types& types, std::span<const TypePanel> panels) {
  std::vector<mpz_class> seats(types.size());
  const auto units = units_of_chances(panels);
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < panels.size(); ++i) {
    if (units[i] < 0 || !meets_rows(types, panels[i].counts)) return std::nullopt;
    sum += units[i];
    for (std::size_t t = 0; t < types.size(); ++t)
      if (panels[i].counts[t] != 0) seats[t] += mpz_class(units[i]) * panels[i].counts[t];
  }
  if (sum != whole) return std::nullopt;
  return seats;
}

std::optional<std::vector<ProvedCut>> proved_cuts(const Types& types, std::span<const Cut> cuts) {
  std::vector<ProvedCut> proved;
  for (const auto& cut : cuts) {
    const auto most = proved_most(types, cut.weights, cut.most, kCutNodes);
    if (!most) return std::nullopt;
    ProvedCut next{.weights = {}, .most = *most};
    for (const double weight : cut.weights) next.weights.push_back(whole_multiplier(weight));
    proved.push_back(std::move(next));
  }
  return proved;
}

// One inequality that every panel meets: the sum of weight times count is at most `most`.
struct Inequality {
  std::vector<mpz_class> weights;
  mpz_class most;
};

// The rows and cuts, each times its multiplier, added up. In units of 2^-(2 multiplier_bits), because the
// weights of cuts are in units themselves.
Inequality combined(const Types& types, std::span<const ProvedCut> cuts, const Stage& stage) {
  const mpz_class unit = mpz_class(1) << multiplier_bits;
  Inequality sum{.weights = std::vector<mpz_class>(types.size()), .most = 0};
  for (std::size_t i = 0; i < types.rows.size(); ++i) {
    const mpz_class multiplier = whole_multiplier(stage.multipliers[i]) * unit;
    if (multiplier == 0) continue;
    sum.most += multiplier * (multiplier > 0 ? types.rows[i].maximum : types.rows[i].minimum);
    for (const auto t : types.rows[i].types) sum.weights[t] += multiplier;
  }
  for (std::size_t i = 0; i < cuts.size() && types.rows.size() + i < stage.multipliers.size(); ++i) {
    const auto multiplier = whole_multiplier(stage.multipliers[types.rows.size() + i]);
    if (multiplier <= 0) continue;
    sum.most += multiplier * cuts[i].most;
    for (std::size_t t = 0; t < types.size(); ++t) sum.weights[t] += multiplier * cuts[i].weights[t];
  }
  for (std::size_t t = 0; t < types.size(); ++t) {
    const mpz_class multiplier = whole_multiplier(std::max(0.0, stage.cap_multipliers[t])) * unit;
    sum.most += multiplier * types.types[t].most;
    sum.weights[t] += multiplier;
  }
  return sum;
}

// The largest that the smallest chance of those not settled can be. Of a type with a weight above 0 at least
// its seats are drawn (settled before), or the chance times its people; of the others at most what may be.
mpq_class bound_of(const Types& types, const Inequality& sum, std::span<const mpz_class> seats,
                   const std::vector<bool>& is_settled) {
  mpz_class left = sum.most * whole, people = 0;
  for (std::size_t t = 0; t < types.size(); ++t) {
    const auto& weight = sum.weights[t];
    if (weight < 0)
      left -= weight * types.types[t].most * whole;
    else if (is_settled[t])
      left -= weight * seats[t];
    else
      people += weight * mpz_class(types.types[t].people.size());
  }
  if (people <= 0) return 1;
  mpq_class bound(left, people * whole);
  bound.canonicalize();
  return std::min(bound, mpq_class(1));
}

// Whether every one of them has a part in the inequality: who has none could go up while the others stay.
bool holds_down(const Inequality& sum, std::span<const TypeIndex> settled) {
  return std::ranges::all_of(settled, [&](const TypeIndex t) { return sum.weights[t] > 0; });
}

mpq_class smallest_chance(const Types& types, std::span<const mpz_class> seats,
                          const std::vector<bool>& is_settled) {
  mpq_class smallest = 1;
  for (std::size_t t = 0; t < types.size(); ++t) {
    if (is_settled[t]) continue;
    mpq_class chance(seats[t], mpz_class(types.types[t].people.size()) * whole);
    chance.canonicalize();
    smallest = std::min(smallest, chance);
  }
  return smallest;
}

// mpq gives the nearest below, towards 0.
double rounded_up(const mpq_class& number) {
  const double below = number.get_d();
  return mpq_class(below) >= number ? below : std::nextafter(below, std::numeric_limits<double>::infinity());
}

}  // namespace

Certificate exact_certificate(const Types& types, const LeximinDraw& draw) {
  const auto& given = draw.plan.certificate;
  const bool is_affordable = draw.stages.size() * types.size() <= kMostWork;
  if (draw.plan.status != PlanStatus::optimal || draw.stages.empty() || !is_affordable) return given;
  const auto seats = seats_of(types, draw.plan.panels);
  const auto cuts = seats ? proved_cuts(types, draw.cuts) : std::nullopt;
  if (!cuts) return given;
  Certificate exact;
  std::vector<bool> is_settled(types.size());
  mpq_class gap = 0;
  for (const auto& stage : draw.stages) {
    const auto sum = combined(types, *cuts, stage);
    const auto bound = bound_of(types, sum, *seats, is_settled);
    if (bound < 1 && !holds_down(sum, stage.settled)) return given;
    const auto reached = smallest_chance(types, *seats, is_settled);
    if (&stage == &draw.stages.front()) exact.dual_bound = rounded_up(bound);
    gap = std::max(gap, mpq_class(bound - reached));
    for (const auto t : stage.settled) is_settled[t] = true;
  }
  exact.gap = rounded_up(gap);
  exact.is_exact = true;
  return exact;
}

}  // namespace wijktafel::sortition
