#include "app/survey/wave.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <numeric>
#include <utility>

#include "app/terminal/files.hpp"

namespace wijktafel::app {
namespace {

using survey::none;

// A table that nobody reads: a question of numbers taken for one of answers, or groups of one person.
constexpr std::size_t most_cells = 5000;

template <class T>
T taken(Result<T, survey::Faults> read, const std::string& file, Refusal& refusal) {
  if (read) return std::move(*read);
  refusal.add(file, read.error());
  return {};
}

std::string_view reason_of(survey::DesignFault::Kind kind) {
  using Kind = survey::DesignFault::Kind;
  switch (kind) {
    case Kind::lonely_cluster: return "lonely_cluster";
    case Kind::cluster_in_two_strata: return "cluster_in_two_strata";
    case Kind::population_differs: return "population_differs";
    case Kind::population_too_small: return "population_too_small";
  }
  std::unreachable();
}

std::optional<std::size_t> place_of(const std::vector<std::string>& names, const std::string& name) {
  const auto at = std::ranges::find(names, name);
  if (at == names.end()) return std::nullopt;
  return static_cast<std::size_t>(at - names.begin());
}

}  // namespace

std::optional<Wave> Wave::read(const EstimateCommand& command, const std::string& file, Refusal& refusal) {
  Wave wave;
  wave.file_ = file;
  wave.measure_ = command.measure;
  wave.text_ = std::make_unique<std::string>(file_text(file));
  auto respondents = survey::Respondents::read(*wave.text_);
  if (!respondents) {
    refusal.add(file, respondents.error());
    return std::nullopt;
  }
  wave.respondents_ = std::move(*respondents);
  const auto faults_before = refusal.faults().size();
  wave.read_answers(command, refusal);
  wave.read_groups(command, refusal);
  wave.read_design(command, refusal);
  if (refusal.faults().size() > faults_before) return std::nullopt;
  return wave;
}

void Wave::read_answers(const EstimateCommand& command, Refusal& refusal) {
  if (measure_ == Measure::share) {
    answers_ = taken(survey::groups_of(*respondents_, command.question, true), file_, refusal);
    for (const auto answer : answers_.group_of) answered_.push_back(answer != none);
  } else {
    auto numbers = taken(survey::number_answers(*respondents_, command.question), file_, refusal);
    values_ = std::move(numbers.values);
    answered_ = std::move(numbers.answered);
    answers_ = {.names = {""}, .group_of = {}};
    for (const bool has_answered : answered_) answers_.group_of.push_back(has_answered ? 0 : none);
  }
  if (refusal.empty() && std::ranges::find(answered_, true) == answered_.end())
    refusal.add(file_, {{0, 0, "no_answers", {command.question}}});
}

void Wave::read_groups(const EstimateCommand& command, Refusal& refusal) {
  if (command.by.empty()) {
    groups_ = {.names = {}, .group_of = std::vector<std::uint32_t>(respondents_->size(), none)};
  } else {
    groups_ = taken(survey::groups_of(*respondents_, command.by, true), file_, refusal);
    const auto unnamed = static_cast<std::uint32_t>(groups_.names.size());
    if (std::ranges::find(groups_.group_of, none) != groups_.group_of.end()) groups_.names.emplace_back("?");
    std::ranges::replace(groups_.group_of, none, unnamed);
  }
  groups_.names.emplace_back();
  const std::size_t cells = groups_.names.size() * answers_.names.size();
  if (cells > most_cells)
    refusal.add(file_, {{0, 0, "too_many_cells", {std::to_string(cells), std::to_string(most_cells)}}});
}

void Wave::read_design(const EstimateCommand& command, Refusal& refusal) {
  const auto faults_before = refusal.faults().size();
  survey::Design design;
  design.weights = taken(survey::positive_numbers(*respondents_, command.weight), file_, refusal);
  survey::Groups strata, clusters;
  if (!command.strata.empty())
    strata = taken(survey::groups_of(*respondents_, command.strata, false), file_, refusal);
  if (!command.clusters.empty())
    clusters = taken(survey::groups_of(*respondents_, command.clusters, false), file_, refusal);
  design.stratum_of = strata.group_of;
  design.cluster_of = clusters.group_of;
  if (!command.population_clusters.empty())
    design.population_clusters =
        taken(survey::positive_numbers(*respondents_, command.population_clusters), file_, refusal);
  if (!command.targets.empty()) read_margins(command, design, refusal);
  if (refusal.faults().size() > faults_before) return;
  auto estimator = survey::Estimator::of(std::move(design));
  if (estimator) {
    estimator_ = std::move(*estimator);
    return;
  }
  const auto column =
      respondents_->column(command.strata.empty() ? command.weight : command.strata).value_or(0);
  for (const auto& fault : estimator.error()) {
    const auto& names =
        fault.kind == survey::DesignFault::Kind::cluster_in_two_strata ? clusters.names : strata.names;
    const bool has_name = fault.group < names.size();
    const bool is_alone = !has_name && fault.kind == survey::DesignFault::Kind::lonely_cluster;
    refusal.add(file_, {respondents_->fault(fault.respondent, column,
                                            is_alone ? "one_respondent" : reason_of(fault.kind),
                                            {has_name ? names[fault.group] : std::string("-")})});
  }
}

void Wave::read_margins(const EstimateCommand& command, survey::Design& design, Refusal& refusal) {
  const auto text = file_text(command.targets);
  auto margins = survey::read_targets(text);
  if (!margins) {
    // The same file for both waves: its faults are said once.
    if (std::ranges::none_of(refusal.faults(),
                             [&](const FileFault& fault) { return fault.file == command.targets; }))
      refusal.add(command.targets, margins.error());
    return;
  }
  const double population = std::accumulate(design.weights.begin(), design.weights.end(), 0.0);
  survey::shares_to_counts(*margins, population);
  design.margins = taken(survey::coded(*respondents_, *margins), file_, refusal);
  if (command.base.empty())
    design.base.assign(respondents_->size(), 1.0);
  else
    design.base = taken(survey::positive_numbers(*respondents_, command.base), file_, refusal);
  for (const auto& margin : design.margins) {
    std::vector<double> sums(margin.totals.size(), 0);
    for (std::size_t i = 0; i < design.weights.size(); ++i) sums[margin.level_of[i]] += design.weights[i];
    for (std::size_t level = 0; level < sums.size(); ++level)
      deviation_ = std::max(deviation_, std::abs(sums[level] - margin.totals[level]) / population);
  }
}

std::optional<std::size_t> Wave::group_named(const std::string& name) const {
  return place_of(groups_.names, name);
}
std::optional<std::size_t> Wave::answer_named(const std::string& name) const {
  return place_of(answers_.names, name);
}

std::optional<survey::Estimate> Wave::estimate(std::size_t group, std::optional<std::size_t> answer) const {
  const bool is_everybody = group + 1 == groups_.names.size();
  std::vector<bool> in_domain = answered_;
  for (std::size_t i = 0; i < in_domain.size(); ++i)
    in_domain[i] = in_domain[i] && (is_everybody || groups_.group_of[i] == group);
  if (measure_ == Measure::total) return estimator_->total(values_, in_domain);
  if (measure_ == Measure::mean) return estimator_->mean(values_, in_domain);
  std::vector<double> gave_it(in_domain.size(), 0);
  for (std::size_t i = 0; i < gave_it.size(); ++i)
    gave_it[i] = answer && answers_.group_of[i] == *answer ? 1 : 0;
  return estimator_->mean(gave_it, in_domain);
}

std::size_t Wave::respondents(std::size_t group, std::size_t answer) const {
  const bool is_everybody = group + 1 == groups_.names.size();
  std::size_t count = 0;
  for (std::size_t i = 0; i < answered_.size(); ++i)
    if (answers_.group_of[i] == answer && (is_everybody || groups_.group_of[i] == group)) ++count;
  return count;
}

survey::Suppression Wave::hidden(std::uint32_t minimum) const {
  const std::size_t groups = groups_.names.size() - 1;
  survey::CountTable table{
      .rows = std::max<std::size_t>(groups, 1), .columns = answers_.names.size(), .counts = {}};
  table.counts.assign(table.rows * table.columns, 0);
  for (std::size_t i = 0; i < answered_.size(); ++i)
    if (answered_[i])
      ++table.counts[(groups == 0 ? 0 : groups_.group_of[i]) * table.columns + answers_.group_of[i]];
  auto hidden = survey::suppress(table, minimum);
  if (groups > 0 && measure_ == Measure::share && !says_counts_only()) hide_totals_beside(hidden);
  return hidden;
}

bool Wave::says_counts_only() const {
  const auto& design = estimator_->design();
  return estimator_->is_simple() && design.margins.empty() &&
         std::ranges::adjacent_find(design.weights, std::ranges::not_equal_to()) == design.weights.end();
}

// The number who gave an answer, their weighted share and its standard error are three equations in the
// hidden counts of that column: two groups with different weights follow from them.
void Wave::hide_totals_beside(survey::Suppression& hidden) {
  for (std::size_t answer = 0; answer < hidden.columns(); ++answer)
    for (std::size_t group = 0; group < hidden.rows(); ++group)
      if (hidden.is_hidden(group, answer)) hidden.hide(hidden.rows(), answer);
}

bool Wave::is_hidden(const survey::Suppression& hidden, std::size_t group,
                     std::optional<std::size_t> answer) const {
  const bool is_everybody = group + 1 == groups_.names.size();
  const auto row = is_everybody ? hidden.rows() : group;
  // An answer that nobody gave is as visible as the group; a question of numbers has one cell for each group.
  return hidden.is_hidden(row, answer.value_or(hidden.columns()));
}

std::vector<std::uint32_t> Wave::same_as(const Wave& earlier, const EstimateCommand& command,
                                         Refusal& refusal) const {
  std::map<std::string_view, std::uint32_t> place;
  std::vector<std::uint32_t> same;
  const auto ids_of = [&](const Wave& wave, auto&& use) {
    const auto column = wave.respondents_->column(command.id);
    if (!column) return refusal.add(wave.file_, {wave.respondents_->missing_column(command.id)});
    std::map<std::string_view, std::size_t> seen;
    for (std::size_t i = 0; i < wave.respondents_->size(); ++i) {
      const auto id = wave.respondents_->cell(i, *column);
      if (!id.empty() && !seen.emplace(id, i).second)
        refusal.add(wave.file_, {wave.respondents_->fault(i, *column, "duplicate_id", {std::string(id)})});
      use(id, static_cast<std::uint32_t>(i));
    }
  };
  ids_of(earlier, [&](std::string_view id, std::uint32_t i) {
    if (!id.empty()) place.emplace(id, i);
  });
  ids_of(*this, [&](std::string_view id, std::uint32_t) {
    const auto at = place.find(id);
    same.push_back(at == place.end() ? none : at->second);
  });
  return same;
}

}  // namespace wijktafel::app
