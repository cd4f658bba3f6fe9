#include "compute/budgeting/count.hpp"

#include <utility>

#include "compute/budgeting/completion.hpp"
#include "compute/budgeting/greedy.hpp"
#include "compute/budgeting/majority.hpp"
#include "compute/budgeting/phragmen.hpp"

namespace wijktafel::budgeting {

Result<Outcome, NoCount> count(const Election& election, const Rule& rule, const TieOrder& ties,
                               const Limits& limits) {
  switch (rule.name) {
    case RuleName::equal_shares: {
      auto outcome = equal_shares(election, rule.utility, rule.completions, ties, limits);
      if (!outcome || !rule.asks_majority) return outcome;
      return ask_majority(election, std::move(*outcome), ties, limits);
    }
    case RuleName::phragmen:
    case RuleName::phragmen_skip:
      return phragmen(election, Support(election, Utility::cardinality), ties,
                      rule.name == RuleName::phragmen ? PhragmenEnd::stop : PhragmenEnd::skip, limits);
    case RuleName::optimum: return optimum(election, Support(election, rule.utility), ties, limits);
    case RuleName::greedy: return greedy(election, Support(election, rule.utility), ties, limits);
  }
  std::unreachable();
}

Result<Outcome, NoCount> count(const Election& election, const Rule& rule, const Limits& limits) {
  return count(election, rule, TieOrder(election, rule.ties), limits);
}

}  // namespace wijktafel::budgeting
