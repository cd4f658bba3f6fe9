#include "compute/budgeting/voter_report.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <numeric>
#include <utility>

namespace wijktafel::budgeting {
namespace {

// How many voters have this utility, and whether they got something: a free plan serves with 0 by cost.
struct Share {
  std::int64_t utility = 0;
  std::uint64_t voters = 0;
};

double gini_of(const std::vector<Share>& sorted, double total, std::uint64_t voters) {
  if (total <= 0) return 0;
  // Over voters in a row from least to most served, number i of n: sum (2i - n - 1) x / (n sum x). For `w`
  // equal ones after `before` others the sum of (2i - n - 1) is w (2 before + w - n).
  double sum = 0;
  double before = 0;
  const auto all = static_cast<double>(voters);
  for (const auto& share : sorted) {
    const auto here = static_cast<double>(share.voters);
    sum += here * (2 * before + here - all) * static_cast<double>(share.utility);
    before += here;
  }
  return sum / (all * total);
}

Satisfaction summary(std::vector<Share> shares, std::uint64_t with_something) {
  std::ranges::sort(shares, {}, &Share::utility);
  Satisfaction satisfaction{.with_something = with_something};
  double total = 0;
  for (const auto& share : shares) {
    satisfaction.voters += share.voters;
    total += static_cast<double>(share.voters) * static_cast<double>(share.utility);
  }
  if (satisfaction.voters == 0) return satisfaction;
  satisfaction.mean = total / static_cast<double>(satisfaction.voters);
  satisfaction.gini = gini_of(shares, total, satisfaction.voters);
  constexpr std::array<std::uint64_t, 5> percents{10, 25, 50, 75, 90};
  for (std::size_t i = 0; i < percents.size(); ++i) {
    // The first voter at whom this part of the row has been passed.
    const std::uint64_t wanted =
        (satisfaction.voters - 1) / 100 * percents[i] + (satisfaction.voters - 1) % 100 * percents[i] / 100;
    std::uint64_t passed = 0;
    for (const auto& share : shares) {
      passed += share.voters;
      if (passed <= wanted) continue;
      satisfaction.quantiles[i] = share.utility;
      break;
    }
  }
  return satisfaction;
}

std::vector<char> served(const Election& election, const std::vector<ProjectIndex>& selected) {
  std::vector<char> is_selected(election.projects.size());
  for (const auto project : selected) is_selected[project] = 1;
  std::vector<char> is_served(election.ballots());
  for (BallotIndex ballot = 0; ballot < election.ballots(); ++ballot)
    is_served[ballot] = std::ranges::any_of(election.choices_of(ballot),
                                            [&](ProjectIndex project) { return is_selected[project] != 0; });
  return is_served;
}

constexpr std::array<std::pair<int, const char*>, 6> age_classes{
    {{17, "0-17"}, {29, "18-29"}, {44, "30-44"}, {59, "45-59"}, {74, "60-74"}, {999, "75+"}}};

// The class of an age in years; what is no age keeps its own text ("18-24", "unknown").
std::string age_class(const std::string& text) {
  int age = -1;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), age);
  if (error != std::errc() || end != text.data() + text.size() || age < 0 || age > 999) return text;
  for (const auto& [last, name] : age_classes)
    if (age <= last) return name;
  std::unreachable();
}

VoterDifference& operator+=(VoterDifference& sum, std::pair<std::int64_t, std::uint64_t> voters) {
  (voters.first > 0 ? sum.better : voters.first < 0 ? sum.worse : sum.same) += voters.second;
  return sum;
}

}  // namespace

std::vector<std::int64_t> satisfaction_of(const Election& election, Utility utility,
                                          const std::vector<ProjectIndex>& selected) {
  const Support support(election, utility);
  std::vector<std::int64_t> satisfaction(election.ballots());
  for (const auto project : selected)
    for (const auto& supporter : support.of(project)) satisfaction[supporter.ballot] += supporter.utility;
  return satisfaction;
}

GroupOfVoters groups_of(const VoterColumn& column) {
  GroupOfVoters groups;
  std::map<std::string, std::uint16_t> code_of;
  std::vector<std::string> names;
  for (const auto& value : column.values) {
    names.push_back(column.name == "age" ? age_class(value) : value);
    code_of.emplace(names.back(), std::uint16_t{0});
  }
  for (auto& [name, code] : code_of) {
    code = static_cast<std::uint16_t>(groups.values.size());
    groups.values.push_back(name);
  }
  std::vector<std::uint16_t> new_code;
  new_code.reserve(names.size());
  for (const auto& name : names) new_code.push_back(code_of.at(name));
  groups.codes.reserve(column.codes.size());
  for (const auto code : column.codes) groups.codes.push_back(new_code[code]);
  return groups;
}

VoterReport voter_report(const Election& election, Utility utility,
                         const std::vector<ProjectIndex>& selected) {
  const auto satisfaction = satisfaction_of(election, utility, selected);
  const auto is_served = served(election, selected);
  VoterReport report;
  std::vector<Share> shares;
  std::uint64_t with_something = 0;
  for (BallotIndex ballot = 0; ballot < election.ballots(); ++ballot) {
    shares.push_back({satisfaction[ballot], election.weights[ballot]});
    if (is_served[ballot]) with_something += election.weights[ballot];
  }
  report.all = summary(std::move(shares), with_something);
  for (const auto& column : election.voter_columns) {
    const auto groups = groups_of(column);
    std::vector<std::vector<Share>> per_group(groups.values.size());
    std::vector<std::uint64_t> with(groups.values.size());
    for (std::size_t voter = 0; voter < groups.codes.size(); ++voter) {
      const auto ballot = election.ballot_of_voter[voter];
      per_group[groups.codes[voter]].push_back({satisfaction[ballot], 1});
      if (is_served[ballot]) ++with[groups.codes[voter]];
    }
    VoterGroups made{.column = column.name, .groups = {}};
    for (std::size_t group = 0; group < per_group.size(); ++group)
      made.groups.push_back({groups.values[group], summary(std::move(per_group[group]), with[group])});
    report.columns.push_back(std::move(made));
  }
  return report;
}

OutcomeDifference difference_for_voters(const Election& election, Utility utility,
                                        const std::vector<ProjectIndex>& from,
                                        const std::vector<ProjectIndex>& to) {
  auto change = satisfaction_of(election, utility, to);
  const auto before = satisfaction_of(election, utility, from);
  for (BallotIndex ballot = 0; ballot < election.ballots(); ++ballot) change[ballot] -= before[ballot];
  OutcomeDifference difference;
  for (BallotIndex ballot = 0; ballot < election.ballots(); ++ballot)
    difference.all += {change[ballot], election.weights[ballot]};
  for (const auto& column : election.voter_columns) {
    const auto groups = groups_of(column);
    std::vector<VoterDifference> per_group(groups.values.size());
    for (std::size_t voter = 0; voter < groups.codes.size(); ++voter)
      per_group[groups.codes[voter]] += {change[election.ballot_of_voter[voter]], 1};
    for (std::size_t group = 0; group < per_group.size(); ++group)
      difference.groups.push_back({column.name, groups.values[group], per_group[group]});
  }
  return difference;
}

}  // namespace wijktafel::budgeting
