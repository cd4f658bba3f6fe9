// Where to turn to in danger or with worries: questions with a number to call. The numbers are settings of
// the area.
#pragma once

#include <boost/describe.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace wijktafel::design {

struct HelpNumber {
  std::string question;  // "Gevaar?"
  std::string before;    // "Bel"
  std::string shown;     // "0900-8844"
  std::string dialled;   // "09008844"
};
BOOST_DESCRIBE_STRUCT(HelpNumber, (), (question, before, shown, dialled))

struct HelpBox {
  static constexpr std::string_view component = "design/help_box";
  std::vector<HelpNumber> numbers;
};
BOOST_DESCRIBE_STRUCT(HelpBox, (), (numbers))

}  // namespace wijktafel::design
