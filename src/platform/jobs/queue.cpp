#include "platform/jobs/queue.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <fmt/format.h>
#include <set>

#include "base/text.hpp"
#include "platform/jobs/unheard.hpp"
#include "platform/jobs/waiting.hpp"

namespace wijktafel::jobs {
namespace {

constexpr int most_together = 32;
constexpr std::chrono::minutes longest_wait{24 * 60};
constexpr std::chrono::minutes margin{60};  // clocks of two nodes differ a little

Facts facts_of(std::string_view json) {
  Facts facts;
  const auto value = boost::json::parse(boost::json::string_view(json.data(), json.size()));
  for (const auto& field : value.as_object()) {
    const std::string name(field.key());
    if (field.value().is_bool())
      facts[name] = field.value().as_bool();
    else if (field.value().is_string())
      facts[name] = std::string(field.value().as_string().c_str(), field.value().as_string().size());
    else
      facts[name] = field.value().to_number<std::int64_t>();
  }
  return facts;
}

// "$3, $4, $5", and the kinds behind the other parameters.
std::string places(std::vector<db::Value>& parameters, const std::vector<std::string>& kinds) {
  std::string list;
  for (const auto& kind : kinds) {
    parameters.emplace_back(kind);
    list += fmt::format("{}${}", list.empty() ? "" : ", ", parameters.size());
  }
  return list;
}

}  // namespace

std::vector<Job> find_due(db::Transaction& tx, const std::vector<std::string>& kinds,
                          const std::vector<std::string>& alone, Instant now) {
  std::vector<db::Value> parameters{db::to_value(now)};
  const auto rows = tx.run(
      fmt::format("SELECT id, kind, payload, attempts, unfinished FROM job WHERE state = 'waiting' AND "
                  "run_at <= $1 AND kind IN ({}) ORDER BY run_at, id LIMIT {}{}",
                  places(parameters, kinds), most_together,
                  tx.engine() == db::Engine::postgresql ? " FOR UPDATE SKIP LOCKED" : ""),
      parameters);
  std::vector<Job> jobs;
  for (const auto& row : rows) {
    Job job{row.get<std::int64_t>(0), row.get<std::string>(1), facts_of(row.get<std::string>(2)),
            row.get<std::int64_t>(3) + 1, row.get<std::int64_t>(4)};
    const bool is_alone = job.attempts > 1 || std::ranges::find(alone, job.kind) != alone.end();
    if (is_alone && !jobs.empty()) break;
    jobs.push_back(std::move(job));
    if (is_alone) break;
  }
  return jobs;
}

// Both walk the index from the earliest job and stop at the first that fits: they are asked before every job,
// and a morning may bring a thousand mails.
bool is_any_due(db::Transaction& tx, const std::vector<std::string>& kinds, Instant now) {
  std::vector<db::Value> parameters{db::to_value(now)};
  return !tx.run(fmt::format("SELECT 1 FROM job WHERE state = 'waiting' AND run_at <= $1 AND kind IN ({}) "
                             "LIMIT 1",
                             places(parameters, kinds)),
                 parameters)
              .empty();
}

std::optional<Instant> find_next_time(db::Transaction& tx, const std::vector<std::string>& kinds) {
  std::vector<db::Value> parameters;
  const auto rows = tx.run(
      fmt::format("SELECT run_at FROM job WHERE state = 'waiting' AND kind IN ({}) ORDER BY run_at LIMIT 1",
                  places(parameters, kinds)),
      parameters);
  if (rows.empty()) return std::nullopt;
  return rows.front().get<Instant>(0);
}

void begin_attempt(db::Transaction& tx, const Job& job, Instant next) {
  tx.execute("UPDATE job SET attempts = $1, unfinished = unfinished + 1, run_at = $2 WHERE id = $3",
             job.attempts, next, job.id);
}

bool is_ours(db::Transaction& tx, const Job& job) {
  const std::string lock = tx.engine() == db::Engine::postgresql ? " FOR UPDATE" : "";
  return tx
      .find(
          "SELECT 1 FROM job WHERE id = $1 AND attempts = $2 AND unfinished > 0 AND state = 'waiting'" + lock,
          job.id, job.attempts)
      .has_value();
}

void enqueue(db::Transaction& tx, std::string_view kind, const Facts& payload, Instant run_at) {
  tx.execute(
      "INSERT INTO job (kind, payload, run_at) SELECT CAST($1 AS TEXT), CAST($2 AS TEXT), CAST($3 AS BIGINT) "
      "WHERE NOT EXISTS (SELECT 1 FROM job_unheard WHERE event = $1)",
      kind, canonical(payload), run_at);
}

void keep_unheard(db::Database& database, const JobKinds& kinds, const std::vector<std::string>& events) {
  std::set<std::string> unheard;
  for (const auto& event : events)
    if (kinds.listeners(event).empty()) unheard.insert(event);
  const auto kept = [](db::Transaction& tx) {
    std::set<std::string> events_kept;
    for (const auto& row : tx.query("SELECT event FROM job_unheard"))
      events_kept.insert(row.get<std::string>(0));
    return events_kept;
  };
  if (database.read(kept) == unheard) return;  // almost every start
  database.write([&](db::Transaction& tx) {
    tx.execute("DELETE FROM job_unheard");
    for (const auto& event : unheard)
      tx.execute("INSERT INTO job_unheard (event) VALUES ($1) ON CONFLICT (event) DO NOTHING", event);
  });
}

void emit(db::Transaction& tx, const JobKinds& kinds, std::string_view event, const Facts& payload,
          Instant now) {
  for (const auto& kind : kinds.listeners(event)) enqueue(tx, kind, payload, now);
}

void enqueue_recurring(db::Transaction& tx, std::string_view kind, Instant run_at) {
  tx.execute(
      "INSERT INTO job (kind, payload, run_at, recurring) VALUES ($1, '{}', $2, $1) ON CONFLICT (recurring) "
      "DO NOTHING",
      kind, run_at);
}

void run_again(db::Transaction& tx, std::int64_t id, Instant run_at) {
  tx.execute("UPDATE job SET run_at = $1, attempts = 0, unfinished = 0, last_fault = NULL WHERE id = $2",
             run_at, id);
}

void remove(db::Transaction& tx, std::int64_t id) { tx.execute("DELETE FROM job WHERE id = $1", id); }

void pull_back(db::Transaction& tx, Instant now) {
  tx.execute("UPDATE job SET run_at = $1 WHERE recurring IS NULL AND state = 'waiting' AND run_at > $2", now,
             now + longest_wait + margin);
}

void pull_back_recurring(db::Transaction& tx, std::string_view kind, std::chrono::minutes interval,
                         Instant now) {
  tx.execute("UPDATE job SET run_at = $1 WHERE recurring = $2 AND run_at > $3", now, kind,
             now + std::max(interval, longest_wait) + margin);
}

std::chrono::minutes wait_after(std::int64_t attempts) {
  if (attempts > 11) return longest_wait;  // 2^11 minutes is more than a day
  return std::min(longest_wait,
                  std::chrono::minutes(std::int64_t{1} << std::max<std::int64_t>(0, attempts - 1)));
}

void record_fault(db::Transaction& tx, const Job& job, std::string_view fault,
                  std::optional<Instant> run_at) {
  tx.execute("UPDATE job SET last_fault = $1, unfinished = 0 WHERE id = $2", first(fault, 500), job.id);
  if (run_at)
    tx.execute("UPDATE job SET run_at = $1 WHERE id = $2", *run_at, job.id);
  else
    tx.execute("UPDATE job SET state = 'failed' WHERE id = $1", job.id);
}

std::vector<FailedJob> failed_jobs(db::Transaction& tx) {
  std::vector<FailedJob> failed;
  for (const auto& row :
       tx.query("SELECT id, kind, attempts, last_fault, run_at FROM job WHERE state = 'failed' "
                "ORDER BY run_at, id LIMIT 100"))
    failed.push_back({row.get<std::int64_t>(0), row.get<std::string>(1), row.get<std::int64_t>(2),
                      row.get<std::string>(3), row.get<Instant>(4)});
  return failed;
}

Backlog backlog(db::Transaction& tx, Instant now) {
  const auto row = tx.run(
      "SELECT COALESCE(SUM(CASE WHEN state = 'waiting' AND run_at <= $1 THEN 1 ELSE 0 END), 0), "
      "COALESCE(SUM(CASE WHEN state = 'failed' OR unfinished >= $2 THEN 1 ELSE 0 END), 0) FROM job",
      {db::to_value(now), db::to_value(most_unfinished)});
  return {row.at(0).get<std::int64_t>(0), row.at(0).get<std::int64_t>(1)};
}

std::optional<Instant> next_try_of(db::Transaction& tx, std::string_view kind, const Facts& payload) {
  const auto row = tx.find(
      "SELECT run_at FROM job WHERE kind = $1 AND payload = $2 AND state = 'waiting' AND last_fault IS NOT "
      "NULL",
      kind, canonical(payload));
  return row ? std::optional(row->get<Instant>(0)) : std::nullopt;
}

void try_now(db::Transaction& tx, std::string_view kind, const Facts& payload, Instant now) {
  // One that is in somebody's hands is left there.
  tx.execute(
      "UPDATE job SET run_at = $3 WHERE kind = $1 AND payload = $2 AND state = 'waiting' AND last_fault IS "
      "NOT NULL AND unfinished = 0 AND run_at > $3",
      kind, canonical(payload), now);
}

bool retry_failed_job(db::Transaction& tx, std::int64_t id, Instant now) {
  return tx.execute(
             "UPDATE job SET state = 'waiting', attempts = 0, unfinished = 0, run_at = $1 WHERE id = $2 AND "
             "state "
             "= 'failed'",
             now, id) == 1;
}

}  // namespace wijktafel::jobs
