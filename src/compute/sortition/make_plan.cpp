#include <utility>

#include "compute/sortition/certificate.hpp"
#include "compute/sortition/goldilocks.hpp"
#include "compute/sortition/leximin.hpp"
#include "compute/sortition/nash.hpp"
#include "compute/sortition/plan.hpp"
#include "compute/sortition/stratified.hpp"
#include "compute/sortition/types_plan.hpp"

namespace wijktafel::sortition {
namespace {

TypePlan certified(const Types& types, LeximinDraw draw) {
  draw.plan.certificate = exact_certificate(types, draw);
  return std::move(draw.plan);
}

TypePlan plan_of_types(const Types& types, const PlanOptions& options) {
  switch (options.method) {
    case Method::maximin: return certified(types, maximin(types, options));
    case Method::nash: return nash_plan(types, options.go_on);
    case Method::goldilocks: return goldilocks_plan(types, options.go_on);
    case Method::leximin:
    case Method::stratified: break;
  }
  return certified(types, leximin(types, options));
}

}  // namespace

Plan make_plan(const Pool& pool, const PlanOptions& options) {
  if (options.method == Method::stratified) return stratified_plan(pool, options);
  const auto types = make_types(pool);
  return plan_of_people(pool, types, plan_of_types(types, options), options.method);
}

}  // namespace wijktafel::sortition
