#include "platform/jobs/queue.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <fmt/format.h>

#include "base/text.hpp"

namespace wijktafel::jobs {
namespace {

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

std::optional<Job> find_due(db::Transaction& tx, const std::vector<std::string>& kinds, Instant now) {
  std::vector<db::Value> parameters{db::to_value(now)};
  const auto rows = tx.run(
      fmt::format("SELECT id, kind, payload, attempts FROM job WHERE state = 'waiting' AND run_at <= $1 "
                  "AND locked_until <= $1 AND kind IN ({}) ORDER BY run_at, id LIMIT 1{}",
                  places(parameters, kinds),
                  tx.engine() == db::Engine::postgresql ? " FOR UPDATE SKIP LOCKED" : ""),
      parameters);
  if (rows.empty()) return std::nullopt;
  const auto& row = rows.front();
  return Job{row.get<std::int64_t>(0), row.get<std::string>(1), facts_of(row.get<std::string>(2)),
             row.get<std::int64_t>(3)};
}

// Both walk the index from the earliest job and stop at the first that fits: they are asked before every job,
// and a morning may bring a thousand mails.
bool is_any_due(db::Transaction& tx, const std::vector<std::string>& kinds, Instant now) {
  std::vector<db::Value> parameters{db::to_value(now)};
  return !tx.run(fmt::format(
                     "SELECT 1 FROM job WHERE state = 'waiting' AND run_at <= $1 AND locked_until <= $1 "
                     "AND kind IN ({}) LIMIT 1",
                     places(parameters, kinds)),
                 parameters)
              .empty();
}

std::optional<Instant> find_next_time(db::Transaction& tx, const std::vector<std::string>& kinds,
                                      Instant now) {
  std::vector<db::Value> parameters{db::to_value(now)};
  const auto rows =
      tx.run(fmt::format("SELECT run_at FROM job WHERE state = 'waiting' AND locked_until <= $1 "
                         "AND kind IN ({}) ORDER BY run_at LIMIT 1",
                         places(parameters, kinds)),
             parameters);
  if (rows.empty()) return std::nullopt;
  return rows.front().get<Instant>(0);
}

void enqueue(db::Transaction& tx, std::string_view kind, const Facts& payload, Instant run_at) {
  tx.execute("INSERT INTO job (kind, payload, run_at) VALUES ($1, $2, $3)", kind, canonical(payload), run_at);
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
  tx.execute("UPDATE job SET run_at = $1, attempts = 0, last_fault = NULL WHERE id = $2", run_at, id);
}

bool remove(db::Transaction& tx, std::int64_t id) {
  return tx.execute("DELETE FROM job WHERE id = $1", id) == 1;
}

void claim(db::Transaction& tx, const Job& job, Instant until) {
  tx.execute("UPDATE job SET locked_until = $1, attempts = $2 WHERE id = $3", until, job.attempts + 1,
             job.id);
}

bool remove_claimed(db::Transaction& tx, const Job& job, Instant until) {
  return tx.execute("DELETE FROM job WHERE id = $1 AND locked_until = $2 AND attempts = $3", job.id, until,
                    job.attempts + 1) == 1;
}

std::chrono::minutes wait_after(std::int64_t attempts) {
  constexpr std::chrono::minutes day{24 * 60};
  if (attempts > 11) return day;  // 2^11 minutes is more than a day
  return std::min(day, std::chrono::minutes(std::int64_t{1} << std::max<std::int64_t>(0, attempts - 1)));
}

void record_fault(db::Transaction& tx, const Job& job, std::string_view fault, bool give_up, Instant run_at) {
  tx.execute(
      "UPDATE job SET attempts = $1, last_fault = $2, state = $3, run_at = $4, locked_until = 0 WHERE id = "
      "$5",
      job.attempts + 1, first(fault, 500), give_up ? "failed" : "waiting", run_at, job.id);
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
      "COALESCE(SUM(CASE WHEN state = 'failed' THEN 1 ELSE 0 END), 0) FROM job",
      {db::to_value(now)});
  return {row.at(0).get<std::int64_t>(0), row.at(0).get<std::int64_t>(1)};
}

bool retry_failed_job(db::Transaction& tx, std::int64_t id, Instant now) {
  return tx.execute(
             "UPDATE job SET state = 'waiting', attempts = 0, run_at = $1 WHERE id = $2 AND state = 'failed'",
             now, id) == 1;
}

}  // namespace wijktafel::jobs
