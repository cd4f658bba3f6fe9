#include "base/time.hpp"

namespace wijktafel {
namespace {

Instant machine_time() {
  return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

}  // namespace

Instant SystemClock::now() const { return machine_time(); }

ShiftedClock::ShiftedClock(Instant start) : shift_(start - machine_time()) {}

Instant ShiftedClock::now() const { return machine_time() + shift_; }

}  // namespace wijktafel
