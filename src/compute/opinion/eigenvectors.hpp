// The two largest eigenvalues and their vectors of X^T X, for a centred table X.
#pragma once

#include <array>
#include <vector>

#include "compute/opinion/centred_table.hpp"

namespace wijktafel::opinion {

struct Eigenpairs {
  std::array<double, 2> values{};  // descending
  std::array<std::vector<double>, 2> vectors;
};

// Lanczos (1950) with every new vector made orthogonal to all before it, twice; from a fixed start, until the
// residual of both pairs is below 1e-13 of the largest value or the space is full. No chance, no history: the
// same table gives the same bits. Vectors of a value that is zero mean nothing.
Eigenpairs largest_eigenpairs(CentredTable& table);

}  // namespace wijktafel::opinion
