// Work that happens without anyone clicking. Jobs live in the database: a job is enqueued in the transaction
// of the write that caused it and runs afterwards, in a transaction of its own that also removes it, so its
// effect on the database happens exactly once however often a process dies. Payloads hold ids, never personal
// text. An event is one job for each of its listeners: emit() inside the action, listeners connected by app.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/facts.hpp"
#include "base/time.hpp"
#include "platform/db/database.hpp"

namespace wijktafel::jobs {

using JobHandler = std::function<void(db::Transaction&, const Facts& payload, Instant now)>;

// Fixed once before the first transaction; thread-safe to read.
class JobKinds {
 public:
  void add(std::string kind, JobHandler handler);
  // Runs again every `interval`; start() and run_all_due() enqueue it, due now, when it is not waiting
  // already. It never becomes "failed": it goes on trying.
  void add_recurring(std::string kind, std::chrono::minutes interval, JobHandler handler);
  // A kind that talks to the outside world (mail): prepare() runs in a transaction and gives what to do
  // outside it; what was done is recorded in a second transaction. At least once outside, exactly once in the
  // database. When prepare gives an empty function there is nothing left to do: the job ends without `done`.
  // With `every` it comes back, as a kind of add_recurring does. Kinds with the same word before the first
  // full stop share a thread: a system that lets one capability wait holds up nobody else's work.
  using OutsideWork = std::function<void()>;
  void add_outside(std::string kind,
                   std::function<OutsideWork(db::Transaction&, const Facts&, Instant)> prepare,
                   JobHandler done, std::optional<std::chrono::minutes> every = std::nullopt);
  void listen(std::string event, std::string kind);
  const std::vector<std::string>& listeners(std::string_view event) const;
  struct Kind;
  const Kind* find(std::string_view kind) const;
  std::vector<std::string> names() const;
  JobKinds();
  ~JobKinds();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
  friend class JobRunner;
};

void enqueue(db::Transaction& tx, std::string_view kind, const Facts& payload, Instant run_at);
// One job per listener of this event, due now.
void emit(db::Transaction& tx, const JobKinds& kinds, std::string_view event, const Facts& payload,
          Instant now);

// What an administrator sees of work that was given up. `fault` is the last exception's text.
struct FailedJob {
  std::int64_t id = 0;
  std::string kind;
  std::int64_t attempts = 0;
  std::string fault;
  Instant due;
};
std::vector<FailedJob> failed_jobs(db::Transaction& tx);  // the oldest first, at most 100
// Lets it be tried again, 20 times as if new. False when there is no such failed job.
bool retry_failed_job(db::Transaction& tx, std::int64_t id, Instant now);

// How far the work is behind, for whoever watches the program.
struct Backlog {
  std::int64_t due = 0;     // should have run by now
  std::int64_t failed = 0;  // given up
};
Backlog backlog(db::Transaction& tx, Instant now);

// Takes jobs that are due (FOR UPDATE SKIP LOCKED on PostgreSQL), one at a time; a failing job waits 1, 2, 4
// ... minutes, at most a day apart, and after 20 attempts is kept as "failed" for an administrator to see.
class JobRunner {
 public:
  // Jobs of kinds that are not known here are left for a node that knows them. Uses Database::on_commit to be
  // woken.
  JobRunner(db::Database& database, const JobKinds& kinds, const Clock& clock);
  ~JobRunner();
  void start();  // a thread of its own
  void stop();   // finishes the job at hand
  void wake();
  // Runs everything that is due now, and what that leads to; for tests, the demo and `wijktafel` commands.
  // Gives the number of jobs that were tried. Throws Failure when the database is gone; a failing job is no
  // failure here.
  std::size_t run_all_due();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace wijktafel::jobs
