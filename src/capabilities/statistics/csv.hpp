// A file for a spreadsheet: RFC 4180, in UTF-8 with a byte order mark so that Excel reads it so.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/delimited.hpp"

namespace wijktafel::statistics {

// What people typed may begin like a formula, and a spreadsheet would work it out: an apostrophe in front
// makes it text.
inline std::string safe_cell(std::string_view text) {
  const bool may_be_formula =
      !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
  return delimited_cell(may_be_formula ? "'" + std::string(text) : std::string(text), ',');
}

class CsvFile {
 public:
  void add(const std::vector<std::string>& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) text_ += (i == 0 ? "" : ",") + safe_cell(cells[i]);
    text_ += "\r\n";
  }
  std::string take() { return std::move(text_); }

 private:
  std::string text_ = "\xEF\xBB\xBF";
};

}  // namespace wijktafel::statistics
