#include "compute/sortition/leximin.hpp"
#include "compute/sortition/plan.hpp"
#include "compute/sortition/stratified.hpp"
#include "compute/sortition/types_plan.hpp"

namespace wijktafel::sortition {

Plan make_plan(const Pool& pool, const PlanOptions& options) {
  if (options.method == Method::stratified) return stratified_plan(pool, options);
  const auto types = make_types(pool);
  const auto draw = options.method == Method::maximin ? maximin(types, options) : leximin(types, options);
  return plan_of_people(pool, types, draw.plan, options.method);
}

}  // namespace wijktafel::sortition
