// The job table: all SQL of platform/jobs.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/jobs/jobs.hpp"

namespace wijktafel::jobs {

struct Job {
  std::int64_t id = 0;
  std::string kind;
  Facts payload;
  std::int64_t attempts = 0;  // before this one
};

// The longest waiting job of these kinds that is due, locked for this transaction where the engine has row
// locks.
std::optional<Job> find_due(db::Transaction& tx, const std::vector<std::string>& kinds, Instant now);
// Looked up before any lock is taken.
bool is_any_due(db::Transaction& tx, const std::vector<std::string>& kinds, Instant now);
// When the next of these kinds that nobody has in hand is due.
std::optional<Instant> find_next_time(db::Transaction& tx, const std::vector<std::string>& kinds,
                                      Instant now);

void enqueue_recurring(db::Transaction& tx, std::string_view kind, Instant run_at);
void run_again(db::Transaction& tx, std::int64_t id, Instant run_at);
// False when the job is not there (any more).
bool remove(db::Transaction& tx, std::int64_t id);

// For the time of outside work nobody else takes it; the attempt counts from here, so that a job that kills
// the process is given up too.
void claim(db::Transaction& tx, const Job& job, Instant until);
// False when the claim has run out and another node has the job now, or has finished it.
bool remove_claimed(db::Transaction& tx, const Job& job, Instant until);

// How long a job waits after its n-th attempt failed (n from 1): 1, 2, 4 ... minutes, at most a day.
std::chrono::minutes wait_after(std::int64_t attempts);
inline constexpr std::int64_t most_attempts = 20;
void record_fault(db::Transaction& tx, const Job& job, std::string_view fault, bool give_up, Instant run_at);

}  // namespace wijktafel::jobs
