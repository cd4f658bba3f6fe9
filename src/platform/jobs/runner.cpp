#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <spdlog/spdlog.h>
#include <thread>

#include "platform/jobs/kinds.hpp"
#include "platform/jobs/queue.hpp"

namespace wijktafel::jobs {
namespace {

using namespace std::chrono_literals;

constexpr auto claim_time = 5min;     // longer than any outside work may take
constexpr auto look_again = 5s;       // for what other processes enqueued
constexpr auto after_a_failure = 5s;  // the database is gone: let it come back

}  // namespace

struct JobRunner::Impl {
  Impl(db::Database& database_, const JobKinds& kinds_, const Clock& clock_)
      : database(database_), kinds(kinds_), clock(clock_), names(kinds_.names()) {}

  db::Database& database;
  const JobKinds& kinds;
  const Clock& clock;
  std::vector<std::string> names;
  std::mutex mutex;
  std::condition_variable wanted;
  bool woken = false;
  bool stopping = false;
  std::thread thread;

  void ensure_recurring();
  bool any_due();
  bool run_one();
  void finish_outside(const Job& job, const JobKinds::Kind& kind, Instant until);
  void failed(const Job& job, const std::string& fault);
  std::size_t run_due();
  std::chrono::milliseconds until_next();
  void loop();
};

void JobRunner::Impl::ensure_recurring() {
  database.write([&](db::Transaction& tx) {
    for (const auto& name : names)
      if (kinds.find(name)->interval) enqueue_recurring(tx, name, clock.now());
  });
}

// Looked up in a reading transaction: an idle runner never holds up a writer, and its looking is no commit
// that would wake it again.
bool JobRunner::Impl::any_due() {
  return database.read([&](db::Transaction& tx) { return is_any_due(tx, names, clock.now()); });
}

// One job. False when there was none to take.
bool JobRunner::Impl::run_one() {
  std::optional<Job> job;
  JobKinds::OutsideWork outside;
  const auto until = clock.now() + claim_time;
  try {
    const Result<bool, bool> taken = database.write([&](db::Transaction& tx) -> Result<bool, bool> {
      const auto now = clock.now();
      outside = nullptr;
      job = find_due(tx, names, now);
      if (!job) return std::unexpected(false);
      const auto& kind = *kinds.find(job->kind);
      if (kind.prepare) {
        if (job->attempts >= most_attempts) throw Failure("the process ended during each attempt");
        outside = kind.prepare(tx, job->payload, now);
        if (outside)
          claim(tx, *job, until);
        else
          remove(tx, job->id);
        return true;
      }
      kind.handle(tx, job->payload, now);
      if (kind.interval)
        run_again(tx, job->id, now + *kind.interval);
      else
        remove(tx, job->id);
      return true;
    });
    if (!taken) return false;
    if (outside) {
      outside();
      finish_outside(*job, *kinds.find(job->kind), until);
    }
  } catch (const std::exception& exception) {
    if (!job) throw;  // the database itself
    failed(*job, exception.what());
  }
  return true;
}

void JobRunner::Impl::finish_outside(const Job& job, const JobKinds::Kind& kind, Instant until) {
  database.write([&](db::Transaction& tx) {
    if (remove_claimed(tx, job, until)) kind.handle(tx, job.payload, clock.now());
  });
}

void JobRunner::Impl::failed(const Job& job, const std::string& fault) {
  const auto attempts = job.attempts + 1;
  const auto& kind = *kinds.find(job.kind);
  const bool give_up = attempts >= most_attempts && !kind.interval;
  auto wait = wait_after(attempts);
  if (kind.interval) wait = std::min(wait, *kind.interval);
  // Without the exception's text: it may name what the job was about.
  spdlog::warn("job {} ({}) failed, attempt {}{}", job.id, job.kind, attempts, give_up ? ", given up" : "");
  database.write([&](db::Transaction& tx) { record_fault(tx, job, fault, give_up, clock.now() + wait); });
}

std::size_t JobRunner::Impl::run_due() {
  std::size_t tried = 0;
  while (any_due()) {
    {
      const std::lock_guard lock(mutex);
      if (stopping) break;
    }
    if (!run_one()) break;  // another runner has it
    ++tried;
  }
  return tried;
}

std::chrono::milliseconds JobRunner::Impl::until_next() {
  const auto next =
      database.read([&](db::Transaction& tx) { return find_next_time(tx, names, clock.now()); });
  if (!next) return look_again;
  // A job that is due now is in another runner's hands: not at once again.
  return std::clamp<std::chrono::milliseconds>(*next - clock.now(), 100ms, look_again);
}

void JobRunner::Impl::loop() {
  std::unique_lock lock(mutex);
  while (!stopping) {
    woken = false;
    lock.unlock();
    std::chrono::milliseconds wait = after_a_failure;
    try {
      run_due();
      wait = until_next();
    } catch (const std::exception& exception) {
      spdlog::error("jobs wait, because the database does not answer: {}", exception.what());
    }
    lock.lock();
    wanted.wait_for(lock, wait, [this] { return woken || stopping; });
  }
}

JobRunner::JobRunner(db::Database& database, const JobKinds& kinds, const Clock& clock)
    : impl_(std::make_unique<Impl>(database, kinds, clock)) {
  for (const auto& [event, listeners] : kinds.impl_->listeners)
    for (const auto& kind : listeners)
      WIJKTAFEL_ASSERT(kinds.find(kind) != nullptr,
                       "an event is listened to by a job kind that was not added");
}

JobRunner::~JobRunner() { stop(); }

void JobRunner::start() {
  if (impl_->thread.joinable()) return;
  if (impl_->names.empty()) return;
  impl_->ensure_recurring();
  impl_->database.on_commit([this] { wake(); });
  impl_->thread = std::thread([this] { impl_->loop(); });
}

void JobRunner::stop() {
  if (!impl_->thread.joinable()) return;
  impl_->database.on_commit({});
  {
    const std::lock_guard lock(impl_->mutex);
    impl_->stopping = true;
  }
  impl_->wanted.notify_all();
  impl_->thread.join();
  impl_->stopping = false;
}

void JobRunner::wake() {
  {
    const std::lock_guard lock(impl_->mutex);
    impl_->woken = true;
  }
  impl_->wanted.notify_all();
}

std::size_t JobRunner::run_all_due() {
  if (impl_->names.empty()) return 0;
  impl_->ensure_recurring();
  return impl_->run_due();
}

}  // namespace wijktafel::jobs
