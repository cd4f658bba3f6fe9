#include "app/terminal/progress.hpp"

#include <cstdio>
#include <fmt/format.h>
#include <unistd.h>

namespace wijktafel::app {
namespace {
constexpr std::string_view back_and_clear = "\r\x1b[K";
}

Progress::Progress() : shown_somewhere_(isatty(STDERR_FILENO) != 0) {}

Progress::~Progress() {
  if (!is_shown_) return;
  fmt::print(stderr, "{}", back_and_clear);
  std::fflush(stderr);
}

void Progress::say(const std::function<std::string()>& said) {
  const auto now = std::chrono::steady_clock::now();
  if (!shown_somewhere_ || now < next_) return;
  next_ = now + std::chrono::milliseconds(250);
  is_shown_ = true;
  fmt::print(stderr, "{}{}", back_and_clear, said());
  std::fflush(stderr);
}

}  // namespace wijktafel::app
