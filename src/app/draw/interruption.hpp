// Ctrl-C while a command computes: the first asks it to end with what it has, the second ends the program.
#pragma once

namespace wijktafel::app {

// While it lives. One at a time.
class Interruption {
 public:
  Interruption();
  ~Interruption();
  Interruption(const Interruption&) = delete;
  Interruption& operator=(const Interruption&) = delete;

  static bool was_asked();
};

}  // namespace wijktafel::app
