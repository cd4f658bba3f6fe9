#include "app/terminal/table.hpp"

#include <algorithm>
#include <utility>

#include "base/result.hpp"
#include "base/text.hpp"

namespace wijktafel::app {
namespace {

std::string cut(const std::string& cell, std::size_t widest) {
  if (widest == 0 || length(cell) <= widest) return cell;
  return std::string(first(cell, widest - 1)) + "…";
}

void append(std::string& line, const std::string& cell, std::size_t width, Table::Align align) {
  const std::string space(width - length(cell), ' ');
  line += align == Table::Align::right ? space + cell : cell + space;
}

}  // namespace

Table::Table(std::vector<Column> columns) : columns_(std::move(columns)) {}

void Table::add(std::vector<std::string> cells) {
  WIJKTAFEL_ASSERT(cells.size() == columns_.size(), "a row has a cell for each column");
  for (std::size_t i = 0; i < cells.size(); ++i) cells[i] = cut(cells[i], columns_[i].widest);
  rows_.push_back(std::move(cells));
}

std::string Table::text() const {
  std::vector<std::size_t> widths;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    std::size_t width = length(columns_[i].heading);
    for (const auto& row : rows_) width = std::max(width, length(row[i]));
    widths.push_back(width);
  }
  std::string text;
  const auto add_line = [&](const auto& cell_at) {
    std::string line;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (i > 0) line += "  ";
      append(line, cell_at(i), widths[i], columns_[i].align);
    }
    line.erase(line.find_last_not_of(' ') + 1);
    text += line + "\n";
  };
  add_line([&](std::size_t i) { return columns_[i].heading; });
  add_line([&](std::size_t i) { return std::string(widths[i], '-'); });
  for (const auto& row : rows_) add_line([&](std::size_t i) { return row[i]; });
  return text;
}

}  // namespace wijktafel::app
