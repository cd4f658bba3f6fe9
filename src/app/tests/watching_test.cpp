#include "app/watching.hpp"

#include <filesystem>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "platform/db/testing.hpp"

namespace wijktafel::app {
namespace {

using testing::HasSubstr;

class WatchingTest : public testing::Test {
 protected:
  WatchingTest() {
    const auto folder = std::filesystem::path(testing::TempDir()) / "watching";
    all.push_back(std::make_unique<Municipality>(
        program, MunicipalityOptions{.database = database.address(),
                                     .files = (folder / "files").string(),
                                     .mail = "file:" + (folder / "mail").string(),
                                     .base_url = "http://tafel.nl"}));
  }
  static http::Request get(std::string path) {
    http::Request request;
    request.path = std::move(path);
    return request;
  }
  db::testing::Place database{db::Engine::sqlite};
  const Program program;
  std::vector<std::unique_ptr<Municipality>> all;
};

TEST_F(WatchingTest, SaysThatTheProgramIsAliveAndReady) {
  const Watching watching(all);
  EXPECT_EQ(watching.answer(get("/health/live"))->status, 200);
  EXPECT_EQ(watching.answer(get("/health/ready"))->status, 200);
  EXPECT_FALSE(watching.answer(get("/iets-anders")).has_value());
}

TEST_F(WatchingTest, CountsWhatTheEdgeAnswers) {
  const Watching watching(all);
  auto request = get("/nergens/a/b/c/d/e/f");
  all.front()->edge().handle(request);
  const auto numbers = watching.answer(get("/metrics"))->body;
  EXPECT_THAT(numbers,
              HasSubstr("wijktafel_requests_total{method=\"\",route=\"(no route)\",status=\"4xx\"} 1\n"));
  EXPECT_THAT(numbers, HasSubstr("\nwijktafel_jobs_failed 0\n"));
}

TEST_F(WatchingTest, KnowsNoOtherWayToWriteItsAddresses) {
  const Watching watching(all);
  auto request = get("/metrics");
  EXPECT_TRUE(watching.answer(request).has_value());
  request.ended_in_slash = true;
  EXPECT_FALSE(watching.answer(request).has_value());
}

}  // namespace
}  // namespace wijktafel::app
