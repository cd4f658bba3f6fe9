#include "compute/survey/estimate.hpp"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "compute/survey/respondents.hpp"

namespace wijktafel::survey {
namespace {

constexpr std::uint32_t unknown = std::numeric_limits<std::uint32_t>::max();

std::size_t groups_in(const std::vector<std::uint32_t>& group_of) {
  return group_of.empty() ? 1 : std::size_t{*std::ranges::max_element(group_of)} + 1;
}

double centre(std::span<const double> values) {
  double sum = 0;
  for (const double value : values) sum += value;
  return sum / static_cast<double>(values.size());
}

}  // namespace

Estimator::Estimator(Design design) : design_(std::move(design)) {}

Result<Estimator, std::vector<DesignFault>> Estimator::of(Design design) {
  WIJKTAFEL_ASSERT(!design.weights.empty(), "estimates rest on respondents");
  Estimator estimator(std::move(design));
  if (auto faults = estimator.prepare(); !faults.empty()) return std::unexpected(std::move(faults));
  estimator.prepare_residuals();
  return estimator;
}

std::vector<DesignFault> Estimator::prepare() {
  using Kind = DesignFault::Kind;
  std::vector<DesignFault> faults;
  const std::size_t people = design_.weights.size();
  const bool has_end = !design_.population_clusters.empty();
  const auto strata = groups_in(design_.stratum_of);
  std::vector<std::size_t> first_of(strata, people);
  clusters_in_.assign(strata, 0);
  population_of_stratum_.assign(strata, std::numeric_limits<double>::infinity());
  stratum_of_cluster_.assign(design_.cluster_of.empty() ? people : groups_in(design_.cluster_of), unknown);
  std::vector<bool> population_told(strata, false), told(stratum_of_cluster_.size(), false);
  for (std::size_t i = 0; i < people; ++i) {
    const std::uint32_t stratum = design_.stratum_of.empty() ? 0 : design_.stratum_of[i];
    const auto cluster = design_.cluster_of.empty() ? static_cast<std::uint32_t>(i) : design_.cluster_of[i];
    if (first_of[stratum] == people) first_of[stratum] = i;
    if (stratum_of_cluster_[cluster] == unknown) {
      stratum_of_cluster_[cluster] = stratum;
      ++clusters_in_[stratum];
    } else if (stratum_of_cluster_[cluster] != stratum && !told[cluster]) {
      faults.push_back({Kind::cluster_in_two_strata, cluster, i});
      told[cluster] = true;
    }
    if (!has_end) continue;
    double& population = population_of_stratum_[stratum];
    if (std::isfinite(population) && population != design_.population_clusters[i] &&
        !population_told[stratum]) {
      faults.push_back({Kind::population_differs, stratum, i});
      population_told[stratum] = true;
    }
    population = std::isfinite(population) ? population : design_.population_clusters[i];
  }
  for (std::uint32_t stratum = 0; stratum < strata; ++stratum) {
    if (clusters_in_[stratum] == 1 && population_of_stratum_[stratum] != 1)
      faults.push_back({Kind::lonely_cluster, stratum, first_of[stratum]});
    if (population_of_stratum_[stratum] < clusters_in_[stratum])
      faults.push_back({Kind::population_too_small, stratum, first_of[stratum]});
  }
  return faults;
}

// Columns of two margins add up to the same: the decomposition takes the shortest of all solutions, and
// residuals are the same for each.
void Estimator::prepare_residuals() {
  if (design_.margins.empty()) return;
  for (const auto& margin : design_.margins) {
    first_column_.push_back(columns_);
    columns_ += margin.totals.size();
  }
  Eigen::MatrixXd crossed =
      Eigen::MatrixXd::Zero(static_cast<Eigen::Index>(columns_), static_cast<Eigen::Index>(columns_));
  for (std::size_t i = 0; i < design_.base.size(); ++i)
    for (std::size_t a = 0; a < first_column_.size(); ++a)
      for (std::size_t b = 0; b < first_column_.size(); ++b)
        crossed(static_cast<Eigen::Index>(first_column_[a] + design_.margins[a].level_of[i]),
                static_cast<Eigen::Index>(first_column_[b] + design_.margins[b].level_of[i])) +=
            design_.base[i];
  Eigen::CompleteOrthogonalDecomposition<Eigen::MatrixXd> solver;
  solver.setThreshold(1e-11);
  solver.compute(crossed);
  const Eigen::MatrixXd inverse = solver.pseudoInverse();
  inverse_.assign(inverse.data(), inverse.data() + inverse.size());
}

std::vector<double> Estimator::residuals(std::vector<double> linear) const {
  if (inverse_.empty()) return linear;
  Eigen::VectorXd sums = Eigen::VectorXd::Zero(static_cast<Eigen::Index>(columns_));
  const auto each = [&](std::size_t i, auto&& use) {
    for (std::size_t m = 0; m < first_column_.size(); ++m)
      use(static_cast<Eigen::Index>(first_column_[m] + design_.margins[m].level_of[i]));
  };
  for (std::size_t i = 0; i < linear.size(); ++i)
    each(i, [&](Eigen::Index column) { sums[column] += design_.base[i] * linear[i]; });
  const auto size = static_cast<Eigen::Index>(columns_);
  const Eigen::VectorXd explained = Eigen::Map<const Eigen::MatrixXd>(inverse_.data(), size, size) * sums;
  for (std::size_t i = 0; i < linear.size(); ++i)
    each(i, [&](Eigen::Index column) { linear[i] -= explained[column]; });
  return linear;
}

double Estimator::variance(std::span<const double> influence) const {
  std::vector<double> of_cluster(stratum_of_cluster_.size(), 0);
  for (std::size_t i = 0; i < influence.size(); ++i)
    of_cluster[design_.cluster_of.empty() ? i : design_.cluster_of[i]] += influence[i];
  std::vector<double> sum_of_stratum(clusters_in_.size(), 0);
  for (std::size_t c = 0; c < of_cluster.size(); ++c) sum_of_stratum[stratum_of_cluster_[c]] += of_cluster[c];
  std::vector<double> squares(clusters_in_.size(), 0);
  for (std::size_t c = 0; c < of_cluster.size(); ++c) {
    const auto stratum = stratum_of_cluster_[c];
    const double off = of_cluster[c] - sum_of_stratum[stratum] / clusters_in_[stratum];
    squares[stratum] += off * off;
  }
  double variance = 0;
  for (std::size_t stratum = 0; stratum < squares.size(); ++stratum) {
    const double clusters = clusters_in_[stratum];
    if (clusters < 2) continue;  // the stratum was asked whole
    variance +=
        squares[stratum] * clusters / (clusters - 1) * (1 - clusters / population_of_stratum_[stratum]);
  }
  return variance;
}

Estimate Estimator::finished(double value, std::vector<double> linear,
                             const std::vector<bool>& in_domain) const {
  Estimate estimate{.value = value,
                    .standard_error = 0,
                    .respondents = 0,
                    .effective = 0,
                    .degrees = degrees(in_domain),
                    .influence = residuals(std::move(linear))};
  double sum = 0;
  double squares = 0;
  for (std::size_t i = 0; i < in_domain.size(); ++i) {
    const double weight = design_.weights[i];
    estimate.influence[i] *= weight;
    if (!in_domain[i]) continue;
    ++estimate.respondents;
    sum += weight;
    squares += weight * weight;
  }
  estimate.effective = sum * sum / squares;
  estimate.standard_error = std::sqrt(variance(estimate.influence));
  return estimate;
}

std::size_t Estimator::degrees(const std::vector<bool>& in_domain) const {
  std::vector<bool> has_cluster(stratum_of_cluster_.size(), false), has_stratum(clusters_in_.size(), false);
  for (std::size_t i = 0; i < in_domain.size(); ++i) {
    if (!in_domain[i]) continue;
    const auto cluster = design_.cluster_of.empty() ? i : design_.cluster_of[i];
    has_cluster[cluster] = true;
    has_stratum[stratum_of_cluster_[cluster]] = true;
  }
  return static_cast<std::size_t>(std::ranges::count(has_cluster, true) -
                                  std::ranges::count(has_stratum, true));
}

std::optional<Estimate> Estimator::mean(std::span<const double> values,
                                        const std::vector<bool>& in_domain) const {
  double weighted = 0;
  double weights = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (!in_domain[i]) continue;
    weighted += design_.weights[i] * values[i];
    weights += design_.weights[i];
  }
  if (weights <= 0) return std::nullopt;
  const double mean = weighted / weights;
  std::vector<double> linear(values.size(), 0);
  for (std::size_t i = 0; i < values.size(); ++i)
    if (in_domain[i]) linear[i] = (values[i] - mean) / weights;
  return finished(mean, std::move(linear), in_domain);
}

std::optional<Estimate> Estimator::total(std::span<const double> values,
                                         const std::vector<bool>& in_domain) const {
  if (std::ranges::find(in_domain, true) == in_domain.end()) return std::nullopt;
  double total = 0;
  std::vector<double> linear(values.size(), 0);
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (!in_domain[i]) continue;
    linear[i] = values[i];
    total += design_.weights[i] * values[i];
  }
  return finished(total, std::move(linear), in_domain);
}

Interval wilson(double share, double effective, double quantile) {
  if (effective <= 0) return {0, 1};
  const double z = quantile;
  const double below = 1 + z * z / effective;
  const double middle = (share + z * z / (2 * effective)) / below;
  const double half =
      z / below * std::sqrt(share * (1 - share) / effective + z * z / (4 * effective * effective));
  return {std::max(0.0, middle - half), std::min(1.0, middle + half)};
}

double effective_for_share(const Estimate& share) {
  const double spread = share.value * (1 - share.value);
  const double variance = share.standard_error * share.standard_error;
  if (spread <= 1e-12) return share.effective;
  return spread / std::max(variance, spread * 1e-15);  // no variance: the share was raked on, and is known
}

Difference between_waves(const Estimate& earlier, const Estimate& later) {
  return {later.value - earlier.value, std::hypot(earlier.standard_error, later.standard_error), 0};
}

Difference between_waves(const Estimate& earlier, const Estimate& later,
                         std::span<const std::uint32_t> same) {
  const double before = centre(earlier.influence);
  const double after = centre(later.influence);
  const auto inflation = [](const Estimate& wave) {
    const auto people = static_cast<double>(wave.influence.size());
    return people / (people - 1);
  };
  Difference difference{.value = later.value - earlier.value, .standard_error = 0, .in_both = 0};
  double together = 0;
  for (std::size_t i = 0; i < same.size(); ++i) {
    if (same[i] == none) continue;
    ++difference.in_both;
    together += (earlier.influence[same[i]] - before) * (later.influence[i] - after);
  }
  together *= std::sqrt(inflation(earlier) * inflation(later));
  const double apart =
      earlier.standard_error * earlier.standard_error + later.standard_error * later.standard_error;
  difference.standard_error = std::sqrt(std::max(0.0, apart - 2 * together));
  return difference;
}

}  // namespace wijktafel::survey
