// The file ../shared/reference/pabulib.json: winners of another program (pabutools, exact rationals) for
// real elections. Reads just what is needed of it: names of files, rules, status and winners.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace wijktafel::budgeting {

struct ReferenceEntry {
  std::string file;
  std::string rule;  // "greedy_cost", "mes_cost_add1+greedy_card"
  std::set<std::string> winners;
  double seconds = 0;
};

// Entries with status ok, in the order of the file.
std::vector<ReferenceEntry> reference_entries(std::string_view json);

}  // namespace wijktafel::budgeting
