// A number as it is said aloud: in groups of three.
#pragma once

#include <cstdint>
#include <string>

namespace wijktafel::signals {

// 1234567 is "1 234 567", with spaces at which a line does not break.
inline std::string sayable(std::int64_t number) {
  std::string digits = std::to_string(number);
  for (auto place = static_cast<std::ptrdiff_t>(digits.size()) - 3; place > 0; place -= 3)
    digits.insert(static_cast<std::size_t>(place), "\u00a0");
  return digits;
}

}  // namespace wijktafel::signals
