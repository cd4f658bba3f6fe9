#include "compute/sortition/read_pool_rows.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/text.hpp"

namespace wijktafel::sortition {

PoolRows::PoolRows(PoolFile file, std::string_view text, std::vector<PoolFault>& faults)
    : file_(file), text_(text), faults_(faults), reader_(text, separator_of(text)) {}

bool PoolRows::read_header() {
  if (!is_utf8(text_)) {
    fault(0, "not_utf8");
    return false;
  }
  do {
    if (!reader_.next()) {
      fault(0, "no_lines");
      return false;
    }
  } while (reader_.is_blank());
  if (!is_sound()) return false;
  header_line_ = reader_.line();
  for (std::size_t i = 0; i < reader_.cells().size(); ++i) {
    auto name = compared(reader_.cells()[i]);
    // A nameless column is nobody's; it is not looked at. The same name twice would be a guess.
    if (!name.empty() && std::ranges::find(columns_, name) != columns_.end())
      fault_here(i, "double_column", {std::string(cell(i))});
    columns_.push_back(std::move(name));
    names_.emplace_back(cell(i));
  }
  return true;
}

std::optional<std::size_t> PoolRows::find(std::string_view name) const {
  const auto at = std::ranges::find(columns_, name);
  if (name.empty() || at == columns_.end()) return std::nullopt;
  return static_cast<std::size_t>(at - columns_.begin());
}

std::optional<std::size_t> PoolRows::need(std::string_view name) {
  const auto at = find(compared(name));
  if (!at) fault(header_line_, "missing_column", {std::string(name)});
  return at;
}

std::string PoolRows::header() const { return fmt::format("{}", fmt::join(names_, ",")); }

bool PoolRows::next() {
  while (reader_.next()) {
    if (reader_.is_blank()) continue;
    const bool is_row = is_sound();
    if (is_row && reader_.cells().size() == columns_.size()) return true;
    left_rows_out_ = true;
    if (!is_row) continue;
    fault(reader_.line(), "cell_count",
          {std::to_string(reader_.cells().size()), std::to_string(columns_.size())});
  }
  return false;
}

std::string_view PoolRows::cell(std::size_t column) const { return trimmed(reader_.cells()[column]); }

bool PoolRows::is_empty(std::size_t column) {
  if (!cell(column).empty()) return false;
  fault_here(column, "empty_cell", {names_[column]});
  return true;
}

void PoolRows::fault_here(std::size_t column, std::string_view reason, std::vector<std::string> facts) {
  const auto at = reader_.position(column);
  faults_.push_back({file_, {at.line, at.column, reason, std::move(facts)}});
}

void PoolRows::fault(std::size_t line, std::string_view reason, std::vector<std::string> facts) {
  faults_.push_back({file_, {line, 0, reason, std::move(facts)}});
}

bool PoolRows::is_sound() {
  if (reader_.quoting() == DelimitedReader::Quoting::sound) return true;
  const bool is_unclosed = reader_.quoting() == DelimitedReader::Quoting::unclosed;
  fault(reader_.line(), is_unclosed ? "unclosed_quote" : "text_after_quote");
  return false;
}

std::vector<InputFault> without_file(std::vector<PoolFault> faults) {
  std::vector<InputFault> said;
  said.reserve(faults.size());
  for (auto& fault : faults) said.push_back(std::move(fault.fault));
  return said;
}

}  // namespace wijktafel::sortition
