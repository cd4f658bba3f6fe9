#include "compute/opinion/eigenvectors.hpp"

#include <Eigen/Eigenvalues>
#include <algorithm>
#include <cmath>
#include <cstdint>

namespace wijktafel::opinion {
namespace {

using Vector = Eigen::VectorXd;
using Matrix = Eigen::MatrixXd;

constexpr double tolerance = 1e-13;

std::span<double> span_of(Vector& vector) { return {vector.data(), static_cast<std::size_t>(vector.size())}; }

// A vector in no particular direction, the same each time: the fractions of multiples of the golden ratio.
Vector scattered(Eigen::Index size, Eigen::Index which) {
  Vector vector(size);
  for (Eigen::Index i = 0; i < size; ++i) {
    const double multiple = static_cast<double>((i + 1) * (which + 1)) * 0.6180339887498949;
    vector[i] = multiple - std::floor(multiple) - 0.5;
  }
  return vector;
}

class Lanczos {
 public:
  explicit Lanczos(CentredTable& table)
      : table_(table), size_(static_cast<Eigen::Index>(table.statement_count())), image_(size_) {}

  Eigenpairs run() {
    const Eigen::Index pairs = std::min<Eigen::Index>(2, size_);
    Eigen::Index check = std::min<Eigen::Index>(size_, 8);
    for (;;) {
      while (steps_ < check) step();
      Eigen::SelfAdjointEigenSolver<Matrix> solver;
      solver.computeFromTridiagonal(Eigen::Map<Vector>(diagonal_.data(), steps_),
                                    Eigen::Map<Vector>(beside_.data(), steps_ - 1));
      if (steps_ == size_ || has_converged(solver, pairs)) return answer(solver, pairs);
      check = std::min(size_, check + std::max<Eigen::Index>(4, check / 4));
    }
  }

 private:
  void step() {
    if (steps_ == basis_.cols())
      basis_.conservativeResize(size_, std::min(size_, std::max<Eigen::Index>(32, 2 * steps_)));
    if (steps_ == 0) image_ = scattered(size_, 0);
    double length = image_.norm();
    // What is left is rounding: the space so far maps into itself. Go on in a direction not seen yet.
    if (steps_ > 0 && length <= largest_ * 1e-14) {
      turn_elsewhere();
      length = image_.norm();
    }
    basis_.col(steps_) = image_ / length;
    Vector newest = basis_.col(steps_);
    table_.gram(span_of(newest), span_of(image_));
    ++steps_;
    diagonal_.push_back(newest.dot(image_));
    largest_ = std::max(largest_, image_.norm());
    make_orthogonal();
    beside_.push_back(image_.norm() <= largest_ * 1e-14 ? 0.0 : image_.norm());
  }

  // One of the unit vectors sticks out of a space that is not full by more than this, so the search ends.
  void turn_elsewhere() {
    const double enough = 0.5 / std::sqrt(static_cast<double>(size_));
    for (Eigen::Index which = 1; which < size_ + 4; ++which) {
      image_ = which < 4 ? scattered(size_, which) : Vector(Vector::Unit(size_, which - 4));
      make_orthogonal();
      if (image_.norm() > enough) break;
    }
  }

  void make_orthogonal() {
    for (int times = 0; times < 2; ++times)
      image_.noalias() -= basis_.leftCols(steps_) * (basis_.leftCols(steps_).transpose() * image_).eval();
  }

  bool has_converged(const Eigen::SelfAdjointEigenSolver<Matrix>& solver, Eigen::Index pairs) const {
    const double largest = solver.eigenvalues()[steps_ - 1];
    for (Eigen::Index pair = 0; pair < pairs; ++pair)
      if (beside_.back() * std::abs(solver.eigenvectors()(steps_ - 1, steps_ - 1 - pair)) >
          tolerance * largest)
        return false;
    return true;
  }

  Eigenpairs answer(const Eigen::SelfAdjointEigenSolver<Matrix>& solver, Eigen::Index pairs) const {
    Eigenpairs found;
    for (auto& vector : found.vectors) vector.assign(static_cast<std::size_t>(size_), 0.0);
    for (Eigen::Index pair = 0; pair < pairs; ++pair) {
      const auto place = static_cast<std::size_t>(pair);
      found.values[place] = solver.eigenvalues()[steps_ - 1 - pair];
      const Vector vector =
          (basis_.leftCols(steps_) * solver.eigenvectors().col(steps_ - 1 - pair)).normalized();
      std::ranges::copy(vector, found.vectors[place].begin());
    }
    return found;
  }

  CentredTable& table_;
  Eigen::Index size_;
  Eigen::Index steps_ = 0;
  Matrix basis_;
  Vector image_;
  std::vector<double> diagonal_;
  std::vector<double> beside_;
  double largest_ = 0;
};

}  // namespace

Eigenpairs largest_eigenpairs(CentredTable& table) {
  if (table.statement_count() == 0) return {};
  return Lanczos(table).run();
}

}  // namespace wijktafel::opinion
