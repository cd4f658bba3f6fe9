#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <map>
#include <mutex>
#include <spdlog/spdlog.h>
#include <thread>

#include "platform/jobs/kinds.hpp"
#include "platform/jobs/queue.hpp"
#include "platform/jobs/stopping.hpp"

namespace wijktafel::jobs {
namespace {

using namespace std::chrono_literals;

constexpr auto outside_time = 5min;   // longer than any outside work may take
constexpr auto look_again = 5s;       // for what other processes enqueued
constexpr auto after_a_failure = 5s;  // the database is gone: let it come back
constexpr auto clock_steps = 1min;    // a clock that goes back further than this was set right

// One thread and the kinds that it takes. What works outside has one to itself, and each part that does its
// own: while a mail server lets it wait for a minute, per mail, everything else goes on.
struct Hand {
  std::vector<std::string> kinds;
  std::vector<std::string> alone;  // of these kinds, what is taken one by one
  bool woken = false;
  std::thread thread;
};

thread_local const std::atomic<bool>* stop_flag = nullptr;  // of the runner whose thread this is

}  // namespace

bool is_asked_to_stop() { return stop_flag != nullptr && *stop_flag; }

struct JobRunner::Impl {
  Impl(db::Database& database_, const JobKinds& kinds_, const Clock& clock_)
      : database(database_), kinds(kinds_), clock(clock_), names(kinds_.names()) {
    Hand inside;
    std::map<std::string, Hand, std::less<>> outside;  // by the part that works there: "mail"
    for (const auto& name : names) {
      const bool is_outside = static_cast<bool>(kinds.find(name)->prepare);
      (is_outside ? outside[name.substr(0, name.find('.'))] : inside).kinds.push_back(name);
    }
    if (!inside.kinds.empty()) hands.push_back(std::move(inside));
    for (auto& [part, hand] : outside) {
      hand.alone = hand.kinds;
      hands.push_back(std::move(hand));
    }
  }

  db::Database& database;
  const JobKinds& kinds;
  const Clock& clock;
  std::vector<std::string> names;
  std::vector<Hand> hands;  // only those with something to take; fixed
  std::mutex mutex;
  std::condition_variable wanted;
  std::atomic<bool> stopping = false;  // set under the mutex, read by work without it
  bool started = false;
  std::optional<Instant> looked_at;  // by the clock, the last time; only the first hand looks

  void prepare_to_run();
  void mind_the_clock();
  bool any_due(const Hand& hand);
  std::vector<Job> take(const Hand& hand, bool& found);
  bool take_one(db::Transaction& tx, const Job& job, Instant now);
  void run(const Job& job);
  void finish(const Job& job, const JobKinds::Kind& kind, JobKinds::OutsideWork& outside);
  void finish_outside(const Job& job, const JobKinds::Kind& kind);
  static void end(db::Transaction& tx, const Job& job, const JobKinds::Kind& kind, Instant now);
  void failed(const Job& job, const std::string& fault);
  void give_up(db::Transaction& tx, const Job& job, const std::string& fault, Instant now);
  std::size_t run_due(const Hand& hand);
  std::chrono::milliseconds until_next(const Hand& hand);
  void loop(Hand& hand);
};

// Work that comes back is there, and nothing waits for a moment that a wrong clock made up.
void JobRunner::Impl::prepare_to_run() {
  database.write([&](db::Transaction& tx) {
    const auto now = clock.now();
    pull_back(tx, now);
    for (const auto& name : names) {
      const auto& interval = kinds.find(name)->interval;
      if (!interval) continue;
      enqueue_recurring(tx, name, now);
      pull_back_recurring(tx, name, *interval, now);
    }
  });
}

void JobRunner::Impl::mind_the_clock() {
  const auto now = clock.now();
  if (looked_at && now < *looked_at - clock_steps) {
    spdlog::warn("the clock went back; jobs that wait for a time that may never come are set right");
    prepare_to_run();
  }
  looked_at = now;
}

// Looked up in a reading transaction: an idle runner never holds up a writer, and its looking is no commit
// that would wake it again.
bool JobRunner::Impl::any_due(const Hand& hand) {
  return database.read([&](db::Transaction& tx) { return is_any_due(tx, hand.kinds, clock.now()); });
}

// The jobs that are now in our hands. Their attempt counts from here on, whatever becomes of this process.
// `found`: whether there was anything to take or to give up.
std::vector<Job> JobRunner::Impl::take(const Hand& hand, bool& found) {
  return database.write([&](db::Transaction& tx) {
    const auto now = clock.now();
    std::vector<Job> taken;
    auto due = find_due(tx, hand.kinds, hand.alone, now);
    found = !due.empty();
    for (auto& job : due)
      if (take_one(tx, job, now)) taken.push_back(std::move(job));
    return taken;
  });
}

// False when it is given up instead.
bool JobRunner::Impl::take_one(db::Transaction& tx, const Job& job, Instant now) {
  const auto& kind = *kinds.find(job.kind);
  if (job.unfinished >= most_unfinished && !kind.interval) {
    give_up(tx, job, "the process ended during each attempt", now);
    return false;
  }
  std::chrono::minutes next = wait_after(job.attempts);
  if (kind.prepare) next = std::max<std::chrono::minutes>(next, outside_time);
  begin_attempt(tx, job, now + next);
  return true;
}

void JobRunner::Impl::run(const Job& job) {
  const auto& kind = *kinds.find(job.kind);
  try {
    JobKinds::OutsideWork outside;
    finish(job, kind, outside);
    if (!outside) return;
    outside();
    finish_outside(job, kind);
  } catch (const std::exception& exception) {
    failed(job, exception.what());
  }
}

void JobRunner::Impl::end(db::Transaction& tx, const Job& job, const JobKinds::Kind& kind, Instant now) {
  if (kind.interval)
    run_again(tx, job.id, now + *kind.interval);
  else
    remove(tx, job.id);
}

// The work and the end of its job in one transaction; of outside work only what is to be done, in `outside`.
void JobRunner::Impl::finish(const Job& job, const JobKinds::Kind& kind, JobKinds::OutsideWork& outside) {
  database.write([&](db::Transaction& tx) {
    outside = nullptr;
    if (!is_ours(tx, job)) return;
    const auto now = clock.now();
    if (kind.prepare) {
      outside = kind.prepare(tx, job.payload, now);
      if (!outside) end(tx, job, kind, now);
      return;
    }
    kind.handle(tx, job.payload, now);
    end(tx, job, kind, now);
  });
}

void JobRunner::Impl::finish_outside(const Job& job, const JobKinds::Kind& kind) {
  database.write([&](db::Transaction& tx) {
    if (!is_ours(tx, job)) return;
    const auto now = clock.now();
    end(tx, job, kind, now);
    kind.handle(tx, job.payload, now);
  });
}

// Only when it is still ours: it may have taken so long that another node has it in hand by now.
void JobRunner::Impl::failed(const Job& job, const std::string& fault) {
  const auto& kind = *kinds.find(job.kind);
  const bool is_last = job.attempts >= most_attempts && !kind.interval;
  auto wait = wait_after(job.attempts);
  if (kind.interval) wait = std::min(wait, *kind.interval);
  // Without the exception's text: it may name what the job was about.
  spdlog::warn("job {} ({}) failed, attempt {}", job.id, job.kind, job.attempts);
  database.write([&](db::Transaction& tx) {
    if (!is_ours(tx, job)) return;
    if (is_last)
      give_up(tx, job, fault, clock.now());
    else
      record_fault(tx, job, fault, clock.now() + wait);
  });
}

void JobRunner::Impl::give_up(db::Transaction& tx, const Job& job, const std::string& fault, Instant now) {
  spdlog::error("job {} ({}) was given up", job.id, job.kind);
  record_fault(tx, job, fault, std::nullopt);
  if (const auto& kind = *kinds.find(job.kind); kind.given_up) kind.given_up(tx, job.payload, now);
}

std::size_t JobRunner::Impl::run_due(const Hand& hand) {
  std::size_t tried = 0;
  while (any_due(hand)) {
    if (stopping) break;
    bool found = false;
    const auto jobs = take(hand, found);
    if (!found) break;  // another runner has them
    for (const auto& job : jobs) run(job);
    tried += jobs.size();
  }
  return tried;
}

std::chrono::milliseconds JobRunner::Impl::until_next(const Hand& hand) {
  const auto next = database.read([&](db::Transaction& tx) { return find_next_time(tx, hand.kinds); });
  if (!next) return look_again;
  // A job that is due now is in another runner's hands: not at once again.
  return std::clamp<std::chrono::milliseconds>(*next - clock.now(), 100ms, look_again);
}

void JobRunner::Impl::loop(Hand& hand) {
  stop_flag = &stopping;
  std::unique_lock lock(mutex);
  while (!stopping) {
    hand.woken = false;
    lock.unlock();
    std::chrono::milliseconds wait = after_a_failure;
    try {
      if (&hand == &hands.front()) mind_the_clock();
      run_due(hand);
      wait = until_next(hand);
    } catch (const std::exception& exception) {
      spdlog::error("jobs wait, because the database does not answer: {}", exception.what());
    }
    lock.lock();
    wanted.wait_for(lock, wait, [&] { return hand.woken || stopping; });
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
  if (impl_->started || impl_->hands.empty()) return;
  impl_->prepare_to_run();
  impl_->database.on_commit([this] { wake(); });
  impl_->started = true;
  for (auto& hand : impl_->hands) hand.thread = std::thread([this, &hand] { impl_->loop(hand); });
}

void JobRunner::stop() {
  if (!impl_->started) return;
  impl_->database.on_commit({});
  {
    const std::lock_guard lock(impl_->mutex);
    impl_->stopping = true;
  }
  impl_->wanted.notify_all();
  for (auto& hand : impl_->hands)
    if (hand.thread.joinable()) hand.thread.join();
  impl_->stopping = false;
  impl_->started = false;
}

void JobRunner::wake() {
  {
    const std::lock_guard lock(impl_->mutex);
    for (auto& hand : impl_->hands) hand.woken = true;
  }
  impl_->wanted.notify_all();
}

std::size_t JobRunner::run_all_due() {
  if (impl_->hands.empty()) return 0;
  impl_->prepare_to_run();
  std::size_t tried = 0;
  // Until a whole round had nothing to do: each hand's work may lead to work for the other.
  for (std::size_t before = tried + 1; before != tried;) {
    before = tried;
    for (const auto& hand : impl_->hands) tried += impl_->run_due(hand);
  }
  return tried;
}

}  // namespace wijktafel::jobs
