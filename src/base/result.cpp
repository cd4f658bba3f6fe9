#include "base/result.hpp"

#include <fmt/core.h>

#include <cstdio>
#include <cstdlib>

namespace wijktafel {

void broken_assumption(const char* what, const char* file, int line) {
  fmt::print(stderr, "broken assumption: {} ({}:{})\n", what, file, line);
  std::abort();
}

}  // namespace wijktafel
