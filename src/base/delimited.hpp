// Text in columns (RFC 4180 with any separator): CSV files of people, Pabulib files, lists of addresses. One
// record at a time and without copying, because a ballot file has millions of cells. A byte order mark is
// left out; lines end in LF, CRLF or CR; quotes count at the beginning of a cell only, as Python's csv and
// spreadsheets do.
#pragma once

#include <cstddef>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wijktafel {

struct TextPosition {
  std::size_t line = 1;    // from 1
  std::size_t column = 1;  // from 1, in code points
};

// Not thread-safe. The text must outlive the reader; cells are valid until the next call of next().
//   DelimitedReader reader(text, ';');
//   while (reader.next()) use(reader.cells());
class DelimitedReader {
 public:
  enum class Quoting { sound, unclosed, text_after_quote };

  // `record_of_file`: the text is one record() read before, in which a byte order mark is a character like
  // others.
  enum class Text { whole_file, record_of_file };
  DelimitedReader(std::string_view text, char separator, Text kind = Text::whole_file);

  // The next record; false at the end. An empty line is a record of one empty cell.
  bool next();
  std::span<const std::string_view> cells() const { return cells_; }
  bool is_blank() const { return cells_.size() == 1 && cells_.front().empty(); }
  // Whether the quotes of this record are well formed. When not, cells() is the best that could be made of
  // it.
  Quoting quoting() const { return quoting_; }

  std::size_t line() const { return line_; }  // where this record begins
  // Where a cell of this record begins, or the end of the record for one that it does not have. Counts
  // through the record: for messages.
  TextPosition position(std::size_t cell) const;
  // The record as it stands in the text, without its line end.
  std::string_view record() const;
  // What is not read yet: another part of the same file may have another shape.
  std::size_t offset() const { return at_; }

 private:
  std::string_view quoted_cell();
  void end_line();

  std::string_view text_;
  char separator_;
  std::size_t at_ = 0;          // the first byte not read
  std::size_t record_at_ = 0;   // where this record begins
  std::size_t record_end_ = 0;  // and ends, without its line end
  std::size_t line_ = 0;
  std::size_t next_line_ = 1;
  Quoting quoting_ = Quoting::sound;
  std::vector<std::string_view> cells_;
  std::vector<std::size_t> begins_;  // offset of each cell in text_
  std::deque<std::string> unquoted_;
};

// The separator of a file, by its first line: the one of ; , and tab that stands there most often outside
// quotes; a comma when none does.
char separator_of(std::string_view text);

// A cell as it must be written: between quotes when it holds the separator, a quote or a line end.
std::string delimited_cell(std::string_view cell, char separator);

}  // namespace wijktafel
