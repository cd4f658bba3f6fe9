// Shares, means and totals of a population from weighted respondents, with standard errors by linearisation
// (Taylor; Binder 1983) for the design of the sample: strata, clusters drawn whole or in part, a finite
// population. Weights that were raked make estimates more precise: what the margins already explain is taken
// out first (residuals of the regression on the margins with base weights; Deville & Särndal 1992, as R's
// survey package has it). Clusters of a stratum are taken as drawn with replacement, corrected for a finite
// number of clusters.
//
//   const auto estimator = Estimator::of({.weights = weights}).value();
//   const auto age = estimator.mean(ages, everybody);
//   age.value, age.standard_error
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/result.hpp"
#include "compute/survey/cells.hpp"

namespace wijktafel::survey {

struct Design {
  std::vector<double> weights = {};            // per respondent, above 0
  std::vector<std::uint32_t> stratum_of = {};  // empty: one stratum
  std::vector<std::uint32_t> cluster_of = {};  // empty: each respondent by himself
  std::vector<double> population_clusters =
      {};                         // per respondent: clusters in the population of his stratum; empty: no end
  std::vector<double> base = {};  // weights before raking; empty: not raked
  std::vector<CodedMargin> margins = {};  // what was raked on
};

// Why a design has no standard errors.
struct DesignFault {
  enum class Kind {
    lonely_cluster,         // a stratum with one cluster says nothing of differences
    cluster_in_two_strata,  // ids of clusters must differ between strata
    population_differs,     // within a stratum
    population_too_small,   // fewer clusters than the sample has
  };
  Kind kind;
  std::uint32_t group = 0;     // the stratum; for cluster_in_two_strata the cluster
  std::size_t respondent = 0;  // the first of it
};

struct Estimate {
  double value = 0;
  double standard_error = 0;
  std::size_t respondents = 0;         // that it rests on
  double effective = 0;                // of those respondents (Kish)
  std::size_t degrees = 0;             // of freedom: clusters that have them, less the strata that do
  std::vector<double> influence = {};  // per respondent: what he adds to value when he weighs a little more
};

// Immutable; thread-safe.
class Estimator {
 public:
  static Result<Estimator, std::vector<DesignFault>> of(Design design);

  // `in_domain`: whether a respondent counts (answered, is in the group). No respondents in it: nothing.
  std::optional<Estimate> mean(std::span<const double> values, const std::vector<bool>& in_domain) const;
  std::optional<Estimate> total(std::span<const double> values, const std::vector<bool>& in_domain) const;

  const Design& design() const { return design_; }
  std::size_t respondents() const { return design_.weights.size(); }
  std::size_t clusters() const { return stratum_of_cluster_.size(); }
  std::size_t strata() const { return clusters_in_.size(); }
  // Without strata and clusters, so that respondents of two waves can be put beside each other.
  bool is_simple() const { return design_.stratum_of.empty() && design_.cluster_of.empty(); }

 private:
  explicit Estimator(Design design);
  std::vector<DesignFault> prepare();
  void prepare_residuals();
  Estimate finished(double value, std::vector<double> influence, const std::vector<bool>& in_domain) const;
  std::vector<double> residuals(std::vector<double> linear) const;
  double variance(std::span<const double> influence) const;
  std::size_t degrees(const std::vector<bool>& in_domain) const;

  Design design_;
  std::vector<std::uint32_t> stratum_of_cluster_;
  std::vector<std::uint32_t> clusters_in_;     // per stratum
  std::vector<double> population_of_stratum_;  // infinite when not given
  std::vector<std::size_t> first_column_;
  std::size_t columns_ = 0;
  std::vector<double> inverse_;  // columns_ x columns_, generalised; empty when not raked
};

inline constexpr double two_sided_95 = 1.959963984540054;  // quantile 0.975 of the normal distribution

struct Interval {
  double low = 0;
  double high = 0;
};
// Of a share (Wilson 1927), which stays between 0 and 1 and holds for small shares too; with the number of
// respondents of a simple sample that would be as precise, and how many standard errors make the margin.
Interval wilson(double share, double effective, double quantile = two_sided_95);
// The share's own: share (1 - share) / standard_error^2, or Kish's when nobody differs.
double effective_for_share(const Estimate& share);

struct Difference {
  double value = 0;  // later minus earlier
  double standard_error = 0;
  std::size_t in_both = 0;
};
// Two samples that were drawn apart.
Difference between_waves(const Estimate& earlier, const Estimate& later);
// Some people answered both times: `same[i]` is the place in `earlier` of respondent i of `later`, or none.
// For simple designs; people are taken as drawn independently of each other.
Difference between_waves(const Estimate& earlier, const Estimate& later, std::span<const std::uint32_t> same);

}  // namespace wijktafel::survey
