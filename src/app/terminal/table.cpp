#include "app/terminal/table.hpp"

#include <algorithm>
#include <utility>

#include "app/terminal/readable.hpp"
#include "base/result.hpp"
#include "base/text.hpp"

namespace wijktafel::app {
namespace {

std::string cut(const std::string& cell, std::size_t widest) {
  if (widest == 0 || length(cell) <= widest) return cell;
  return std::string(first(cell, widest - 1)) + "…";
}

// Cuts the cell at the last space that fits (or amid a long word) and gives what comes after it.
std::string split_off(std::string& cell, std::size_t widest) {
  auto line = first(cell, widest);
  const bool ends_here = line.size() < cell.size() && cell[line.size()] == ' ';
  const auto space = ends_here ? line.size() : line.rfind(' ');
  if (space != std::string_view::npos && space > 0) line = line.substr(0, space);
  std::string rest = cell.substr(line.size());
  rest.erase(0, rest.find_first_not_of(' '));
  cell.resize(line.size());
  return rest;
}

void append(std::string& line, const std::string& cell, std::size_t width, Table::Align align) {
  const std::string space(width - length(cell), ' ');
  line += align == Table::Align::right ? space + cell : cell + space;
}

}  // namespace

Table::Table(std::vector<Column> columns) : columns_(std::move(columns)) {}

void Table::add(std::vector<std::string> cells) {
  WIJKTAFEL_ASSERT(cells.size() == columns_.size(), "a row has a cell for each column");
  std::vector<std::string> rest(cells.size());
  bool has_rest = false;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const auto& column = columns_[i];
    cells[i] = readable_line(cells[i]);
    if (!column.goes_on) {
      cells[i] = cut(cells[i], column.widest);
    } else if (column.widest > 0 && length(cells[i]) > column.widest) {
      rest[i] = split_off(cells[i], column.widest);
      has_rest = true;
    }
  }
  rows_.push_back(std::move(cells));
  if (has_rest) add(std::move(rest));
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
