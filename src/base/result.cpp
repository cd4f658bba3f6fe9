#include "base/result.hpp"

#include <cstdio>
#include <cstdlib>
#include <fmt/core.h>

namespace wijktafel {

void broken_assumption(const char* what, const char* file, int line) {
  fmt::print(stderr, "broken assumption: {} ({}:{})\n", what, file, line);
  std::abort();
}

}  // namespace wijktafel
