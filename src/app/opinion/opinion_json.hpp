// What `wijktafel opinion` prints for programs. Numbers are rounded to nine decimals, so that they are the
// same bytes wherever they were computed.
#pragma once

#include <string>
#include <vector>

#include "app/opinion/opinion_input.hpp"
#include "compute/opinion/analysis.hpp"

namespace wijktafel::app {

std::string groups_json(const OpinionInput& conversation, const opinion::Analysis& analysis,
                        const opinion::AnalysisOptions& options);

struct NextStatement {
  std::string id;
  std::string text;
  double priority = 0;
};
std::string next_json(const std::string& participant, bool is_new, const std::vector<NextStatement>& next);

}  // namespace wijktafel::app
