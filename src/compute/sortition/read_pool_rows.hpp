// What both files of a draw share: a header, rows of as many cells, and faults with their places.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/delimited.hpp"
#include "compute/sortition/read_pool.hpp"

namespace wijktafel::sortition {

// Used by read_pool alone. The text must outlive it.
class PoolRows {
 public:
  PoolRows(PoolFile file, std::string_view text, std::vector<PoolFault>& faults);

  // Reads the header; false (and a fault) when there is none.
  bool read_header();
  // The place of a column by its name as it is compared.
  std::optional<std::size_t> find(std::string_view name) const;
  // The same; a fault when it is not there.
  std::optional<std::size_t> need(std::string_view name);
  const std::vector<std::string>& columns() const { return columns_; }  // as they are compared
  std::string header() const;

  // The next row that has as many cells as the header. Others are faults and left out.
  bool next();
  std::size_t line() const { return reader_.line(); }
  bool left_rows_out() const { return left_rows_out_; }
  std::string_view cell(std::size_t column) const;  // trimmed
  bool is_empty(std::size_t column);                // with a fault when it is

  void fault_here(std::size_t column, std::string_view reason, std::vector<std::string> facts = {});
  void fault(std::size_t line, std::string_view reason, std::vector<std::string> facts = {});

 private:
  bool is_sound();

  PoolFile file_;
  std::string_view text_;
  std::vector<PoolFault>& faults_;
  DelimitedReader reader_;
  std::vector<std::string> columns_;
  std::vector<std::string> names_;  // as they stand in the file
  std::size_t header_line_ = 0;
  bool left_rows_out_ = false;
};

// Faults of a reader of one file: which file it was is known.
std::vector<InputFault> without_file(std::vector<PoolFault> faults);

}  // namespace wijktafel::sortition
