// The formulas of docs/methods/opinion-groups.md once more, slowly and without anything of the real code: a
// full table, a singular value decomposition of it, and sums as they are written.
#pragma once

#include <Eigen/Dense>
#include <cmath>
#include <cstdint>
#include <optional>
#include <vector>

namespace wijktafel::opinion::plain {

// People by statements: 1, 0, -1, or nothing for not seen.
using Table = std::vector<std::vector<std::optional<int>>>;

struct Map {
  Eigen::VectorXd means;
  Eigen::MatrixXd loadings;  // statements by 2
  Eigen::VectorXd singular;
  Eigen::MatrixXd points;  // people by 2
};

inline Map map_of(const Table& table, const std::vector<bool>& is_out) {
  const auto people = static_cast<Eigen::Index>(table.size());
  const auto statements = static_cast<Eigen::Index>(is_out.size());
  const auto vote = [&](Eigen::Index p, Eigen::Index s) {
    return is_out[static_cast<std::size_t>(s)]
               ? std::optional<int>(0)
               : table[static_cast<std::size_t>(p)][static_cast<std::size_t>(s)];
  };
  Map map;
  map.means = Eigen::VectorXd::Zero(statements);
  for (Eigen::Index s = 0; s < statements; ++s) {
    double sum = 0;
    int seen = 0;
    for (Eigen::Index p = 0; p < people; ++p)
      if (const auto given = vote(p, s)) {
        sum += *given;
        ++seen;
      }
    if (seen > 0) map.means[s] = sum / seen;
  }
  Eigen::MatrixXd filled(people, statements);
  for (Eigen::Index p = 0; p < people; ++p)
    for (Eigen::Index s = 0; s < statements; ++s) {
      const auto given = vote(p, s);
      filled(p, s) = (given ? *given : map.means[s]) - map.means[s];
    }
  const Eigen::JacobiSVD<Eigen::MatrixXd> svd(filled, Eigen::ComputeThinU | Eigen::ComputeThinV);
  map.singular = svd.singularValues();
  map.loadings = svd.matrixV().leftCols(2);
  map.points = Eigen::MatrixXd::Zero(people, 2);
  for (Eigen::Index p = 0; p < people; ++p) {
    double votes = 0;
    for (Eigen::Index s = 0; s < statements; ++s)
      if (const auto given = vote(p, s)) {
        ++votes;
        map.points.row(p) += (*given - map.means[s]) * map.loadings.row(s);
      }
    map.points.row(p) *= std::sqrt(static_cast<double>(statements) / std::max(1.0, votes));
  }
  return map;
}

inline double silhouette(const Eigen::MatrixXd& points, const std::vector<std::uint32_t>& of,
                         std::uint32_t groups) {
  double total = 0;
  for (Eigen::Index i = 0; i < points.rows(); ++i) {
    std::vector<double> means(groups, 0.0);
    for (std::uint32_t g = 0; g < groups; ++g) {
      int others = 0;
      for (Eigen::Index j = 0; j < points.rows(); ++j)
        if (j != i && of[static_cast<std::size_t>(j)] == g) {
          means[g] += (points.row(i) - points.row(j)).norm();
          ++others;
        }
      means[g] = others == 0 ? -1 : means[g] / others;
    }
    const auto own = of[static_cast<std::size_t>(i)];
    double other = -1;
    for (std::uint32_t g = 0; g < groups; ++g)
      if (g != own && means[g] >= 0 && (other < 0 || means[g] < other)) other = means[g];
    if (means[own] >= 0) total += (other - means[own]) / std::max(other, means[own]);
  }
  return total / static_cast<double>(points.rows());
}

// Of all pairs, both together or both apart; corrected for what chance gives. Counted pair by pair.
inline double adjusted_rand(const std::vector<std::uint32_t>& one, const std::vector<std::uint32_t>& other) {
  double both = 0;
  double first = 0;
  double second = 0;
  double pairs = 0;
  for (std::size_t i = 0; i < one.size(); ++i)
    for (std::size_t j = 0; j < i; ++j) {
      ++pairs;
      first += one[i] == one[j];
      second += other[i] == other[j];
      both += one[i] == one[j] && other[i] == other[j];
    }
  const double expected = first * second / pairs;
  return (both - expected) / ((first + second) / 2 - expected);
}

}  // namespace wijktafel::opinion::plain
