// Two processes on one database.
#include <array>
#include <chrono>
#include <csignal>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

#include "platform/db/testing_fixture.hpp"

namespace wijktafel::db {
namespace {

using namespace std::chrono_literals;

class TwoNodes : public testing::OnBothEngines {
 protected:
  void SetUp() override {
    OnBothEngines::SetUp();
    if (IsSkipped()) return;
    place_ = std::make_unique<testing::Place>(GetParam());
    here_ = Database::open(place_->address());
    migrate(*here_, {{4, "things", 1, "0001_create_things",
                      "CREATE TABLE thing (id $IDENTITY, amount BIGINT NOT NULL)"}});
    there_ = Database::open(place_->address());
  }
  static bool within_ten_seconds(auto&& condition) {
    const auto deadline = std::chrono::steady_clock::now() + 10s;
    while (std::chrono::steady_clock::now() < deadline) {
      if (condition()) return true;
      std::this_thread::sleep_for(20ms);
    }
    return false;
  }
  std::unique_ptr<testing::Place> place_;
  std::unique_ptr<Database> here_;
  std::unique_ptr<Database> there_;
};
WIJKTAFEL_ON_BOTH_ENGINES(TwoNodes);

TEST_P(TwoNodes, LearnOfEachOthersChangesAndCountEachOnce) {
  there_->write([](Transaction& tx) { tx.touch("GM1621"); });
  EXPECT_EQ(there_->version("GM1621"), 1U);
  EXPECT_TRUE(within_ten_seconds([&] { return here_->version("GM1621") == 1; }));
  here_->write([](Transaction& tx) { tx.touch("GM1621"); });
  EXPECT_EQ(here_->version("GM1621"), 2U);
  EXPECT_TRUE(within_ten_seconds([&] { return there_->version("GM1621") == 2; }));
  std::this_thread::sleep_for(2500ms);  // two more polls read the same rows
  EXPECT_EQ(here_->version("GM1621"), 2U);
  EXPECT_EQ(there_->version("GM1621"), 2U);
}

TEST_P(TwoNodes, WriteTheSameRowWithoutLosingAnything) {
  here_->write([](Transaction& tx) { tx.execute("INSERT INTO thing (amount) VALUES (0)"); });
  std::vector<std::thread> threads;
  for (int t = 0; t < 8; ++t)
    threads.emplace_back([&, t] {
      for (int i = 0; i < 10; ++i)
        (t % 2 == 0 ? here_ : there_)->write([](Transaction& tx) {
          tx.execute("UPDATE thing SET amount = amount + 1");
        });
    });
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(here_->read([](Transaction& tx) { return tx.find("SELECT amount FROM thing")->get<int>(0); }),
            80);
}

// Writes rows for ever and puts one byte in the pipe for each that `write` has returned from.
[[noreturn]] void write_until_killed(const std::string& address, int acknowledge) {
  const auto database = Database::open(address);
  for (;;) {
    database->write([](Transaction& tx) { tx.execute("INSERT INTO thing (amount) VALUES (1)"); });
    if (::write(acknowledge, "x", 1) != 1) _exit(1);
  }
}

TEST_P(TwoNodes, FindWhatOneAcknowledgedBeforeItWasKilled) {
  here_.reset();
  there_.reset();
  std::array<int, 2> pipe_ends{};
  ASSERT_EQ(pipe(pipe_ends.data()), 0);
  const auto child = fork();
  ASSERT_GE(child, 0);
  if (child == 0) write_until_killed(place_->address(), pipe_ends[1]);
  close(pipe_ends[1]);
  int acknowledged = 0;
  char byte = 0;
  while (acknowledged < 50 && ::read(pipe_ends[0], &byte, 1) == 1) ++acknowledged;
  kill(child, SIGKILL);
  while (::read(pipe_ends[0], &byte, 1) == 1) ++acknowledged;  // it went on until the signal
  waitpid(child, nullptr, 0);
  close(pipe_ends[0]);
  ASSERT_GE(acknowledged, 50);
  const auto after = Database::open(place_->address());
  const auto kept =
      after->read([](Transaction& tx) { return tx.find("SELECT COUNT(*) FROM thing")->get<int>(0); });
  EXPECT_GE(kept, acknowledged);
  EXPECT_LE(kept, acknowledged + 1);  // the last one may have been kept without anyone hearing of it
}

}  // namespace
}  // namespace wijktafel::db
