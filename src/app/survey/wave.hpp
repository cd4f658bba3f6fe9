// One file of respondents, ready to estimate from: design, answers and groups.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/survey/refusal.hpp"
#include "app/survey/survey.hpp"
#include "compute/survey/disclosure.hpp"
#include "compute/survey/estimate.hpp"
#include "compute/survey/respondents.hpp"

namespace wijktafel::app {

class Wave {
 public:
  // What is wrong is added to `refusal`, and then there is no wave.
  static std::optional<Wave> read(const EstimateCommand& command, const std::string& file, Refusal& refusal);

  // Names in order; one empty name for the answers of a question of numbers.
  const std::vector<std::string>& answers() const { return answers_.names; }
  // Names in order, the last empty name for everybody; a group without a name is "?".
  const std::vector<std::string>& groups() const { return groups_.names; }
  std::optional<std::size_t> group_named(const std::string& name) const;
  std::optional<std::size_t> answer_named(const std::string& name) const;

  // `answer` or nothing: of an answer that nobody gave, the share is 0.
  std::optional<survey::Estimate> estimate(std::size_t group, std::optional<std::size_t> answer) const;
  std::size_t respondents(std::size_t group, std::size_t answer) const;
  // Rows are the groups without everybody, columns the answers. Of shares that are weighted or have a design,
  // the totals beside hidden cells are hidden too.
  survey::Suppression hidden(std::uint32_t minimum) const;
  bool is_hidden(const survey::Suppression& hidden, std::size_t group,
                 std::optional<std::size_t> answer) const;

  const survey::Estimator& estimator() const { return *estimator_; }
  double deviation() const { return deviation_; }  // of raked weights from the targets
  // Per respondent of this wave his place in the earlier one. Faults: "duplicate_id".
  std::vector<std::uint32_t> same_as(const Wave& earlier, const EstimateCommand& command,
                                     Refusal& refusal) const;

 private:
  Wave() = default;
  void read_answers(const EstimateCommand& command, Refusal& refusal);
  void read_groups(const EstimateCommand& command, Refusal& refusal);
  void read_design(const EstimateCommand& command, Refusal& refusal);
  bool says_counts_only() const;
  static void hide_totals_beside(survey::Suppression& hidden);
  void read_margins(const EstimateCommand& command, survey::Design& design, Refusal& refusal);

  std::string file_;
  std::unique_ptr<std::string> text_;  // stays where it is when the wave is moved
  std::optional<survey::Respondents> respondents_;
  Measure measure_ = Measure::share;
  survey::Groups answers_, groups_;
  std::vector<double> values_;
  std::vector<bool> answered_;
  std::optional<survey::Estimator> estimator_;
  double deviation_ = 0;
};

}  // namespace wijktafel::app
