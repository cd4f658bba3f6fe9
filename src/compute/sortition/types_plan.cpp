#include "compute/sortition/types_plan.hpp"

#include "compute/sortition/households.hpp"

namespace wijktafel::sortition {

std::vector<double> chances_of_types(const Types& types, const std::vector<TypePanel>& panels) {
  std::vector<double> chances(types.size());
  for (const auto& panel : panels)
    for (std::size_t t = 0; t < types.size(); ++t)
      chances[t] += panel.chance * static_cast<double>(panel.counts[t]);
  for (std::size_t t = 0; t < types.size(); ++t)
    chances[t] /= static_cast<double>(types.types[t].people.size());
  return chances;
}

Plan plan_of_people(const Pool& pool, const Types& types, const TypePlan& plan, Method method) {
  Plan result;
  result.status = plan.status;
  result.method = method;
  result.types = types.size();
  result.stages = plan.stages;
  result.certificate = plan.certificate;
  result.chances.assign(pool.people.size(), 0);
  if (plan.panels.empty()) return result;
  // The chances that the whole units of the panels give, the same for all of a type.
  const auto units = units_of_chances(plan.panels);
  auto rounded = plan.panels;
  for (std::size_t j = 0; j < units.size(); ++j)
    rounded[j].chance = static_cast<double>(units[j]) / static_cast<double>(whole);
  const auto chances = chances_of_types(types, rounded);
  for (std::size_t i = 0; i < pool.people.size(); ++i) result.chances[i] = chances[types.of_person[i]];
  for (auto& dealt : deal_to_people(types, plan.panels))
    result.panels.push_back(
        {std::move(dealt.panel), static_cast<double>(dealt.units) / static_cast<double>(whole)});
  return result;
}

}  // namespace wijktafel::sortition
