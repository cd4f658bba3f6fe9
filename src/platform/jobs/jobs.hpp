// Work that happens without anyone clicking. Jobs live in the database: a job is enqueued in the transaction of the
// write that caused it and runs afterwards, in a transaction of its own that also removes it, so its effect on the
// database happens exactly once however often a process dies. Payloads hold ids, never personal text.
// An event is one job for each of its listeners: emit() inside the action, listeners connected by app.
#pragma once

#include "base/facts.hpp"
#include "base/time.hpp"
#include "platform/db/database.hpp"

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace wijktafel::jobs {

using JobHandler = std::function<void(db::Transaction&, const Facts& payload, Instant now)>;

// Fixed once before the first transaction; thread-safe to read.
class JobKinds {
 public:
  void add(std::string kind, JobHandler handler);
  // Runs again every `interval`; enqueued by start() when it is not waiting already.
  void add_recurring(std::string kind, std::chrono::minutes interval, JobHandler handler);
  // A kind that talks to the outside world (mail): prepare() runs in a transaction and gives what to do outside it;
  // what was done is recorded in a second transaction. At least once outside, exactly once in the database.
  using OutsideWork = std::function<void()>;
  void add_outside(std::string kind, std::function<OutsideWork(db::Transaction&, const Facts&, Instant)> prepare,
                   JobHandler done);
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
void emit(db::Transaction& tx, const JobKinds& kinds, std::string_view event, const Facts& payload, Instant now);

// Takes jobs that are due (FOR UPDATE SKIP LOCKED on PostgreSQL), one at a time; a failing job waits 1, 2, 4 ... minutes,
// at most a day apart, and after 20 attempts is kept as "failed" for an administrator to see.
class JobRunner {
 public:
  JobRunner(db::Database& database, const JobKinds& kinds, const Clock& clock);
  ~JobRunner();
  void start();  // a thread of its own
  void stop();   // finishes the job at hand
  void wake();
  // Runs everything that is due now, and what that leads to; for tests, the demo and `wijktafel` commands.
  std::size_t run_all_due();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace wijktafel::jobs
