// What is wrong in a text that came from outside, and where. A reader gives all faults at once, so that
// somebody mends a file in one go. The sentence is made where it is read (words of the command line or of a
// page), from `reason`.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace wijktafel {

struct InputFault {
  std::size_t line = 0;            // from 1; 0: the text as a whole
  std::size_t column = 0;          // from 1, in code points; 0: the line as a whole
  std::string_view reason;         // a stable word, the last part of a key: "unknown_project"
  std::vector<std::string> facts;  // what the sentence names, in the order the reader documents: {0}, {1}

  bool operator==(const InputFault&) const = default;
};

}  // namespace wijktafel
