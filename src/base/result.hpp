// Refusals are values: a person may not or cannot, and can be told why. Failures of the world are exceptions.
#pragma once

#include <expected>
#include <stdexcept>
#include <string>

namespace wijktafel {

template <class T, class E>
using Result = std::expected<T, E>;

// For std::visit over the variant of refusals: one lambda per alternative, checked by the compiler.
template <class... Ts>
struct overloaded : Ts... {
  using Ts::operator()...;
};

// The world broke: disk full, database gone. Rolled back, and caught only at the HTTP edge and by the job
// runner.
class Failure : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// Stops the process when our own reasoning was wrong. Never reachable by input.
[[noreturn]] void broken_assumption(const char* what, const char* file, int line);
#define WIJKTAFEL_ASSERT(condition, what) \
  ((condition) ? static_cast<void>(0) : ::wijktafel::broken_assumption(what, __FILE__, __LINE__))

}  // namespace wijktafel
