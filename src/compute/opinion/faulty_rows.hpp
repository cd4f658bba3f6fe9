// Rows of a file with the faults found in them: what the files of votes and of statements share.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/delimited.hpp"
#include "base/input_fault.hpp"

namespace wijktafel::opinion {

// Not thread-safe; the text must outlive it.
class FaultyRows {
 public:
  explicit FaultyRows(std::string_view text) : rows_(text, separator_of(text)) {}

  // The next row that is not blank; one whose quotes are broken is a fault (unclosed_quote, text_after_quote)
  // and comes too.
  bool next();
  const DelimitedReader& now() const { return rows_; }

  // At a cell of this row. Only the first 1,000 are kept: a file that is something else has one in every
  // cell.
  void fault(std::size_t cell, std::string_view reason, std::vector<std::string> facts = {});
  bool is_sound() const { return faults_.empty(); }
  std::vector<InputFault> faults() && { return std::move(faults_); }

 private:
  DelimitedReader rows_;
  std::vector<InputFault> faults_;
};

}  // namespace wijktafel::opinion
