#include "platform/observe/health.hpp"

#include <spdlog/spdlog.h>

namespace wijktafel::observe {

http::Response live() { return http::text_response("live\n"); }

http::Response ready(db::Database& database) {
  try {
    database.read([](db::Transaction& tx) { tx.query("SELECT 1"); });
    return http::text_response("ready\n");
  } catch (const std::exception& failure) {
    spdlog::error("not ready: {}", failure.what());
    return http::text_response("the database does not answer\n", 503);
  }
}

http::Response metrics(const Metrics& metrics) {
  auto response = http::text_response(metrics.prometheus());
  return response.set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
}

}  // namespace wijktafel::observe
