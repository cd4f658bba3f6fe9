// One line on the terminal that says how far long work is, four times a second at most, and goes away
// afterwards. Says nothing when standard error is not a terminal: a log file wants no progress.
#pragma once

#include <chrono>
#include <functional>
#include <string>

namespace wijktafel::app {

class Progress {
 public:
  Progress();
  ~Progress();  // takes the line away
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  // `said` makes the line; it is called only when there is somebody to read it.
  void say(const std::function<std::string()>& said);

 private:
  bool shown_somewhere_;
  bool is_shown_ = false;
  std::chrono::steady_clock::time_point next_{};
};

}  // namespace wijktafel::app
