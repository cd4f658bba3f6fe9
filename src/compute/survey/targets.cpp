#include "compute/survey/targets.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "base/delimited.hpp"
#include "base/text.hpp"
#include "compute/survey/number_text.hpp"

namespace wijktafel::survey {
namespace {

constexpr std::array<std::string_view, 3> headings = {"variable", "level", "total"};
constexpr double rounded_shares = 0.005;  // how far rounded shares may be from adding up to 1

double sum_of(const Margin& margin) {
  double sum = 0;
  for (const auto& level : margin.levels) sum += level.total;
  return sum;
}

std::vector<std::string> crossed(std::string_view name) {
  std::vector<std::string> parts;
  for (const auto part : split(name, '*')) parts.emplace_back(trimmed(part));
  return parts;
}

class Reader {
 public:
  explicit Reader(std::string_view text) : rows_(text, separator_of(text)), text_(text) {}

  Result<std::vector<Margin>, std::vector<InputFault>> read() {
    if (!is_utf8(text_)) return refused({0, 0, "not_utf8", {}});
    while (rows_.next() && rows_.is_blank()) {
    }
    if (rows_.line() == 0 || rows_.is_blank()) return refused({0, 0, "nothing_in_file", {}});
    read_header();
    while (is_readable_ && rows_.next())
      if (!rows_.is_blank()) read_row();
    if (faults_.empty() && margins_.empty()) faults_.push_back({0, 0, "nothing_in_file", {}});
    check_margins();
    if (!faults_.empty()) return std::unexpected(std::move(faults_));
    return std::move(margins_);
  }

 private:
  std::unexpected<std::vector<InputFault>> refused(InputFault fault) {
    faults_.push_back(std::move(fault));
    return std::unexpected(std::move(faults_));
  }

  void read_header() {
    const auto cells = rows_.cells();
    count_ = cells.size();
    for (std::size_t i = 0; i < headings.size(); ++i) {
      const auto at = std::ranges::find_if(
          cells, [&](std::string_view cell) { return lower_ascii(trimmed(cell)) == headings[i]; });
      if (at == cells.end())
        faults_.push_back({rows_.line(), 0, "missing_column", {std::string(headings[i])}});
      else
        place_[i] = static_cast<std::size_t>(at - cells.begin());
    }
    is_readable_ = faults_.empty();
  }

  void fault_at(std::size_t cell, std::string_view reason, std::vector<std::string> facts) {
    const auto position = rows_.position(cell);
    faults_.push_back({position.line, position.column, reason, std::move(facts)});
  }

  void read_row() {
    if (rows_.quoting() != DelimitedReader::Quoting::sound) {
      faults_.push_back({rows_.line(), 0, "broken_quotes", {}});
      return;
    }
    if (rows_.cells().size() != count_) {
      faults_.push_back(
          {rows_.line(), 0, "columns", {std::to_string(count_), std::to_string(rows_.cells().size())}});
      return;
    }
    const auto variable = trimmed(rows_.cells()[place_[0]]);
    const auto level = trimmed(rows_.cells()[place_[1]]);
    const auto written = trimmed(rows_.cells()[place_[2]]);
    if (variable.empty()) fault_at(place_[0], "empty_cell", {std::string(headings[0])});
    if (level.empty()) fault_at(place_[1], "empty_cell", {std::string(headings[1])});
    const auto total = number_of(written);
    if (!total && total.error() == "empty_cell")
      fault_at(place_[2], "empty_cell", {std::string(headings[2])});
    else if (!total)
      fault_at(place_[2], total.error(), {std::string(written)});
    else if (*total < 0)
      fault_at(place_[2], "negative_total", {std::string(written)});
    if (!variable.empty() && !level.empty()) add(variable, level, total.value_or(0));
  }

  void add(std::string_view variable, std::string_view level, double total) {
    const auto [at, is_new] = margin_at_.try_emplace(std::string(variable), margins_.size());
    if (is_new) {
      margins_.push_back({std::string(variable), crossed(variable), {}, false});
      const auto& parts = margins_.back().variables;
      const bool is_whole = std::ranges::none_of(parts, [](const auto& part) { return part.empty(); });
      if (!is_whole || std::set<std::string>(parts.begin(), parts.end()).size() != parts.size())
        fault_at(place_[0], "variable_twice", {std::string(variable)});
    }
    auto& margin = margins_[at->second];
    auto parts = crossed(level);
    std::string name(level);
    if (margin.variables.size() > 1) {
      if (parts.size() != margin.variables.size())
        fault_at(place_[1], "level_not_crossed", {std::string(level), margin.name});
      name = parts.front();
      for (std::size_t i = 1; i < parts.size(); ++i) name += "*" + parts[i];
    }
    const auto [known, is_first] = line_of_.try_emplace({at->second, name}, rows_.line());
    if (!is_first)
      fault_at(place_[1], "duplicate_target", {margin.name, name, std::to_string(known->second)});
    else
      margin.levels.push_back({std::move(name), total, rows_.line()});
  }

  void check_margins() {
    for (auto& margin : margins_) {
      const double sum = sum_of(margin);
      if (faults_.empty() && sum <= 0)
        empty_.push_back({margin.levels.front().line, 0, "empty_margin", {margin.name}});
      margin.are_shares = std::abs(sum - 1) <= rounded_shares || std::abs(sum / 100 - 1) <= rounded_shares;
    }
    faults_.insert(faults_.end(), empty_.begin(), empty_.end());
  }

  DelimitedReader rows_;
  std::string_view text_;
  std::size_t count_ = 0;
  bool is_readable_ = false;
  std::array<std::size_t, 3> place_{};
  std::vector<Margin> margins_;
  std::map<std::string, std::size_t> margin_at_;
  std::map<std::pair<std::size_t, std::string>, std::size_t> line_of_;
  std::vector<InputFault> faults_, empty_;
};

}  // namespace

Result<std::vector<Margin>, std::vector<InputFault>> read_targets(std::string_view text) {
  return Reader(text).read();
}

void shares_to_counts(std::vector<Margin>& margins, double population) {
  const auto with_counts = std::ranges::find(margins, false, &Margin::are_shares);
  if (with_counts != margins.end()) population = sum_of(*with_counts);
  for (auto& margin : margins) {
    if (!margin.are_shares) continue;
    const double sum = sum_of(margin);
    for (auto& level : margin.levels) level.total *= population / sum;
    margin.are_shares = false;
  }
}

}  // namespace wijktafel::survey
