#include "platform/observe/metrics.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace wijktafel::observe {
namespace {

using std::chrono::microseconds;
using testing::HasSubstr;
using testing::Not;

TEST(Metrics, CountsByRouteAndStatusClass) {
  Metrics metrics;
  const auto route = metrics.route("GET", "/{municipality}");
  EXPECT_EQ(metrics.route("GET", "/{municipality}"), route);
  EXPECT_NE(metrics.route("POST", "/{municipality}"), route);
  metrics.count(route, 200, microseconds(10));
  metrics.count(route, 304, microseconds(10));
  metrics.count(route, 204, microseconds(10));
  const auto text = metrics.prometheus();
  EXPECT_THAT(
      text,
      HasSubstr("wijktafel_requests_total{method=\"GET\",route=\"/{municipality}\",status=\"2xx\"} 2\n"));
  EXPECT_THAT(
      text,
      HasSubstr("wijktafel_requests_total{method=\"GET\",route=\"/{municipality}\",status=\"3xx\"} 1\n"));
  EXPECT_THAT(text, Not(HasSubstr("POST")));
}

TEST(Metrics, BucketsAreCumulative) {
  Metrics metrics;
  const auto route = metrics.route("GET", "/a");
  metrics.count(route, 200, microseconds(1000));     // on the edge: in the first bucket
  metrics.count(route, 200, microseconds(1001));     // in the second
  metrics.count(route, 200, microseconds(9000000));  // beyond all
  const auto text = metrics.prometheus();
  const std::string labels = "method=\"GET\",route=\"/a\"";
  EXPECT_THAT(text, HasSubstr("wijktafel_request_seconds_bucket{" + labels + ",le=\"0.001\"} 1\n"));
  EXPECT_THAT(text, HasSubstr("wijktafel_request_seconds_bucket{" + labels + ",le=\"0.0025\"} 2\n"));
  EXPECT_THAT(text, HasSubstr("wijktafel_request_seconds_bucket{" + labels + ",le=\"5\"} 2\n"));
  EXPECT_THAT(text, HasSubstr("wijktafel_request_seconds_bucket{" + labels + ",le=\"+Inf\"} 3\n"));
  EXPECT_THAT(text, HasSubstr("wijktafel_request_seconds_sum{" + labels + "} 9.002001\n"));
  EXPECT_THAT(text, HasSubstr("wijktafel_request_seconds_count{" + labels + "} 3\n"));
}

TEST(Metrics, ReadsAddedNumbersWhenAsked) {
  Metrics metrics;
  double waiting = 1;
  metrics.add(Metrics::Kind::gauge, "wijktafel_jobs_waiting", "Jobs due.", [&] { return waiting; });
  waiting = 7;
  EXPECT_THAT(metrics.prometheus(), HasSubstr("# HELP wijktafel_jobs_waiting Jobs due.\n# TYPE "
                                              "wijktafel_jobs_waiting gauge\nwijktafel_jobs_waiting 7\n"));
}

TEST(Metrics, ANumberThatCannotBeReadDoesNotHideTheOthers) {
  Metrics metrics;
  metrics.add(Metrics::Kind::gauge, "a", "A.", []() -> double { throw std::runtime_error("away"); });
  metrics.add(Metrics::Kind::gauge, "b", "B.", [] { return 2.0; });
  const auto text = metrics.prometheus();
  EXPECT_THAT(text, HasSubstr("\na NaN\n"));
  EXPECT_THAT(text, HasSubstr("\nb 2\n"));
}

TEST(Metrics, KnowsItsMemory) { EXPECT_GT(resident_bytes(), 1'000'000); }

}  // namespace
}  // namespace wijktafel::observe
