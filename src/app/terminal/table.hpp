// A table for the terminal: columns as wide as their widest cell, numbers to the right, letters counted and
// not bytes.
#pragma once

#include <string>
#include <vector>

namespace wijktafel::app {

class Table {
 public:
  enum class Align { left, right };
  struct Column {
    std::string heading;
    Align align = Align::left;
    std::size_t widest = 0;  // of a longer cell the rest is left out, with an ellipsis; 0: never
    bool goes_on = false;    // the rest stands on lines below instead: nothing is left out
  };

  explicit Table(std::vector<Column> columns);
  // As many cells as columns. They are made readable (readable.hpp), each on one line.
  void add(std::vector<std::string> cells);
  // Heading, a line, the rows; two spaces between columns, none at the end of a line.
  std::string text() const;
  bool empty() const { return rows_.empty(); }

 private:
  std::vector<Column> columns_;
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace wijktafel::app
