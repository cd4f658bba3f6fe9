#include "compute/survey/respondents.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "base/text.hpp"
#include "compute/survey/number_text.hpp"

namespace wijktafel::survey {
namespace {

constexpr double smallest_positive = 1e-15;  // squares of weights below vanish, and with them the margins

}  // namespace

Result<Respondents, Faults> Respondents::read(std::string_view text) {
  if (!is_utf8(text)) return std::unexpected(Faults{{0, 0, "not_utf8", {}}});
  Respondents read;
  read.separator_ = separator_of(text);
  DelimitedReader reader(text, read.separator_);
  Faults faults;
  while (reader.next()) {
    if (reader.record().empty()) continue;
    if (reader.quoting() != DelimitedReader::Quoting::sound)
      faults.push_back({reader.line(), 0, "broken_quotes", {}});
    else if (read.names_.empty())
      read.read_names(reader, faults);
    else if (reader.cells().size() != read.names_.size())
      faults.push_back({reader.line(),
                        0,
                        "columns",
                        {std::to_string(read.names_.size()), std::to_string(reader.cells().size())}});
    else
      read.add_row(reader);
    if (read.names_.empty()) break;
  }
  if (faults.empty() && read.names_.empty()) faults.push_back({0, 0, "nothing_in_file", {}});
  if (faults.empty() && read.rows_.empty()) faults.push_back({0, 0, "no_respondents", {}});
  if (!faults.empty()) return std::unexpected(std::move(faults));
  return read;
}

void Respondents::read_names(const DelimitedReader& reader, Faults& faults) {
  header_ = reader.record();
  header_line_ = reader.line();
  std::set<std::string> seen;
  for (std::size_t i = 0; i < reader.cells().size(); ++i) {
    names_.emplace_back(trimmed(reader.cells()[i]));
    const auto at = reader.position(i);
    if (names_.back().empty())
      faults.push_back({at.line, at.column, "empty_name", {}});
    else if (!seen.insert(names_.back()).second)
      faults.push_back({at.line, at.column, "duplicate_column", {names_.back()}});
  }
}

void Respondents::add_row(const DelimitedReader& reader) {
  const auto record = reader.record();
  rows_.push_back({record, reader.line()});
  for (const auto cell : reader.cells()) {
    // A cell that the reader made (doubled quotes) lives only until the next record.
    const bool is_in_text =
        cell.empty() || (cell.data() >= record.data() && cell.data() < record.data() + record.size());
    cells_.push_back(trimmed(is_in_text ? cell : unquoted_.emplace_back(cell)));
  }
}

std::optional<std::size_t> Respondents::column(std::string_view name) const {
  const auto at = std::ranges::find(names_, name);
  if (at == names_.end()) return std::nullopt;
  return static_cast<std::size_t>(at - names_.begin());
}

InputFault Respondents::fault(std::size_t respondent, std::size_t column, std::string_view reason,
                              std::vector<std::string> facts) const {
  DelimitedReader reader(rows_[respondent].record, separator_, DelimitedReader::Text::record_of_file);
  reader.next();
  const auto at = reader.position(column);
  return {rows_[respondent].line + at.line - 1, at.column, reason, std::move(facts)};
}

InputFault Respondents::missing_column(std::string_view name) const {
  return {header_line_, 0, "missing_column", {std::string(name)}};
}

std::string Respondents::with_column(std::string_view name, const std::vector<std::string>& cells) const {
  std::string text(header_);
  text += separator_ + delimited_cell(name, separator_) + "\n";
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    text += rows_[i].record;
    text += separator_;
    text += delimited_cell(cells.at(i), separator_);
    text += '\n';
  }
  return text;
}

Result<std::vector<double>, Faults> positive_numbers(const Respondents& respondents,
                                                     std::string_view column) {
  const auto at = respondents.column(column);
  if (!at) return std::unexpected(Faults{respondents.missing_column(column)});
  Faults faults;
  std::vector<double> numbers;
  numbers.reserve(respondents.size());
  for (std::size_t i = 0; i < respondents.size(); ++i) {
    const auto cell = respondents.cell(i, *at);
    const auto number = number_of(cell);
    if (!number && number.error() == "empty_cell")
      faults.push_back(respondents.fault(i, *at, "empty_cell", {std::string(column)}));
    else if (!number)
      faults.push_back(respondents.fault(i, *at, number.error(), {std::string(cell)}));
    else if (*number <= 0)
      faults.push_back(respondents.fault(i, *at, "not_positive", {std::string(cell)}));
    else if (*number < smallest_positive)
      faults.push_back(respondents.fault(i, *at, "number_too_small", {std::string(cell)}));
    else
      numbers.push_back(*number);
  }
  if (!faults.empty()) return std::unexpected(std::move(faults));
  return numbers;
}

Result<NumberAnswers, Faults> number_answers(const Respondents& respondents, std::string_view column) {
  const auto at = respondents.column(column);
  if (!at) return std::unexpected(Faults{respondents.missing_column(column)});
  Faults faults;
  NumberAnswers answers;
  for (std::size_t i = 0; i < respondents.size(); ++i) {
    const auto cell = respondents.cell(i, *at);
    const auto number = number_of(cell);
    answers.values.push_back(number.value_or(0));
    answers.answered.push_back(number.has_value());
    if (!number && number.error() != "empty_cell")
      faults.push_back(respondents.fault(i, *at, number.error(), {std::string(cell)}));
  }
  if (!faults.empty()) return std::unexpected(std::move(faults));
  return answers;
}

Result<Groups, Faults> groups_of(const Respondents& respondents, std::string_view column, bool may_be_empty) {
  const auto at = respondents.column(column);
  if (!at) return std::unexpected(Faults{respondents.missing_column(column)});
  Faults faults;
  std::map<std::string_view, std::uint32_t> number;
  for (std::size_t i = 0; i < respondents.size(); ++i) {
    const auto cell = respondents.cell(i, *at);
    if (!cell.empty())
      number.try_emplace(cell, 0);
    else if (!may_be_empty)
      faults.push_back(respondents.fault(i, *at, "empty_cell", {std::string(column)}));
  }
  if (!faults.empty()) return std::unexpected(std::move(faults));
  Groups groups;
  for (auto& [name, place] : number) {
    place = static_cast<std::uint32_t>(groups.names.size());
    groups.names.emplace_back(name);
  }
  for (std::size_t i = 0; i < respondents.size(); ++i) {
    const auto cell = respondents.cell(i, *at);
    groups.group_of.push_back(cell.empty() ? none : number.find(cell)->second);
  }
  return groups;
}

}  // namespace wijktafel::survey
