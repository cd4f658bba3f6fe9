// The two files of a draw: quotas and people, in the form of Flanigan and others (categories.csv: category,
// feature, min, max) or of the Sortition Foundation (features.csv: feature, value, min, max, min_flex,
// max_flex). The header says which. The separator is a comma, semicolon or tab. Names and values are compared
// without white space around them and with A-Z as a-z; other letters count as they are.
//   - A column `population` in the quotas is optional: how many (or which share) of all residents.
//   - A cell of min_flex or max_flex may be empty: no limit to a relaxation. Both columns may be absent.
//   - The column of the ids: the one asked for, otherwise `id`, otherwise the only one whose name ends in
//     `_id`; without any, people are called by the number of their row, from 1.
//   - Other columns of people are not looked at. Blank lines are left out.
// Reading is strict and gives all faults at once.
//   const auto pool = read_pool(categories, respondents, {.panel_size = 24});
//   if (!pool) for (const PoolFault& fault : pool.error()) ...
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/input_fault.hpp"
#include "base/result.hpp"
#include "compute/sortition/pool.hpp"

namespace wijktafel::sortition {

// Which text a fault is in; `asked`: what the caller asked for does not fit the files.
enum class PoolFile { quotas, people, asked };

// Reasons and their facts:
//   not_utf8, no_lines, no_header, unclosed_quote, text_after_quote, empty_name: none
//   unknown_header {header}; missing_column, double_column, empty_cell {column}
//   cell_count {cells, columns}; not_a_count, not_a_share {cell, column}
//   minimum_above_maximum {minimum, maximum}; flex_above_minimum {flex, minimum};
//   flex_below_maximum {flex, maximum}; double_feature {category, value, line of the first}
//   unknown_value {value, category}; double_id {id, line of the first}; empty_household: none
//   minima_above_size, maxima_below_size {category, sum, size}; size_above_people {size, people};
//   size_is_nothing {size}; household_without_columns, columns_without_household: none
struct PoolFault {
  PoolFile file = PoolFile::quotas;
  InputFault fault;

  bool operator==(const PoolFault&) const = default;
};

struct ReadOptions {
  std::int64_t panel_size = 0;
  std::string id_column{};                       // empty: found by its name
  std::vector<std::string> household_columns{};  // people with the same cells here live at one address
  std::int64_t per_household = 0;                // 0: no rule
  // Whether quotas of one category that cannot add up to the panel are faults. A relaxation wants to read
  // them.
  bool sums_must_fit = true;
};

Result<Pool, std::vector<PoolFault>> read_pool(std::string_view quotas, std::string_view people,
                                               const ReadOptions& options);

// A name or value as it is compared: without white space around it, A-Z as a-z.
std::string compared(std::string_view cell);

}  // namespace wijktafel::sortition
