// Clp, silent and the same on every machine: no scaling, no perturbation, and no dense part in the
// factorisation, because that is left to a LAPACK that adds in another order on another processor.
#pragma once

#include <ClpFactorization.hpp>
#include <ClpSimplex.hpp>

namespace wijktafel::sortition {

// No limit, for Clp.
inline constexpr double unlimited = 1e30;

// `precision`: how far a row, a bound or a reduced cost may be off.
inline void prepare_simplex(ClpSimplex& simplex, double precision) {
  simplex.setLogLevel(0);
  simplex.scaling(0);
  simplex.setPerturbation(100);
  simplex.setPrimalTolerance(precision);
  simplex.setDualTolerance(precision);
  simplex.factorization()->setDenseThreshold(0);
}

}  // namespace wijktafel::sortition
