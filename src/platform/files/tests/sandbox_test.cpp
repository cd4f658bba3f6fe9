// The sandbox is proved from inside: a child enters it and tries what a taken-over decoder would try.
#include "platform/files/sandbox.hpp"

#include <atomic>
#include <csignal>
#include <fcntl.h>
#include <functional>
#include <gtest/gtest.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace wijktafel::files {
namespace {

constexpr int done = 7;

struct Ended {
  int signal = 0;
  int status = 0;
};

// How a child ended that did this inside the sandbox.
Ended inside(const std::function<void()>& deed, const SandboxLimits& limits = {}) {
  const pid_t child = ::fork();
  if (child == 0) {
    enter_sandbox(limits);
    deed();
    ::_exit(done);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return {.signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0,
          .status = WIFEXITED(status) ? WEXITSTATUS(status) : 0};
}

class Sandbox : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!sandbox_is_possible) GTEST_SKIP() << "no sandbox under AddressSanitizer, see sandbox.hpp";
  }
};

TEST_F(Sandbox, LetsAProcessComputeMakeThreadsAndEnd) {
  const auto ended = inside([] {
    std::string memory(1'000'000, 'x');
    std::jthread([&] { memory[5] = 'y'; }).join();
    if (memory[5] != 'y') ::_exit(1);
  });
  EXPECT_EQ(ended.signal, 0);
  EXPECT_EQ(ended.status, done);
}

TEST_F(Sandbox, KillsWhatOpensAFile) {
  EXPECT_EQ(inside([] { (void)::open("/etc/passwd", O_RDONLY | O_CLOEXEC); }).signal, SIGSYS);
  EXPECT_EQ(inside([] { (void)::unlink("/tmp/wijktafel-no-such-file"); }).signal, SIGSYS);
}

TEST_F(Sandbox, KillsWhatCallsTheNetwork) {
  EXPECT_EQ(inside([] { (void)::socket(AF_INET, SOCK_STREAM, 0); }).signal, SIGSYS);
  EXPECT_EQ(inside([] { (void)::socket(AF_UNIX, SOCK_STREAM, 0); }).signal, SIGSYS);
}

TEST_F(Sandbox, KillsWhatStartsAProgramOrAProcess) {
  EXPECT_EQ(inside([] { (void)::execl("/bin/true", "true", nullptr); }).signal, SIGSYS);
  EXPECT_EQ(inside([] { (void)::fork(); }).signal, SIGSYS);
}

TEST_F(Sandbox, KillsWhatSignalsAnotherProcess) {
  EXPECT_EQ(inside([] { (void)::kill(::getppid(), 0); }).signal, SIGSYS);
  EXPECT_EQ(inside([] { (void)::kill(1, 0); }).signal, SIGSYS);
}

TEST_F(Sandbox, KillsWhatMakesMemoryThatCanBeRun) {
  EXPECT_EQ(inside([] {
              (void)::mmap(nullptr, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1,
                           0);
            }).signal,
            SIGSYS);
}

TEST_F(Sandbox, KillsWhatWritesToAnotherFileThanItsSocket) {
  EXPECT_EQ(inside([] { (void)!::write(STDERR_FILENO, "", 0); }).signal, SIGSYS);
}

TEST_F(Sandbox, RefusesMoreMemoryThanItsLimit) {
  const auto ended = inside(
      [] {
        void* memory = ::mmap(nullptr, 1'000'000'000, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        ::_exit(memory == MAP_FAILED ? 3 : 4);
      },
      {.memory_bytes = 900'000'000});
  EXPECT_EQ(ended.status, 3);
}

TEST_F(Sandbox, EndsWhatComputesForTooLong) {
  const auto ended = inside(
      [] {
        std::atomic<int> count = 0;
        while (count != -1) count = (count + 1) % 1000;
      },
      {.cpu_seconds = 1});
  EXPECT_TRUE(ended.signal == SIGXCPU || ended.signal == SIGKILL) << ended.signal;
}

TEST(LeaveRoot, IsAnotherUserAfterwardsAndCannotComeBack) {
  if (::geteuid() != 0) GTEST_SKIP() << "not started as root";
  const pid_t child = ::fork();
  if (child == 0) {
    leave_root();
    const bool is_other =
        ::getuid() != 0 && ::geteuid() != 0 && ::getgid() != 0 && ::getgroups(0, nullptr) == 0;
    ::_exit(is_other && ::setuid(0) != 0 ? done : 1);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  EXPECT_EQ(WEXITSTATUS(status), done);
}

}  // namespace
}  // namespace wijktafel::files
