#include "platform/observe/metrics.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fstream>
#include <spdlog/spdlog.h>
#include <unistd.h>

namespace wijktafel::observe {
namespace {

std::string escaped(std::string_view label) {
  std::string result;
  for (const char c : label) {
    if (c == '"' || c == '\\') result += '\\';
    result += c;
  }
  return result;
}

std::string heading(std::string_view name, std::string_view help, std::string_view kind) {
  return fmt::format("# HELP {0} {1}\n# TYPE {0} {2}\n", name, help, kind);
}

// A number that cannot be read now (the database is away) must not hide the others.
template <class Number>
std::string value_of(const Number& number) {
  try {
    return fmt::format("{}", number.read());
  } catch (const std::exception& failure) {
    spdlog::warn("{} cannot be read: {}", number.name, failure.what());
    return "NaN";
  }
}

}  // namespace

Metrics::RouteNumber Metrics::route(std::string_view method, std::string_view pattern) {
  const std::scoped_lock lock(mutex_);
  const auto is_same = [&](const Series& series) {
    return series.method == method && series.pattern == pattern;
  };
  if (const auto at = std::ranges::find_if(series_, is_same); at != series_.end())
    return static_cast<RouteNumber>(at - series_.begin());
  auto& added = series_.emplace_back();
  added.method = method;
  added.pattern = pattern;
  return series_.size() - 1;
}

void Metrics::count(RouteNumber route, int status, std::chrono::microseconds took) {
  auto& series = series_[route];
  series.by_class[static_cast<std::size_t>(std::clamp(status / 100, 1, 5) - 1)].fetch_add(
      1, std::memory_order_relaxed);
  const double seconds = std::chrono::duration<double>(took).count();
  const auto bucket = std::ranges::lower_bound(bucket_seconds, seconds) - bucket_seconds.begin();
  series.buckets[static_cast<std::size_t>(bucket)].fetch_add(1, std::memory_order_relaxed);
  series.microseconds.fetch_add(static_cast<std::uint64_t>(took.count()), std::memory_order_relaxed);
}

void Metrics::add(Kind kind, std::string name, std::string help, std::function<double()> read) {
  const std::scoped_lock lock(mutex_);
  numbers_.push_back({kind, std::move(name), std::move(help), std::move(read)});
}

std::string Metrics::prometheus() const {
  const std::scoped_lock lock(mutex_);
  std::string requests = heading("wijktafel_requests_total", "Requests answered.", "counter");
  std::string seconds =
      heading("wijktafel_request_seconds", "How long answering took, without the network.", "histogram");
  for (const auto& series : series_) {
    const auto labels =
        fmt::format(R"(method="{}",route="{}")", escaped(series.method), escaped(series.pattern));
    for (std::size_t i = 0; i < series.by_class.size(); ++i)
      if (const auto count = series.by_class[i].load(std::memory_order_relaxed))
        requests += fmt::format("wijktafel_requests_total{{{},status=\"{}xx\"}} {}\n", labels, i + 1, count);
    std::uint64_t sum = 0;
    std::string lines;
    for (std::size_t i = 0; i < series.buckets.size(); ++i) {
      sum += series.buckets[i].load(std::memory_order_relaxed);
      const auto edge = i < bucket_seconds.size() ? fmt::format("{}", bucket_seconds[i]) : "+Inf";
      lines += fmt::format("wijktafel_request_seconds_bucket{{{},le=\"{}\"}} {}\n", labels, edge, sum);
    }
    if (sum == 0) continue;  // a route that nobody used yet says nothing
    seconds += lines;
    seconds += fmt::format("wijktafel_request_seconds_sum{{{}}} {}\n", labels,
                           static_cast<double>(series.microseconds.load(std::memory_order_relaxed)) / 1e6);
    seconds += fmt::format("wijktafel_request_seconds_count{{{}}} {}\n", labels, sum);
  }
  std::string text = requests + seconds;
  for (const auto& number : numbers_) {
    text += heading(number.name, number.help, number.kind == Kind::counter ? "counter" : "gauge");
    text += fmt::format("{} {}\n", number.name, value_of(number));
  }
  text += heading("process_resident_memory_bytes", "Memory that the program holds.", "gauge");
  text += fmt::format("process_resident_memory_bytes {}\n", resident_bytes());
  return text;
}

double resident_bytes() {
  std::ifstream file("/proc/self/statm");
  double size = 0, resident = 0;
  file >> size >> resident;
  return resident * static_cast<double>(::sysconf(_SC_PAGESIZE));
}

}  // namespace wijktafel::observe
