#include "platform/observe/access_log.hpp"

#include <algorithm>
#include <fmt/compile.h>
#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include "base/text.hpp"

namespace wijktafel::observe {
namespace {

constexpr std::string_view secret_names[] = {"{token}", "{code}", "{secret}", "{key}"};
constexpr std::size_t most_characters = 200;
constexpr std::size_t segments_without_route = 2;

// Tenths of a millisecond as whole numbers: writing a fraction takes longer than the rest of the line.
std::string line(const http::Request& request, std::string_view path, int status, std::size_t bytes,
                 std::chrono::microseconds took) {
  const auto tenths = (took.count() + 50) / 100;
  return fmt::format(FMT_COMPILE("request method={} path=\"{}\" status={} bytes={} ms={}.{} reference={}"),
                     http::name_of(request.method), path, status, bytes, tenths / 10, tenths % 10,
                     request.id);
}

}  // namespace

std::string shown_path(std::string_view path, std::string_view pattern) {
  const auto segments = split(path, '/');
  const auto names = split(pattern, '/');
  std::string shown;
  for (std::size_t i = 1; i < segments.size(); ++i) {
    if (pattern.empty() && i > segments_without_route) {
      shown += "/...";
      break;
    }
    const auto name = i < names.size() ? names[i] : std::string_view{};
    const bool is_secret = std::ranges::find(secret_names, name) != std::end(secret_names);
    shown += '/';
    shown += is_secret ? std::string(name) : http::percent_encoded(segments[i]);
  }
  if (shown.size() > most_characters) shown = shown.substr(0, most_characters) + "...";
  return shown;
}

std::string access_line(const http::Request& request, std::string_view pattern,
                        const http::Response& response, std::chrono::microseconds took) {
  return line(request, shown_path(request.path, pattern), response.status, response.content().size(), took);
}

void log_access(const http::Request& request, std::string_view pattern, const http::Response& response,
                std::chrono::microseconds took) {
  if (spdlog::should_log(spdlog::level::info)) spdlog::info(access_line(request, pattern, response, took));
}

void log_access(const http::Request& request, std::string_view shown_path, int status, std::size_t bytes,
                std::chrono::microseconds took) {
  if (spdlog::should_log(spdlog::level::info)) spdlog::info(line(request, shown_path, status, bytes, took));
}

void log_failure(const http::Request& request, std::string_view pattern, std::string_view what) {
  spdlog::error("failure method={} path=\"{}\" reference={}: {}", http::name_of(request.method),
                shown_path(request.path, pattern), request.id, what);
}

}  // namespace wijktafel::observe
