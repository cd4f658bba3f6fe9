// What is missing or not right yet, on top of the form; every line leads to its field. Made by
// Fields::summary.
#pragma once

#include <boost/describe.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace wijktafel::design {

struct FaultLink {
  std::string field;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(FaultLink, (), (field, text))

struct ErrorSummary {
  static constexpr std::string_view component = "design/error_summary";
  std::string title;
  std::vector<FaultLink> faults;
};
BOOST_DESCRIBE_STRUCT(ErrorSummary, (), (title, faults))

}  // namespace wijktafel::design
