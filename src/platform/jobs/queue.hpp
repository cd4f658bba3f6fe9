// The job table: all SQL of platform/jobs.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/jobs/jobs.hpp"

namespace wijktafel::jobs {

// A job in our hands.
struct Job {
  std::int64_t id = 0;
  std::string kind;
  Facts payload;
  std::int64_t attempts = 0;    // this one included; together with the id it says whose turn it is
  std::int64_t unfinished = 0;  // attempts before this one, in a row, of which no end was heard
};

// Looked up before any lock is taken.
bool is_any_due(db::Transaction& tx, const std::vector<std::string>& kinds, Instant now);
// When the next of these kinds is due.
std::optional<Instant> find_next_time(db::Transaction& tx, const std::vector<std::string>& kinds);

// The longest waiting jobs of these kinds that are due, locked for this transaction where the engine has row
// locks. A job that was tried before, and one of `alone`, comes by itself, so that it cannot take others with
// it.
std::vector<Job> find_due(db::Transaction& tx, const std::vector<std::string>& kinds,
                          const std::vector<std::string>& alone, Instant now);
// Counts the attempt. Until `next` nobody else takes the job; when no end is heard of, it is due again then.
void begin_attempt(db::Transaction& tx, const Job& job, Instant next);
// Whether the job is still ours: nobody has begun a later attempt, or finished it. Locks it where the engine
// has row locks.
bool is_ours(db::Transaction& tx, const Job& job);

void enqueue_recurring(db::Transaction& tx, std::string_view kind, Instant run_at);
void run_again(db::Transaction& tx, std::int64_t id, Instant run_at);
void remove(db::Transaction& tx, std::int64_t id);
// A job is enqueued for now, or for at most a day ahead; what must happen later is found by a job that comes
// back. What stands further ahead was written while the clock was wrong: due now.
void pull_back(db::Transaction& tx, Instant now);
void pull_back_recurring(db::Transaction& tx, std::string_view kind, std::chrono::minutes interval,
                         Instant now);

// How long a job waits after its n-th attempt failed (n from 1): 1, 2, 4 ... minutes, at most a day.
std::chrono::minutes wait_after(std::int64_t attempts);
inline constexpr std::int64_t most_attempts = 20;
inline constexpr std::int64_t most_unfinished = 5;
// `run_at`: when it is tried again; nothing when it is given up.
void record_fault(db::Transaction& tx, const Job& job, std::string_view fault, std::optional<Instant> run_at);

}  // namespace wijktafel::jobs
