#include "compute/budgeting/official.hpp"

#include <string_view>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "compute/budgeting/decimal.hpp"

namespace wijktafel::budgeting {
namespace {

std::string_view meta(const Election& election, std::string_view key) {
  for (std::size_t i = election.meta.size(); i-- > 0;)
    if (election.meta[i].first == key) return election.meta[i].second;
  return {};
}

std::optional<Money> money(const Election& election, std::string_view text) {
  const auto number = decimal_of(text);
  if (!number || number->digits < 0) return std::nullopt;
  int decimals = 0;
  for (std::int64_t scale = election.money_scale; scale > 1; scale /= 10) ++decimals;
  // Finer than any cost: what is left over of it buys nothing.
  Decimal rounded = *number;
  for (; rounded.decimals > decimals; --rounded.decimals) rounded.digits /= 10;
  return scaled(rounded, decimals);
}

using CapGroup = bool (*)(Limits&, const Election&, std::string_view, Money);

// "categories;Groen,Jeugd" with "budget_per_category;1000,2000".
bool add_caps(OfficialRule& rule, const Election& election, std::string_view names, std::string_view amounts,
              CapGroup add) {
  if (meta(election, amounts).empty()) return true;
  const auto groups = split(meta(election, names), ',');
  const auto most = split(meta(election, amounts), ',');
  if (groups.size() != most.size()) return false;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const auto amount = money(election, most[i]);
    if (!amount) return false;
    add(rule.limits, election, trimmed(groups[i]), *amount);  // a group without plans limits nothing
  }
  return true;
}

}  // namespace

Result<OfficialRule, std::string> official_rule(const Election& election) {
  OfficialRule rule;
  const auto name = meta(election, "rule");
  const auto refuse = [&](std::string_view key) {
    return std::unexpected(std::string(key) + ';' + std::string(meta(election, key)));
  };
  if (name == "greedy-no-skip" || name == "greedy-custom")
    rule.misfit = Misfit::stop;
  else if (name != "greedy" && name != "greedy-threshold")
    return refuse("rule");
  if (const auto threshold = meta(election, "min_project_score_threshold"); !threshold.empty()) {
    const auto least = decimal_of(threshold);
    if (!least || least->digits < 0 || least->decimals > 0) return refuse("min_project_score_threshold");
    require_support(rule.limits, election, static_cast<std::uint64_t>(least->digits));
  }
  if (election.type == BallotType::ordinal) {
    const auto places = decimal_of(meta(election, "max_length"));
    if (!places || places->decimals > 0 || places->digits < 1 || places->digits > 1'000'000)
      return refuse("max_length");
    rule.most_places = static_cast<std::uint64_t>(places->digits);
  }
  if (!add_caps(rule, election, "categories", "budget_per_category", cap_category))
    return refuse("budget_per_category");
  if (!add_caps(rule, election, "neighborhoods", "budget_per_neighborhood", cap_neighbourhood))
    return refuse("budget_per_neighborhood");
  const auto leftover = meta(election, "leftover_budget");
  rule.fills_leftover = leftover.starts_with("Fund additional");
  rule.pays_part_of_next = leftover.starts_with("Partially fund");
  return rule;
}

OfficialOutcome count_officially(const Election& election, const OfficialRule& rule, const TieOrder& ties) {
  std::vector<Density> values;
  for (const auto score : scores(election, rule.most_places)) values.push_back({score, 1});
  OfficialOutcome made{buy_in_order(election, values, ties, rule.misfit, rule.limits), std::nullopt};
  if (rule.fills_leftover) {
    const Limits without_caps{rule.limits.is_out, {}};
    made.outcome = buy_in_order(election, values, ties, Misfit::skip, without_caps, std::move(made.outcome));
  }
  if (!rule.pays_part_of_next) return made;
  std::vector<char> is_bought(election.projects.size());
  for (const auto project : made.outcome.selected) is_bought[project] = 1;
  const Room room(election, rule.limits, made.outcome);
  for (ProjectIndex project = 0; project < values.size(); ++project) {
    if (is_bought[project] || !room.is_allowed(project)) continue;
    const auto order =
        made.partly ? compare(values[project], values[*made.partly]) : std::strong_ordering::greater;
    if (order > 0 || (order == 0 && ties.rank(project) < ties.rank(*made.partly))) made.partly = project;
  }
  if (room.left() == 0) made.partly = std::nullopt;
  return made;
}

}  // namespace wijktafel::budgeting
