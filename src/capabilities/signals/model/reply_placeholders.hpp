// The places in a reply template that are filled when it is used: {naam}, {nummer}, {datum}, {organisatie}.
#pragma once

#include <string>
#include <string_view>

namespace wijktafel::signals {

struct ReplyFacts {
  std::string name;          // of who answers
  std::string number;        // of the signal
  std::string date;          // when the reporter hears more, in words
  std::string organisation;  // that has it
};

// What stands between braces and is not one of the four stays as it is; what was filled in is not read again.
std::string filled_reply(std::string_view text, const ReplyFacts& facts);

}  // namespace wijktafel::signals
