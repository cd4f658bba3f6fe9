#include "platform/observe/batched_sink.hpp"

#include <algorithm>
#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <spdlog/logger.h>
#include <unistd.h>
#include <vector>

namespace wijktafel::observe {
namespace {

class BatchedSinkTest : public testing::Test {
 protected:
  BatchedSinkTest() {
    EXPECT_EQ(::pipe2(ends, O_CLOEXEC), 0);
    logger = std::make_shared<spdlog::logger>("", std::make_shared<BatchedSink>(ends[1]));
    logger->set_pattern("%v");
  }
  ~BatchedSinkTest() override {
    logger.reset();
    ::close(ends[1]);
    ::close(ends[0]);
  }
  // What can be read once: everything that one batch held, up to 64 kB.
  std::string read_once() const {
    std::string bytes(64 * 1024, '\0');
    const auto count = ::read(ends[0], bytes.data(), bytes.size());
    bytes.resize(count > 0 ? static_cast<std::size_t>(count) : 0);
    return bytes;
  }
  int ends[2] = {};
  std::shared_ptr<spdlog::logger> logger;
};

TEST_F(BatchedSinkTest, WritesLinesInOrderWithoutBeingAsked) {
  logger->info("een");
  logger->info("twee");
  std::string all;
  while (all.size() < 9) all += read_once();
  EXPECT_EQ(all, "een\ntwee\n");
}

TEST_F(BatchedSinkTest, AFlushWaitsUntilAllIsWritten) {
  for (int i = 0; i < 100; ++i) logger->info("regel");
  logger->flush();
  ASSERT_EQ(::fcntl(ends[0], F_SETFL, O_NONBLOCK), 0);
  EXPECT_EQ(read_once().size(), 600u);
}

TEST_F(BatchedSinkTest, WritesWhatIsLeftAtTheEnd) {
  logger->info("laatste");
  logger.reset();
  ASSERT_EQ(::fcntl(ends[0], F_SETFL, O_NONBLOCK), 0);
  EXPECT_EQ(read_once(), "laatste\n");
}

// All of it fits in what may wait, however slowly it is read.
TEST_F(BatchedSinkTest, ManyThreadsLoseAndMixNothing) {
  std::size_t lines = 0;
  std::thread reader([&] {
    for (std::string bytes = read_once(); !bytes.empty(); bytes = read_once())
      lines += static_cast<std::size_t>(std::ranges::count(bytes, '\n'));
  });
  {
    std::vector<std::thread> writers;
    for (int i = 0; i < 4; ++i)
      writers.emplace_back([&] {
        for (int line = 0; line < 4'000; ++line)
          logger->info("een regel van gewone lengte, ongeveer zoals hier");
      });
    for (auto& writer : writers) writer.join();
  }
  logger->flush();
  ::close(ends[1]);
  ends[1] = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
  reader.join();
  EXPECT_EQ(lines, 16'000u);
}

// Whoever starts the program may have stopped reading; visitors must not notice, and neither must the end.
TEST_F(BatchedSinkTest, ALogThatNobodyReadsKeepsNobodyWaitingAndSaysWhatIsMissing) {
  const std::string line(1000, 'x');
  for (int i = 0; i < 4000; ++i) logger->info(line);
  std::string all;
  while (all.find("lines left out") == std::string::npos) {
    const auto some = read_once();
    ASSERT_FALSE(some.empty());
    all += some;
  }
  EXPECT_LT(all.size(), 3'000'000U);
  for (int i = 0; i < 4000; ++i) logger->info(line);
  logger.reset();  // ends although the pipe is full
}

}  // namespace
}  // namespace wijktafel::observe
