// What a person filled in, to look at before sending; each answer with a way back to its question.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wijktafel::design {

struct SummaryRow {
  std::string question;
  std::string answer;
  std::optional<std::string> change_url = std::nullopt;
};
BOOST_DESCRIBE_STRUCT(SummaryRow, (), (question, answer, change_url))

struct SummaryList {
  static constexpr std::string_view component = "design/summary_list";
  std::vector<SummaryRow> rows;
};
BOOST_DESCRIBE_STRUCT(SummaryList, (), (rows))

}  // namespace wijktafel::design
