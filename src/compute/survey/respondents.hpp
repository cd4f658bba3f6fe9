// A file of respondents: a line each, a column per answer, names in the first line. Cells stay where they are
// in the text, so that a file can be written again with a column more.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/delimited.hpp"
#include "base/input_fault.hpp"
#include "base/result.hpp"
#include "compute/survey/cells.hpp"
#include "compute/survey/targets.hpp"

namespace wijktafel::survey {

using Faults = std::vector<InputFault>;

// The text must outlive it.
class Respondents {
 public:
  // At least one respondent; every line has as many cells as there are names. Or all faults: "not_utf8",
  // "nothing_in_file", "no_respondents", "broken_quotes", "columns" {0: expected, 1: found}, "empty_name",
  // "duplicate_column" {0: name}.
  static Result<Respondents, Faults> read(std::string_view text);

  std::size_t size() const { return rows_.size(); }
  const std::vector<std::string>& names() const { return names_; }
  std::optional<std::size_t> column(std::string_view name) const;
  // Trimmed.
  std::string_view cell(std::size_t respondent, std::size_t column) const {
    return cells_[respondent * names_.size() + column];
  }
  InputFault fault(std::size_t respondent, std::size_t column, std::string_view reason,
                   std::vector<std::string> facts) const;
  InputFault missing_column(std::string_view name) const;

  // The same file with a column more at the end; the name must be new.
  std::string with_column(std::string_view name, const std::vector<std::string>& cells) const;

 private:
  struct Row {
    std::string_view record;
    std::size_t line = 0;
  };

  Respondents() = default;
  void read_names(const DelimitedReader& reader, Faults& faults);
  void add_row(const DelimitedReader& reader);

  char separator_ = ',';
  std::size_t header_line_ = 0;
  std::string_view header_;
  std::vector<std::string> names_;
  std::vector<Row> rows_;
  std::vector<std::string_view> cells_;
  std::deque<std::string> unquoted_;
};

// A number above 0 for each respondent: weights, sizes. Faults: "missing_column", those of number_of {0:
// cell}, "not_positive" {0: cell}, "number_too_small" (below 1e-15) {0: cell}.
Result<std::vector<double>, Faults> positive_numbers(const Respondents& respondents, std::string_view column);

// The answers to a question of numbers; an empty cell is no answer (0, and not in `answered`).
struct NumberAnswers {
  std::vector<double> values;
  std::vector<bool> answered;
};
Result<NumberAnswers, Faults> number_answers(const Respondents& respondents, std::string_view column);

// The same respondents as numbers of 0, 1, 2 ... for each different cell of a column, in the order of their
// names; for strata, clusters and groups. A fault for an empty cell, unless it `may_be_empty`: then `none`.
struct Groups {
  std::vector<std::string> names;
  std::vector<std::uint32_t> group_of;
};
inline constexpr std::uint32_t none = 0xFFFFFFFF;
Result<Groups, Faults> groups_of(const Respondents& respondents, std::string_view column, bool may_be_empty);

// Each respondent's level of a margin. Faults: "missing_column", "empty_cell" {0: column}, "unknown_level"
// {0: level, 1: margin, 2: how many respondents have it}, once per level, "star_in_level" {0: cell}.
Result<CodedMargin, Faults> coded(const Respondents& respondents, const Margin& margin);

// Faults of all margins together.
Result<std::vector<CodedMargin>, Faults> coded(const Respondents& respondents,
                                               const std::vector<Margin>& margins);

}  // namespace wijktafel::survey
