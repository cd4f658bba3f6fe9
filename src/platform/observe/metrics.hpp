// Numbers about the running program in the text format of Prometheus: requests by route and status with how
// long they took, whatever the parts add, and memory. No personal data: routes are counted by their pattern,
// never by address.
#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace wijktafel::observe {

// Thread-safe; counting takes no lock.
class Metrics {
 public:
  using RouteNumber = std::size_t;
  // The number of this label, the same one each time; to be asked once, before requests come.
  RouteNumber route(std::string_view method, std::string_view pattern);
  void count(RouteNumber route, int status, std::chrono::microseconds took);

  // A number read when somebody looks: jobs waiting, pages kept. `name` as in "wijktafel_jobs_waiting";
  // `read` is called from any thread and may take a while.
  enum class Kind { counter, gauge };
  void add(Kind kind, std::string name, std::string help, std::function<double()> read);

  std::string prometheus() const;

 private:
  static constexpr std::array<double, 12> bucket_seconds{0.001, 0.0025, 0.005, 0.01, 0.025, 0.05,
                                                         0.1,   0.25,   0.5,   1,    2.5,   5};
  struct Series {
    std::string method;
    std::string pattern;
    std::array<std::atomic<std::uint64_t>, 5> by_class{};  // 1xx to 5xx
    std::array<std::atomic<std::uint64_t>, bucket_seconds.size() + 1> buckets{};
    std::atomic<std::uint64_t> microseconds = 0;
  };
  struct Number {
    Kind kind;
    std::string name;
    std::string help;
    std::function<double()> read;
  };

  mutable std::mutex mutex_;   // for adding and looking
  std::deque<Series> series_;  // a deque: what was added stays where it is
  std::vector<Number> numbers_;
};

// Bytes of memory that the process holds; 0 when the system does not say.
double resident_bytes();

}  // namespace wijktafel::observe
