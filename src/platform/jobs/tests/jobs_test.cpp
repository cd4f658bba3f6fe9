#include "platform/jobs/jobs.hpp"

#include <atomic>
#include <future>
#include <gmock/gmock.h>
#include <latch>
#include <thread>

#include "platform/db/testing_fixture.hpp"
#include "platform/jobs/queue.hpp"
#include "platform/jobs/unheard.hpp"

namespace wijktafel::jobs {
namespace {

using namespace std::chrono_literals;
using ::testing::ElementsAre;

class Jobs : public db::testing::OnBothEngines {
 protected:
  void SetUp() override {
    OnBothEngines::SetUp();
    if (IsSkipped()) return;
    database_ = fresh({{4, "marks", 1, "0001_create_mark", "CREATE TABLE mark (number BIGINT NOT NULL)"}});
  }
  void enqueue_now(std::string_view kind, const Facts& payload = {}) {
    database_->write([&](db::Transaction& tx) { enqueue(tx, kind, payload, clock_.now()); });
  }
  static void mark(db::Transaction& tx, const Facts& payload, Instant) {
    tx.execute("INSERT INTO mark (number) VALUES ($1)", fact_number(payload, "number"));
  }
  std::vector<std::int64_t> marks() {
    std::vector<std::int64_t> numbers;
    const auto rows = database_->read(
        [](db::Transaction& tx) { return tx.query("SELECT number FROM mark ORDER BY number"); });
    for (const auto& row : rows) numbers.push_back(row.get<std::int64_t>(0));
    return numbers;
  }
  std::int64_t waiting() {
    return database_->read([](db::Transaction& tx) {
      return tx.query("SELECT COUNT(*) FROM job WHERE state = 'waiting'").at(0).get<std::int64_t>(0);
    });
  }
  std::vector<FailedJob> given_up() {
    return database_->read([](db::Transaction& tx) { return failed_jobs(tx); });
  }

  // Takes the first job in hand as a runner does, and is never heard of again.
  Job begin_and_die(const std::string& kind, std::chrono::minutes claim) {
    return database_->write([&](db::Transaction& tx) {
      const auto jobs = find_due(tx, {kind}, {kind}, clock_.now());
      WIJKTAFEL_ASSERT(jobs.size() == 1, "there is a job to begin");
      begin_attempt(tx, jobs.front(), clock_.now() + claim);
      return jobs.front();
    });
  }
  std::int64_t parked() {
    return database_->read([&](db::Transaction& tx) { return backlog(tx, clock_.now()).failed; });
  }

  FixedClock clock_{*parse_instant("2026-11-22T12:00:00Z")};
  JobKinds kinds_;
  std::unique_ptr<db::Database> database_;
};
WIJKTAFEL_ON_BOTH_ENGINES(Jobs);

TEST_P(Jobs, AnEventThatNobodyHearsLeavesNoJobUntilSomebodyListens) {
  kinds_.listen("heard", "mark");
  keep_unheard(*database_, kinds_, {"heard", "unheard"});
  enqueue_now("heard");
  enqueue_now("unheard");
  enqueue_now("no event but a job");
  EXPECT_EQ(waiting(), 2);

  JobKinds newer;
  newer.listen("unheard", "mark");
  keep_unheard(*database_, newer, {"heard", "unheard"});
  enqueue_now("unheard");
  enqueue_now("heard");
  EXPECT_EQ(waiting(), 3);
}

TEST_P(Jobs, GetTheFactsTheyWereGiven) {
  Facts seen;
  kinds_.add("look", [&](db::Transaction&, const Facts& payload, Instant) { seen = payload; });
  const Facts given{
      {"id", std::int64_t{5'000'000'000}}, {"late", true}, {"code", std::string("BU\"1621\"\n")}};
  enqueue_now("look", given);
  EXPECT_EQ(JobRunner(*database_, kinds_, clock_).run_all_due(), 1U);
  EXPECT_EQ(seen, given);
  EXPECT_EQ(waiting(), 0);
}

TEST_P(Jobs, ThatWorkOutsideComeBackWhenTheyRecur) {
  int prepared = 0;
  int worked = 0;
  kinds_.add_outside(
      "post.fetch",
      [&](db::Transaction&, const Facts&, Instant) {
        ++prepared;
        return prepared == 2 ? JobKinds::OutsideWork() : JobKinds::OutsideWork([&] { ++worked; });
      },
      [](db::Transaction&, const Facts&, Instant) {}, 1min);
  JobRunner runner(*database_, kinds_, clock_);
  EXPECT_EQ(runner.run_all_due(), 1U);
  EXPECT_EQ(runner.run_all_due(), 0U);
  clock_.advance(1min);
  EXPECT_EQ(runner.run_all_due(), 1U) << "also after there was nothing to do";
  clock_.advance(1min);
  EXPECT_EQ(runner.run_all_due(), 1U);
  EXPECT_EQ(worked, 2);
  EXPECT_EQ(waiting(), 1);
}

TEST_P(Jobs, ThatWorkOutsideForOnePartDoNotWaitForThoseOfAnother) {
  std::promise<void> other_is_done;
  const auto nothing = [](db::Transaction&, const Facts&, Instant) {};
  kinds_.add_outside(
      "mail.send",
      [&](db::Transaction&, const Facts&, Instant) { return [&] { other_is_done.set_value(); }; }, nothing);
  kinds_.add_outside(
      "forwarding.send",
      [&](db::Transaction&, const Facts&, Instant) {
        return [&] { other_is_done.get_future().wait_for(10s); };
      },
      nothing);
  enqueue_now("forwarding.send");
  enqueue_now("mail.send");
  JobRunner runner(*database_, kinds_, clock_);
  runner.start();
  for (int i = 0; i < 200 && waiting() > 0; ++i) std::this_thread::sleep_for(10ms);
  EXPECT_EQ(waiting(), 0);
  runner.stop();
}

TEST_P(Jobs, WaitForTheirTime) {
  kinds_.add("mark", mark);
  database_->write(
      [&](db::Transaction& tx) { enqueue(tx, "mark", {{"number", std::int64_t{1}}}, clock_.now() + 1h); });
  JobRunner runner(*database_, kinds_, clock_);
  EXPECT_EQ(runner.run_all_due(), 0U);
  clock_.advance(1h);
  EXPECT_EQ(runner.run_all_due(), 1U);
  EXPECT_THAT(marks(), ElementsAre(1));
}

TEST_P(Jobs, OfAWriteThatWasUndoneAreNotThere) {
  kinds_.add("mark", mark);
  EXPECT_THROW(database_->write([&](db::Transaction& tx) {
    enqueue(tx, "mark", {}, clock_.now());
    throw Failure("no");
  }),
               Failure);
  EXPECT_EQ(JobRunner(*database_, kinds_, clock_).run_all_due(), 0U);
}

TEST_P(Jobs, ThatJobsLeadToRunAsWell) {
  kinds_.add("first", [&](db::Transaction& tx, const Facts&, Instant now) {
    emit(tx, kinds_, "item_reported", {{"number", std::int64_t{7}}}, now);
  });
  kinds_.add("mark", mark);
  kinds_.add("mark_too", mark);
  kinds_.listen("item_reported", "mark");
  kinds_.listen("item_reported", "mark_too");
  enqueue_now("first");
  EXPECT_EQ(JobRunner(*database_, kinds_, clock_).run_all_due(), 3U);
  EXPECT_THAT(marks(), ElementsAre(7, 7));
}

TEST_P(Jobs, RunOnceEachWithTwoRunnersAtWork) {
  kinds_.add("mark", mark);
  std::vector<std::int64_t> all;
  database_->write([&](db::Transaction& tx) {
    for (std::int64_t i = 0; i < 60; ++i) {
      enqueue(tx, "mark", {{"number", i}}, clock_.now());
      all.push_back(i);
    }
  });
  JobRunner left(*database_, kinds_, clock_);
  JobRunner right(*database_, kinds_, clock_);
  std::atomic<std::size_t> ran = 0;
  const auto run = [&](JobRunner& runner) {
    while (waiting() > 0) ran += runner.run_all_due();
  };
  std::thread other([&] { run(left); });
  run(right);
  other.join();
  EXPECT_EQ(ran, 60U);
  EXPECT_EQ(marks(), all);
}

TEST_P(Jobs, ThatFailLeaveNothingBehindAndAreTriedAgainLater) {
  bool broken = true;
  int tried = 0;
  kinds_.add("mark", [&](db::Transaction& tx, const Facts& payload, Instant now) {
    ++tried;
    mark(tx, payload, now);
    if (broken) throw Failure("the printer is on fire");
  });
  enqueue_now("mark", {{"number", std::int64_t{3}}});
  JobRunner runner(*database_, kinds_, clock_);
  runner.run_all_due();
  EXPECT_THAT(marks(), ElementsAre());
  clock_.advance(59s);
  EXPECT_EQ(runner.run_all_due(), 0U);
  clock_.advance(1s);
  EXPECT_EQ(runner.run_all_due(), 1U);  // fails again, now waits two minutes
  clock_.advance(1min);
  EXPECT_EQ(runner.run_all_due(), 0U);
  broken = false;
  clock_.advance(1min);
  EXPECT_EQ(runner.run_all_due(), 1U);
  EXPECT_EQ(tried, 3);
  EXPECT_THAT(marks(), ElementsAre(3));
}

TEST_P(Jobs, AreGivenUpAfterTwentyAttemptsAndCanBeTriedAnew) {
  bool broken = true;
  int tried = 0;
  kinds_.add("print", [&](db::Transaction&, const Facts&, Instant) {
    ++tried;
    if (broken) throw Failure("the printer is on fire");
  });
  enqueue_now("print");
  JobRunner runner(*database_, kinds_, clock_);
  for (int day = 0; day < 60; ++day) {
    runner.run_all_due();
    clock_.advance(24h);
  }
  EXPECT_EQ(tried, 20);
  const auto failed = given_up();
  ASSERT_EQ(failed.size(), 1U);
  EXPECT_EQ(failed[0].kind, "print");
  EXPECT_EQ(failed[0].fault, "the printer is on fire");
  broken = false;
  EXPECT_TRUE(database_->write(
      [&](db::Transaction& tx) { return retry_failed_job(tx, failed[0].id, clock_.now()); }));
  EXPECT_EQ(runner.run_all_due(), 1U);
  EXPECT_TRUE(given_up().empty());
}

TEST_P(Jobs, OfUnknownKindsAreLeftForWhoKnowsThem) {
  kinds_.add("mark", mark);
  enqueue_now("of_a_newer_node");
  EXPECT_EQ(JobRunner(*database_, kinds_, clock_).run_all_due(), 0U);
  EXPECT_EQ(waiting(), 1);
}

TEST_P(Jobs, ThatComeBackRunOncePerInterval) {
  kinds_.add_recurring("sweep", std::chrono::minutes(60), mark);
  JobRunner runner(*database_, kinds_, clock_);
  JobRunner another(*database_, kinds_, clock_);
  EXPECT_EQ(runner.run_all_due() + another.run_all_due(), 1U);
  clock_.advance(59min);
  EXPECT_EQ(runner.run_all_due(), 0U);
  clock_.advance(1min);
  EXPECT_EQ(runner.run_all_due() + another.run_all_due(), 1U);
  EXPECT_THAT(marks(), ElementsAre(0, 0));
}

TEST_P(Jobs, OutsideAreDoneBetweenTwoTransactions) {
  std::vector<std::string> order;
  kinds_.add_outside(
      "mail",
      [&](db::Transaction&, const Facts& payload, Instant) -> JobKinds::OutsideWork {
        order.push_back("prepared " + fact_text(payload, "number"));
        return [&] {
          // The world outside may take long: the database is free meanwhile.
          database_->write([](db::Transaction& tx) { tx.execute("INSERT INTO mark (number) VALUES (99)"); });
          order.push_back("sent");
        };
      },
      [&](db::Transaction& tx, const Facts& payload, Instant now) {
        order.push_back("recorded");
        mark(tx, payload, now);
      });
  enqueue_now("mail", {{"number", std::int64_t{4}}});
  EXPECT_EQ(JobRunner(*database_, kinds_, clock_).run_all_due(), 1U);
  EXPECT_THAT(order, ElementsAre("prepared 4", "sent", "recorded"));
  EXPECT_THAT(marks(), ElementsAre(4, 99));
  EXPECT_EQ(waiting(), 0);
}

TEST_P(Jobs, OutsideThatFailAreTriedAgainAndThoseWithNothingToDoEnd) {
  int sent = 0;
  int recorded = 0;
  kinds_.add_outside(
      "mail",
      [&](db::Transaction&, const Facts& payload, Instant) -> JobKinds::OutsideWork {
        if (fact_number(payload, "number") == 0) return {};
        return [&] {
          if (++sent == 1) throw Failure("the mail server is away");
        };
      },
      [&](db::Transaction&, const Facts&, Instant) { ++recorded; });
  enqueue_now("mail", {{"number", std::int64_t{0}}});
  enqueue_now("mail", {{"number", std::int64_t{1}}});
  JobRunner runner(*database_, kinds_, clock_);
  EXPECT_EQ(runner.run_all_due(), 2U);
  EXPECT_EQ(recorded, 0);
  EXPECT_EQ(waiting(), 1);
  clock_.advance(1min);
  EXPECT_EQ(runner.run_all_due(), 1U);
  EXPECT_EQ(sent, 2);
  EXPECT_EQ(recorded, 1);
  EXPECT_EQ(waiting(), 0);
}

TEST_P(Jobs, OutsideAreTakenOverWhenTheirNodeDied) {
  int sent = 0;
  kinds_.add_outside(
      "mail",
      [&](db::Transaction&, const Facts&, Instant) -> JobKinds::OutsideWork { return [&] { ++sent; }; },
      [](db::Transaction&, const Facts&, Instant) {});
  enqueue_now("mail");
  begin_and_die("mail", 5min);
  JobRunner runner(*database_, kinds_, clock_);
  EXPECT_EQ(runner.run_all_due(), 0U);
  clock_.advance(5min);
  EXPECT_EQ(runner.run_all_due(), 1U);
  EXPECT_EQ(sent, 1);
}

struct PowerCut {};  // no exception that anybody catches: as if the process ended here

TEST_P(Jobs, WhoseProcessEndedBetweenEffectAndCommitHaveTheirEffectOnce) {
  bool power_cut = true;
  kinds_.add("mark", [&](db::Transaction& tx, const Facts& payload, Instant now) {
    mark(tx, payload, now);
    if (power_cut) throw PowerCut{};
  });
  enqueue_now("mark", {{"number", std::int64_t{3}}});
  JobRunner runner(*database_, kinds_, clock_);
  EXPECT_THROW(runner.run_all_due(), PowerCut);
  EXPECT_THAT(marks(), ElementsAre());
  power_cut = false;
  EXPECT_EQ(runner.run_all_due(), 0U);  // as far as anybody knows it is still at work
  clock_.advance(1min);
  EXPECT_EQ(runner.run_all_due(), 1U);
  clock_.advance(24h);
  EXPECT_EQ(runner.run_all_due(), 0U);
  EXPECT_THAT(marks(), ElementsAre(3));
}

TEST_P(Jobs, ThatEndTheProcessAreGivenUpAfterFiveTimesAndTheOthersGoOn) {
  int tried = 0;
  kinds_.add("bad", [&](db::Transaction&, const Facts&, Instant) {
    ++tried;
    throw PowerCut{};
  });
  kinds_.add("mark", mark);
  enqueue_now("bad");
  enqueue_now("mark", {{"number", std::int64_t{1}}});
  for (int restart = 0; restart < 30; ++restart) {
    JobRunner runner(*database_, kinds_, clock_);
    try {
      runner.run_all_due();
    } catch (const PowerCut&) {
    }
    clock_.advance(1h);
  }
  EXPECT_EQ(tried, 5);
  EXPECT_THAT(marks(), ElementsAre(1));
  ASSERT_EQ(given_up().size(), 1U);
  EXPECT_EQ(given_up()[0].fault, "the process ended during each attempt");
  EXPECT_EQ(parked(), 1);
}

TEST_P(Jobs, ThatComeBackAndEndTheProcessAreTriedAtMostOnceADayAndCounted) {
  int tried = 0;
  kinds_.add_recurring("sweep", std::chrono::minutes(10), [&](db::Transaction&, const Facts&, Instant) {
    ++tried;
    throw PowerCut{};
  });
  const auto run_for_an_hour = [&] {
    JobRunner runner(*database_, kinds_, clock_);
    try {
      runner.run_all_due();
    } catch (const PowerCut&) {
    }
    clock_.advance(1h);
  };
  for (int hour = 0; hour < 72; ++hour) run_for_an_hour();
  EXPECT_EQ(parked(), 1);
  const int after_three_days = tried;
  for (int hour = 0; hour < 48; ++hour) run_for_an_hour();
  EXPECT_GE(tried, after_three_days + 1);
  EXPECT_LE(tried, after_three_days + 2);
}

TEST_P(Jobs, ThatFailTooLateLeaveTheAttemptOfAnotherNodeAlone) {
  kinds_.add_outside(
      "mail",
      [&](db::Transaction&, const Facts&, Instant) -> JobKinds::OutsideWork {
        return [&] {
          clock_.advance(6min);  // so slow that another node thinks this one is gone
          begin_and_die("mail", 5min);
          throw Failure("too late");
        };
      },
      [](db::Transaction&, const Facts&, Instant) {});
  enqueue_now("mail");
  JobRunner runner(*database_, kinds_, clock_);
  EXPECT_EQ(runner.run_all_due(), 1U);
  clock_.advance(4min);
  EXPECT_EQ(runner.run_all_due(), 0U) << "the other node has it in hand for five minutes";
}

TEST_P(Jobs, WaitNoYearBecauseTheClockWasAYearAhead) {
  kinds_.add_recurring("sweep", std::chrono::minutes(60), mark);
  kinds_.add("late", mark);
  JobRunner runner(*database_, kinds_, clock_);
  runner.run_all_due();
  clock_.advance(365 * 24h);
  runner.run_all_due();
  enqueue_now("late", {{"number", std::int64_t{7}}});
  clock_.advance(-365 * 24h);
  EXPECT_EQ(runner.run_all_due(), 2U);
  EXPECT_THAT(marks(), ElementsAre(0, 0, 0, 7));
  EXPECT_EQ(runner.run_all_due(), 0U);
  clock_.advance(60min);
  EXPECT_EQ(runner.run_all_due(), 1U);
}

// The mail waits for as long as the other job does not run, at most 20 seconds.
TEST_P(Jobs, RunWhileOneOutsideTakesLong) {
  const SystemClock clock;
  std::latch is_waiting(1);
  std::promise<void> ran;
  const auto other_ran = ran.get_future().share();
  std::atomic<bool> ran_meanwhile = false;
  kinds_.add_outside(
      "mail",
      [&](db::Transaction&, const Facts&, Instant) -> JobKinds::OutsideWork {
        return [&] {
          is_waiting.count_down();
          ran_meanwhile = other_ran.wait_for(20s) == std::future_status::ready;
        };
      },
      [](db::Transaction&, const Facts&, Instant) {});
  kinds_.add("count", [&](db::Transaction&, const Facts&, Instant) { ran.set_value(); });
  JobRunner runner(*database_, kinds_, clock);
  runner.start();
  const auto enqueue_by_that_clock = [&](std::string_view kind) {
    database_->write([&](db::Transaction& tx) { enqueue(tx, kind, {}, clock.now()); });
  };
  enqueue_by_that_clock("mail");
  is_waiting.wait();
  enqueue_by_that_clock("count");
  other_ran.wait_for(20s);
  runner.stop();
  EXPECT_TRUE(ran_meanwhile);
}

TEST_P(Jobs, OutsideAndInsideLeadToEachOtherAndAllAreRun) {
  kinds_.add_outside(
      "mail", [](db::Transaction&, const Facts&, Instant) -> JobKinds::OutsideWork { return [] {}; },
      [](db::Transaction& tx, const Facts&, Instant now) { enqueue(tx, "after", {}, now); });
  kinds_.add("before", [](db::Transaction& tx, const Facts&, Instant now) { enqueue(tx, "mail", {}, now); });
  kinds_.add("after", [](db::Transaction&, const Facts&, Instant) {});
  enqueue_now("before");
  EXPECT_EQ(JobRunner(*database_, kinds_, clock_).run_all_due(), 3U);
  EXPECT_EQ(waiting(), 0);
}

TEST_P(Jobs, AreStartedByTheCommitThatEnqueuedThem) {
  const SystemClock clock;
  std::atomic<int> ran = 0;
  kinds_.add("count", [&](db::Transaction&, const Facts&, Instant) { ++ran; });
  JobRunner runner(*database_, kinds_, clock);
  runner.start();
  std::this_thread::sleep_for(50ms);  // it has looked once and sleeps for seconds now
  const auto begin = std::chrono::steady_clock::now();
  database_->write([&](db::Transaction& tx) { enqueue(tx, "count", {}, clock.now()); });
  while (ran == 0 && std::chrono::steady_clock::now() - begin < 10s) std::this_thread::sleep_for(1ms);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, 3s);
  runner.stop();
  EXPECT_EQ(ran, 1);
  enqueue_now("count");
  EXPECT_EQ(ran, 1);
}

TEST(JobWaits, DoubleUpToADay) {
  EXPECT_EQ(wait_after(1), 1min);
  EXPECT_EQ(wait_after(2), 2min);
  EXPECT_EQ(wait_after(5), 16min);
  EXPECT_EQ(wait_after(11), 1024min);
  EXPECT_EQ(wait_after(12), 24h);
  EXPECT_EQ(wait_after(20), 24h);
}

}  // namespace
}  // namespace wijktafel::jobs
