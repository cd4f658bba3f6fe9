// Any bytes as a table of counts to hide cells of (the first bytes) and a file of respondents to estimate
// from: what is hidden has room along a rectangle of hidden cells, and estimates are numbers in their
// intervals.
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/fuzz/promise.hpp"
#include "compute/survey/disclosure.hpp"
#include "compute/survey/estimate.hpp"
#include "compute/survey/respondents.hpp"
#include "compute/survey/student.hpp"

namespace {

using namespace wijktafel;

// The shape and the minimum, then a byte for each count.
std::size_t check_table(std::string_view bytes) {
  if (bytes.size() < 3) return bytes.size();
  const auto number = [&](std::size_t at) { return std::size_t{static_cast<unsigned char>(bytes[at])}; };
  survey::CountTable table{.rows = 1 + number(0) % 5, .columns = 1 + number(1) % 5, .counts = {}};
  const std::uint64_t minimum = 1 + number(2) % 12;
  const std::size_t cells = table.rows * table.columns;
  for (std::size_t i = 0; i < cells; ++i)
    table.counts.push_back(3 + i < bytes.size() ? number(3 + i) % 40 : 0);
  const auto hidden = survey::suppress(table, minimum);
  std::uint64_t all = 0;
  for (const auto count : table.counts) all += count;
  promise(hidden.hides_everything() == (all < minimum));
  std::size_t rows_with_one = 0;
  for (std::size_t row = 0; row <= table.rows; ++row) {
    std::size_t in_row = 0;
    for (std::size_t column = 0; column <= table.columns; ++column) {
      in_row += hidden.is_hidden(row, column) ? 1 : 0;
      if (row == table.rows || column == table.columns) continue;
      const auto count = table.counts[row * table.columns + column];
      promise(count == 0 || count >= minimum || hidden.is_hidden(row, column));
    }
    rows_with_one += in_row == 1 ? 1 : 0;
  }
  promise(rows_with_one == 0 || table.rows == 1 || table.columns == 1);
  return std::min(bytes.size(), 3 + cells);
}

void check(const std::optional<survey::Estimate>& estimate, bool is_share) {
  if (!estimate) return;
  promise(std::isfinite(estimate->value) && std::isfinite(estimate->standard_error));
  promise(estimate->standard_error >= 0 && estimate->respondents > 0);
  if (!is_share) return;
  promise(estimate->value > -1e-9 && estimate->value < 1 + 1e-9);
  const auto interval = survey::wilson(estimate->value, survey::effective_for_share(*estimate),
                                       survey::student_95(estimate->degrees));
  promise(interval.low >= 0 && interval.high <= 1 && interval.low <= interval.high);
}

void check_estimates(std::string_view text) {
  const auto respondents = survey::Respondents::read(text);
  if (!respondents) return;
  const auto weights = survey::positive_numbers(*respondents, "weight");
  if (!weights) return;
  survey::Design design{.weights = *weights};
  if (const auto strata = survey::groups_of(*respondents, "stratum", false))
    design.stratum_of = strata->group_of;
  if (const auto clusters = survey::groups_of(*respondents, "cluster", false))
    design.cluster_of = clusters->group_of;
  if (const auto sizes = survey::positive_numbers(*respondents, "clusters"))
    design.population_clusters = *sizes;
  const auto estimator = survey::Estimator::of(design);
  if (!estimator) {
    promise(!estimator.error().empty());
    return;
  }
  if (const auto numbers = survey::number_answers(*respondents, "n")) {
    check(estimator->mean(numbers->values, numbers->answered), false);
    check(estimator->total(numbers->values, numbers->answered), false);
  }
  const auto answers = survey::groups_of(*respondents, "q", true);
  if (!answers || answers->names.empty()) return;
  std::vector<double> gave_it;
  std::vector<bool> answered;
  for (const auto answer : answers->group_of) {
    gave_it.push_back(answer == 0 ? 1 : 0);
    answered.push_back(answer != survey::none);
  }
  check(estimator->mean(gave_it, answered), true);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  check_estimates(bytes.substr(check_table(bytes)));
  return 0;
}
