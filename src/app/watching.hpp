// What machines ask about this process: /health/live, /health/ready and /metrics. It speaks for all
// municipalities together.
#pragma once

#include <atomic>
#include <memory>
#include <optional>
#include <vector>

#include "app/municipality.hpp"
#include "platform/observe/metrics.hpp"

namespace wijktafel::app {

// Thread-safe. The municipalities outlive it.
class Watching {
 public:
  // Has the edges count their requests here: before the first request.
  explicit Watching(const std::vector<std::unique_ptr<Municipality>>& all);
  Watching(const Watching&) = delete;
  static bool is_watched(std::string_view path);
  // For GET and HEAD; nothing for any other path.
  std::optional<http::Response> answer(const http::Request& request) const;
  // From now on /health/ready says no: whoever shares out the requests must choose another instance.
  void say_leaving() { is_leaving_ = true; }

 private:
  void add_numbers();
  http::Response ready() const;

  const std::vector<std::unique_ptr<Municipality>>& all_;
  observe::Metrics metrics_;
  std::atomic<bool> is_leaving_ = false;
};

}  // namespace wijktafel::app
