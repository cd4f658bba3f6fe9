// What was asked of `wijktafel budget`, and what answers it. Exit status: 0 done, 1 refused.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "compute/budgeting/election.hpp"
#include "compute/budgeting/outcome.hpp"

namespace wijktafel::app {

// How to count, in whatever command.
struct GroupMaximum {
  std::string group;      // a category or a neighbourhood, as in the file
  std::int64_t most = 0;  // in the currency, whole
};
struct BudgetRule {
  budgeting::Rule rule;
  bool is_official = false;     // rule and limits as the file says that the city counts
  std::uint64_t threshold = 0;  // least votes (points on ballots with points)
  std::vector<GroupMaximum> categories = {};
  std::vector<GroupMaximum> neighbourhoods = {};
};

struct BudgetCount {
  std::string path;  // a file, or a folder of them
  BudgetRule how;
  bool json = false;
  std::string language;
};
struct BudgetExplain {
  std::string path;
  BudgetRule how;
  std::string project;  // empty: all
  bool json = false;
  std::string language;
};
struct BudgetCompare {
  std::string path;
  budgeting::TieBreaking ties;
  bool json = false;
  std::string language;
};

struct BudgetCheck {
  std::string path;  // a file, or a folder of them
  bool json = false;
  std::string language;
};
struct BudgetConvert {
  std::string plans;  // files with tables
  std::string votes;
  std::string budget;
  budgeting::BallotType type = budgeting::BallotType::approval;
  std::vector<std::pair<std::string, std::string>> meta;
  std::string output = "-";
  std::string language;
};

int run(const BudgetCount& count);
int run(const BudgetExplain& explain);
int run(const BudgetCompare& compare);
int run(const BudgetCheck& check);
int run(const BudgetConvert& convert);

}  // namespace wijktafel::app
