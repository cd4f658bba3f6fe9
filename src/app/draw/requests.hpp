// What was asked of `wijktafel draw`, and what answers it. Exit status: 0 done; 1 refused, no panel meets the
// quotas, a draw that does not check, or a plan that was stopped before it was the best.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "compute/sortition/plan.hpp"
#include "compute/sortition/read_pool.hpp"

namespace wijktafel::app {

struct DrawInput {
  std::string quotas;
  std::string people;
  sortition::ReadOptions reading;
};

struct DrawPlan {
  DrawInput input;
  sortition::Method method = sortition::Method::leximin;
  std::size_t lottery = 1000;
  double time_limit = 0;  // seconds; 0: none
  std::string out;        // a folder; empty: no files
  bool publish_ids = false;
  bool json = false;
  std::string language;
};

// A panel of a plan, by one of three.
struct DrawnPanel {
  std::string plan;  // the folder
  std::string seed;
  std::optional<std::int64_t> number;
  std::string panel;  // a file
};

struct DrawPick {
  DrawnPanel drawn;
  std::string out;
  bool json = false;
  std::string language;
};

struct DrawVerify {
  DrawnPanel drawn;
  std::string commitment;
  bool quick = false;  // without making the plan again
  bool json = false;
  std::string language;
};

struct DrawReplace {
  DrawnPanel drawn;
  std::vector<std::string> out_members;
  std::vector<std::string> unavailable;
  std::string alternates;  // a file of ids in their order
  std::string out;
  bool json = false;
  std::string language;
};

struct DrawAlternates {
  DrawnPanel drawn;
  std::size_t count = 0;  // 0: a quarter of the panel
  double drop_out = 0.1;
  std::string drop_out_file;
  std::string out;
  bool json = false;
  std::string language;
};

struct DrawRelax {
  DrawInput input;
  std::string out;
  bool json = false;
  std::string language;
};

struct DrawReportRequest {
  std::string plan;
  bool json = false;
  std::string language;
};

int run(const DrawPlan& plan);
int run(const DrawPick& pick);
int run(const DrawVerify& verify);
int run(const DrawReplace& replace);
int run(const DrawAlternates& alternates);
int run(const DrawRelax& relax);
int run(const DrawReportRequest& report);

}  // namespace wijktafel::app
