#include "compute/opinion/components.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>

#include "compute/opinion/centred_table.hpp"
#include "compute/opinion/eigenvectors.hpp"

namespace wijktafel::opinion {
namespace {

// Below this part of the largest, a direction is rounding.
constexpr double negligible = 1e-12;

// Loadings that differ in their rounding only are equally large: the first decides.
void fix_sign(std::vector<double>& loadings) {
  double largest = 0;
  for (const auto loading : loadings) largest = std::max(largest, std::abs(loading));
  const auto first = std::ranges::find_if(
      loadings, [&](double loading) { return std::abs(loading) >= largest * (1 - 1e-9); });
  if (first != loadings.end() && *first < 0)
    for (auto& loading : loadings) loading = -loading;
}

Components means_of(const Votes& votes, std::span<const Moderation> moderation) {
  const auto count = votes.statement_count();
  Components components;
  components.means.assign(count, 0.0);
  components.is_out.assign(count, false);
  for (std::size_t s = 0; s < std::min(count, moderation.size()); ++s)
    components.is_out[s] = moderation[s].is_out || moderation[s].is_meta;
  components.out_count = static_cast<std::size_t>(std::ranges::count(components.is_out, true));
  std::vector<std::int64_t> by_code(3 * count, 0);
  for (const auto cell : votes.cells()) ++by_code[cell.code()];
  for (std::size_t s = 0; s < count; ++s) {
    const auto seen = by_code[3 * s] + by_code[3 * s + 1] + by_code[3 * s + 2];
    if (seen > 0 && !components.is_out[s])
      components.means[s] =
          static_cast<double>(by_code[3 * s + 2] - by_code[3 * s]) / static_cast<double>(seen);
  }
  return components;
}

}  // namespace

Components principal_components(const Votes& votes, std::span<const Moderation> moderation) {
  auto components = means_of(votes, moderation);
  CentredTable table(votes.begins(), votes.cells(), components.means, components.is_out);
  auto found = largest_eigenpairs(table);
  for (std::size_t i = 0; i < 2; ++i) {
    if (found.values[i] > negligible * found.values[0])
      fix_sign(found.vectors[i]);
    else
      found.vectors[i].assign(votes.statement_count(), 0.0);
    components.loadings[i] = std::move(found.vectors[i]);
  }
  return components;
}

Point project(const Components& components, std::span<const Cell> votes) {
  Point sum;
  auto counted = components.out_count;
  for (const auto cell : votes) {
    const auto s = cell.statement();
    if (s >= components.means.size() || components.is_out[s]) continue;
    const double offset = static_cast<double>(cell.vote()) - components.means[s];
    sum.x += offset * components.loadings[0][s];
    sum.y += offset * components.loadings[1][s];
    ++counted;
  }
  const double scale = std::sqrt(static_cast<double>(components.means.size()) /
                                 static_cast<double>(std::max<std::size_t>(1, counted)));
  return {sum.x * scale, sum.y * scale};
}

std::vector<double> extremities(const Components& components) {
  const auto count = components.means.size();
  std::vector<double> extremity(count, 0.0);
  for (std::size_t s = 0; s < count; ++s)
    if (!components.is_out[s])
      extremity[s] = std::sqrt(static_cast<double>(count)) * (1.0 - components.means[s]) *
                     std::hypot(components.loadings[0][s], components.loadings[1][s]);
  return extremity;
}

}  // namespace wijktafel::opinion
